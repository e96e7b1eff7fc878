package io.rowloom.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that was made to cost much; what fits into a fixture is one, see {@link RejectedModelsTest}. */
class HostileInputTest {
    private static final String HEAD = "rowloom: 1\ndatabase: {name: shop, package: com.example.shop}\n";
    private static final String TABLE = "tables: {orders: {columns: {id: bigint}}}\n";

    @TempDir
    private Path folder;

    @Test
    void aTextOfTwentyMegabytesIsNotRead() throws IOException {
        assertOnly(ProblemCode.FILE_TOO_LARGE, HEAD + TABLE + "# " + "x".repeat(20_000_000));
    }

    @Test
    void aLineOfTenMegabytesIsNotRead() throws IOException {
        assertOnly(ProblemCode.FILE_TOO_LARGE, HEAD + TABLE + '"' + "x".repeat(10_000_000) + "\": 1\n");
    }

    @Test
    void tenMegabytesOfShortLinesAreReadAndTheMessageIsShort() throws IOException {
        String text = "      x yz\n".repeat(1_000_000);
        Problem problem = assertOnly(
                ProblemCode.INVALID_VALUE, HEAD + TABLE + "queries:\n  a:\n    sql: a\n    returns: |\n" + text);
        assertTrue(problem.toString().length() < 300);
    }

    @Test
    void nestingOfTenThousandEndsAtTheFiftieth() throws IOException {
        assertOnly(ProblemCode.NESTED_TOO_DEEPLY, HEAD + "types: " + "{a: ".repeat(10_000) + "}".repeat(10_000));
        assertOnly(ProblemCode.NESTED_TOO_DEEPLY, HEAD + "types: " + "[".repeat(10_000));
        StringBuilder indented = new StringBuilder(HEAD);
        for (int depth = 0; depth < 10_000; depth++) {
            indented.append(" ".repeat(Math.min(depth, 200))).append("a:\n");
        }
        assertTrue(problems(indented.toString()).size() < 300);
    }

    @Test
    void anAliasBombIsOneMistake() throws IOException {
        StringBuilder bomb = new StringBuilder(HEAD).append("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        assertEquals(
                "model.yaml:3:5: error[yaml-feature]: an anchor (&a0) has no meaning in a model; write the value itself\n"
                        + "    there are more in lines 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 and 19 others",
                assertOnly(ProblemCode.YAML_FEATURE, bomb + TABLE).toString());
    }

    @Test
    void aChainOfTenThousandShapesDoesNotOverflowTheStack() throws IOException {
        StringBuilder chain = new StringBuilder(HEAD).append("types:\n");
        for (int i = 0; i < 10_000; i++) {
            chain.append("  S").append(i).append(": {json: {a: S").append(i + 1).append("}}\n");
        }
        chain.append("  S10000: {json: {a: text}}\n").append(TABLE);
        assertTrue(problems(chain.toString()).stream()
                .allMatch(problem -> problem.code() == ProblemCode.NESTED_TOO_DEEPLY));
    }

    @Test
    void manyQuestionMarksAndQuotesAreRead() throws IOException {
        assertTrue(problems(HEAD + TABLE + "queries: {a: {sql: " + "? ".repeat(30_000) + "\n")
                        .size()
                < 10);
        assertTrue(problems(HEAD + "'".repeat(60_001)).size() < 10);
        assertTrue(problems(HEAD + "? ".repeat(10_000)).size() < 10);
        assertTrue(problems(HEAD + "- ".repeat(10_000)).size() < 10);
    }

    @Test
    void deepJsonWithinATextIsNotJson() throws IOException {
        assertOnly(
                ProblemCode.INVALID_DEFAULT,
                HEAD + "tables: {a: {columns: {id: {type: json, default: '" + "[".repeat(60_000) + "'}}}}\n");
    }

    @Test
    void aNumberOfSixtyThousandDigitsIsNone() throws IOException {
        assertOnly(
                ProblemCode.INVALID_DEFAULT,
                HEAD + "tables: {a: {columns: {id: {type: \"decimal(10,2)\", default: " + "9".repeat(60_000)
                        + "}}}}\n");
    }

    @Test
    void aMissingPathIsNoModel() throws IOException {
        InvalidModelException invalid =
                assertThrows(InvalidModelException.class, () -> ModelReader.read(folder.resolve("nowhere"), folder));
        assertEquals(
                "nowhere:1:1: error[no-model]: there is no such file or folder\n    begin with nowhere/app.yaml",
                invalid.getMessage());
    }

    private Problem assertOnly(ProblemCode code, String text) throws IOException {
        List<Problem> problems = problems(text);
        assertEquals(List.of(code), problems.stream().map(Problem::code).toList());
        return problems.get(0);
    }

    private List<Problem> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("model.yaml"), text);
        return assertThrows(InvalidModelException.class, () -> ModelReader.read(file, folder))
                .problems();
    }
}
