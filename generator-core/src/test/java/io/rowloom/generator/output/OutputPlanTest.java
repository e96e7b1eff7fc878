package io.rowloom.generator.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPlanTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path base;

    private final List<String> spelled = new ArrayList<>();

    @Test
    void writesWhatIsMissingWithFolders() throws IOException {
        OutputResult result = write(OutputState.NONE, file("a/A.java", "1"), file("a/b/B.java", "1"));

        assertEquals(List.of("gen/a/A.java", "gen/a/b/B.java"), result.written());
        assertEquals(text("a/A.java", "1"), Files.readString(base.resolve("gen/a/A.java")));
        assertEquals(List.of("gen/a/A.java", "gen/a/b/B.java"), files());
    }

    @Test
    void doesNotSpellWhatTheLastRunWroteAndIsStillThere() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1"), file("B.java", "1"))
                .state();
        spelled.clear();

        OutputResult result = write(reread(state), file("A.java", "1"), file("B.java", "2"));

        assertEquals(List.of("B.java"), spelled);
        assertEquals(List.of("gen/B.java"), result.written());
        assertEquals(1, result.unchanged());
    }

    @Test
    void leavesAFileOfEqualBytesUntouchedWithoutAnyState() throws IOException {
        write(OutputState.NONE, file("A.java", "1"));
        Files.setLastModifiedTime(base.resolve("gen/A.java"), LONG_AGO);

        OutputResult result = write(OutputState.NONE, file("A.java", "1"));

        assertEquals(List.of(), result.written());
        assertEquals(LONG_AGO, Files.getLastModifiedTime(base.resolve("gen/A.java")));
    }

    @Test
    void restoresAFileThatWasEditedAndStillBearsTheMark() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1")).state();
        Files.writeString(base.resolve("gen/A.java"), text("A.java", "1") + "// mine\n");
        assertFalse(state.outputsUntouched(base));

        OutputResult result = write(state, file("A.java", "1"));

        assertEquals(List.of("gen/A.java"), result.written());
        assertEquals(text("A.java", "1"), Files.readString(base.resolve("gen/A.java")));
    }

    @Test
    void spellsEverythingAgainForAnotherGenerator() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1")).state();
        spelled.clear();

        OutputPlan plan = plan(state, "2.0", List.of(), file("A.java", "1"));
        plan.carryOut("inputs", "2.0");

        assertEquals(List.of("A.java"), spelled);
    }

    @Test
    void removesWhatIsNoLongerGeneratedAndTheFoldersThatItLeavesEmpty() throws IOException {
        OutputState state = write(OutputState.NONE, file("a/A.java", "1"), file("b/B.java", "1"))
                .state();

        OutputResult result = write(reread(state), file("a/A.java", "1"));

        assertEquals(List.of("gen/b/B.java"), result.removed());
        assertEquals(List.of("gen/a/A.java"), files());
        assertFalse(Files.exists(base.resolve("gen/b")));
    }

    @Test
    void neverRemovesAFileThatItDidNotWriteOrThatLostItsMark() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1"), file("B.java", "1"))
                .state();
        Files.writeString(base.resolve("gen/B.java"), "class B {}\n");
        Files.writeString(base.resolve("gen/C.java"), text("C.java", "1"));

        OutputResult result = write(state, file("A.java", "1"));

        assertEquals(List.of(), result.removed());
        assertEquals(List.of("gen/A.java", "gen/B.java", "gen/C.java"), files());
    }

    @Test
    void removingToleratesAFileThatIsGoneAlready() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1"), file("B.java", "1"))
                .state();
        Files.delete(base.resolve("gen/B.java"));

        assertEquals(List.of(), write(state, file("A.java", "1")).removed());
    }

    @Test
    void doesNotOverwriteAFileThatItDidNotGenerate() throws IOException {
        Files.createDirectories(base.resolve("gen"));
        Files.writeString(base.resolve("gen/A.java"), "class A {}\n");

        OutputPlan plan = plan(OutputState.NONE, "1.0", List.of(), file("A.java", "1"), file("B.java", "1"));

        assertEquals(1, plan.problems().size());
        assertTrue(
                plan.problems().get(0).startsWith("gen/A.java: error[foreign-file]: "),
                plan.problems().get(0));
        assertThrows(IllegalStateException.class, () -> plan.carryOut("inputs", "1.0"));
        assertEquals(List.of("gen/A.java"), files());
    }

    @Test
    void aFolderInTheWayIsReported() throws IOException {
        Files.createDirectories(base.resolve("gen/A.java"));

        assertEquals(
                1,
                plan(OutputState.NONE, "1.0", List.of(), file("A.java", "1"))
                        .problems()
                        .size());
    }

    @Test
    void twoOutputsOnOnePathAreRefused() throws IOException {
        OutputPlan plan = plan(OutputState.NONE, "1.0", List.of(), file("A.java", "1"), file("A.java", "2"));

        assertEquals(
                List.of("gen/A.java: error[output-clash]: two outputs would be written to this file"), plan.problems());
    }

    @Test
    void twoPathsThatDifferInCaseAloneAreRefused() throws IOException {
        OutputPlan plan = plan(OutputState.NONE, "1.0", List.of(), file("A.java", "1"), file("a.java", "1"));

        assertEquals(
                List.of(
                        "gen/A.java: error[output-clash]: on file systems without case this is the same file as gen/a.java"),
                plan.problems());
    }

    @Test
    void aFileOfAnotherExecutionIsRefusedUnlessBothWriteTheSame() throws IOException {
        Path theirs = base.resolve("their.state");
        write(OutputState.NONE, file("A.java", "1"), file("B.java", "1"))
                .state()
                .write(theirs);
        List<OtherExecution> others = List.of(new OtherExecution("execution 'other'", base, theirs));

        OutputPlan plan = plan(OutputState.NONE, "1.0", others, file("A.java", "1"), file("B.java", "2"));

        assertEquals(1, plan.problems().size());
        assertTrue(
                plan.problems()
                        .get(0)
                        .startsWith("gen/B.java: error[output-clash]: execution 'other' writes to this file too"),
                plan.problems().get(0));
    }

    @Test
    void aFileOfAnExecutionInAnotherProjectIsRefused() throws IOException {
        Path project = Files.createDirectory(base.resolve("module"));
        Path theirs = base.resolve("their.state");
        OutputFolder folder = new OutputFolder(base.resolve("gen"), List.of(file("A.java", "1")));
        OutputPlan.of(project, List.of(folder), OutputState.NONE, "1.0", List.of())
                .carryOut("inputs", "1.0")
                .state()
                .write(theirs);

        List<OtherExecution> others = List.of(new OtherExecution("execution of module", project, theirs));

        assertEquals(
                1,
                plan(OutputState.NONE, "1.0", others, file("A.java", "2"))
                        .problems()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../A", "a/../../A", "a/./A", "a//A", "a/", "C:A", "a\\A", "a\0b", ".."})
    void pathsThatLeaveTheFolderAreRefused(String path) {
        List<GeneratedFile> files = List.of(file(path, "1"));
        assertThrows(IllegalArgumentException.class, () -> new OutputFolder(base, files));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no mark\n", "// " + GeneratedFile.MARK})
    void aTextWithoutMarkOrWithoutAnEndOfItsLastLineIsABug(String text) throws IOException {
        OutputPlan plan = plan(OutputState.NONE, "1.0", List.of(), new GeneratedFile("A.java", "1", () -> text));

        assertThrows(IllegalStateException.class, () -> plan.carryOut("inputs", "1.0"));
        assertEquals(List.of(), files());
    }

    @Test
    void textIsWrittenAsUtf8() throws IOException {
        write(OutputState.NONE, file("A.java", "ä€😀"));

        assertEquals(text("A.java", "ä€😀"), Files.readString(base.resolve("gen/A.java")));
    }

    @Test
    void noTemporaryFileIsLeftWhenTheTargetCannotBeReplaced() throws IOException {
        Files.createDirectories(base.resolve("gen/A.java/full"));

        assertThrows(IOException.class, () -> AtomicFile.write(base.resolve("gen/A.java"), new byte[1]));
        try (Stream<Path> rest = Files.list(base.resolve("gen"))) {
            assertEquals(List.of(base.resolve("gen/A.java")), rest.toList());
        }
    }

    @Test
    void aDamagedStateCountsAsNone() throws IOException {
        OutputState state = write(OutputState.NONE, file("A.java", "1")).state();
        Path file = base.resolve("state");
        state.write(file);
        assertEquals(state, OutputState.read(file));
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            OutputState read = OutputState.read(file);
            assertTrue(read.equals(OutputState.NONE) || read.files().isEmpty(), whole.substring(0, length));
        }
    }

    private OutputResult write(OutputState previous, GeneratedFile... files) throws IOException {
        OutputPlan plan = plan(previous, "1.0", List.of(), files);
        assertEquals(List.of(), plan.problems());
        return plan.carryOut("inputs", "1.0");
    }

    private OutputPlan plan(OutputState previous, String generator, List<OtherExecution> others, GeneratedFile... files)
            throws IOException {
        OutputFolder folder = new OutputFolder(base.resolve("gen"), List.of(files));
        return OutputPlan.of(base, List.of(folder), previous, generator, others);
    }

    /** As the next Maven run has it. */
    private OutputState reread(OutputState state) throws IOException {
        Path file = base.resolve("target/rowloom/default/state");
        state.write(file);
        assertTrue(OutputState.read(file).outputsUntouched(base));
        return OutputState.read(file);
    }

    private GeneratedFile file(String path, String content) {
        Supplier<String> text = () -> {
            spelled.add(path);
            return text(path, content);
        };
        return new GeneratedFile(path, content, text);
    }

    private static String text(String path, String content) {
        return "// " + GeneratedFile.MARK + "\n// " + path + "\n" + content + "\n";
    }

    private List<String> files() throws IOException {
        Path folder = base.resolve("gen");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> base.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
