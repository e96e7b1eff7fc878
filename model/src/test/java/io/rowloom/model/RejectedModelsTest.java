package io.rowloom.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RejectedModelsTest {
    /** Codes that no fixture here can show: those that ask the database engine, and one that takes a file of 16 MB. */
    private static final Set<ProblemCode> SHOWN_ELSEWHERE = shownElsewhere();

    private static Set<ProblemCode> shownElsewhere() {
        Set<ProblemCode> codes = EnumSet.range(ProblemCode.INVALID_EXPRESSION, ProblemCode.FULL_SCAN);
        codes.add(ProblemCode.FILE_TOO_LARGE);
        return codes;
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsReportedAtItsPlace() {
        return ModelFixtures.folders("reject").stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> {
                    ModelFixtures.assertExpected(
                            folder.resolve("problems.txt"), problems(folder).getMessage() + '\n');
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFolderIsNamedAfterAProblemThatItShows() {
        return ModelFixtures.folders("reject").stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.equals("one-mistake-one-message"))
                .map(name -> dynamicTest(name, () -> {
                    List<Problem> problems =
                            problems(Path.of("src/test/fixtures/reject", name)).problems();
                    assertTrue(problems.stream().anyMatch(problem -> isOf(name, problem.code())));
                }));
    }

    @Test
    void everyCodeHasAFixture() {
        for (ProblemCode code : ProblemCode.values()) {
            boolean shown = ModelFixtures.folders("reject").stream()
                    .anyMatch(folder -> folder.getFileName().toString().equals(code.id()));
            assertTrue(shown || SHOWN_ELSEWHERE.contains(code), "no fixture shows " + code.id());
        }
    }

    @Test
    void everyCodeHasAHeadingInTheDocs() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/problems.md"));
        for (ProblemCode code : ProblemCode.values()) {
            assertTrue(lines.contains("### " + code.id()), "docs/problems.md has no heading for " + code.id());
        }
    }

    private static boolean isOf(String name, ProblemCode code) {
        return name.equals(code.id()) || name.startsWith(code.id() + '-');
    }

    private static InvalidModelException problems(Path folder) {
        return assertThrows(InvalidModelException.class, () -> ModelReader.read(folder, folder));
    }
}
