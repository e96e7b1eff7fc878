package io.rowloom.generator.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.testing.Requests;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Input that was made to do harm gets one message with its place, and what was generated before stays to the byte. */
class RefusedInputTest {
    private static final String MODEL = """
            rowloom: 1
            database: {name: notes, package: com.example.notes}
            tables:
              notes:
                columns:
                  id: {type: bigint, primary_key: auto}
                  title: {type: text, description: "What it is about: Ä"}
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void generateOnce() throws Exception {
        Files.createDirectories(root.resolve("model"));
        Files.writeString(root.resolve("model/notes.yaml"), MODEL);
        Generation.run(request());
    }

    @TestFactory
    Stream<DynamicTest> isToldInOneMessage() {
        return Stream.of(
                refused(
                        "an alias bomb",
                        MODEL + aliases(),
                        "8:5: error[yaml-feature]: an anchor (&a0) has no meaning in a model; write the value itself\n    there are more in lines 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 and 19 others"),
                refused(
                        "10,000 lists",
                        MODEL + "types: " + "[".repeat(10_000),
                        "8:57: error[nested-too-deeply]: mappings and lists are nested more than 50 deep here"),
                refused(
                        "10,000 mappings",
                        MODEL + "types: " + "{a: ".repeat(10_000) + "}".repeat(10_000),
                        "8:204: error[nested-too-deeply]: mappings and lists are nested more than 50 deep here"),
                refused(
                        "20 MB in a text",
                        MODEL.replace("What", "x".repeat(20_000_000)),
                        "1:1: error[file-too-large]: a model of more than 16 MB is not read"),
                refused(
                        "20 MB in lines",
                        MODEL + "# comment\n".repeat(2_000_000),
                        "1:1: error[file-too-large]: a model of more than 16 MB is not read"),
                refused(
                        "a tab",
                        MODEL.replace("    columns", "\tcolumns"),
                        "5:1: error[yaml-syntax]: a tab cannot indent; use spaces"),
                refused(
                        "two documents",
                        MODEL + "---\n" + MODEL,
                        "8:1: error[several-documents]: a second YAML document begins here; a file of a model is one document"),
                refused("an empty file", "", "1:1: error[empty-file]: the file is empty"),
                refused("only comments", "# nothing\n", "1:1: error[empty-file]: the file is empty"));
    }

    private DynamicTest refused(String name, String text, String expected) {
        return dynamicTest(
                name, () -> assertRefused(text.getBytes(StandardCharsets.UTF_8), "model/notes.yaml:" + expected));
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirPlace() throws Exception {
        byte[] bytes = MODEL.getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(bytes, "model/notes.yaml:7:59: error[invalid-utf8]: the file is not UTF-8 from here on");
    }

    @Test
    void aFolderWithoutAModelIsTold() throws Exception {
        Files.move(root.resolve("model/notes.yaml"), root.resolve("model/notes.txt"));
        Map<String, String> before = snapshot();
        InvalidModelException invalid = assertThrows(InvalidModelException.class, () -> Generation.run(request()));
        assertEquals(
                "model:1:1: error[no-model]: no *.yaml file in this folder\n    begin with model/app.yaml",
                invalid.getMessage());
        assertEquals(before, snapshot());
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsChangeNothing() throws Exception {
        Map<String, String> before = snapshot();
        Files.writeString(root.resolve("model/notes.yaml"), "\ufeff" + MODEL.replace("\n", "\r\n"));
        assertEquals(List.of(), Generation.run(request()).written());
        Map<String, String> after = snapshot();
        for (String file : List.of("model/notes.yaml", "state")) {
            before.remove(file);
            after.remove(file);
        }
        assertEquals(before, after);
    }

    private void assertRefused(byte[] model, String expected) throws IOException {
        Files.write(root.resolve("model/notes.yaml"), model);
        Map<String, String> before = snapshot();
        InvalidModelException invalid = assertThrows(InvalidModelException.class, () -> Generation.run(request()));
        assertEquals(expected, invalid.getMessage());
        assertEquals(before, snapshot());
    }

    private static String aliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        return bomb.toString();
    }

    private GenerationRequest request() {
        return Requests.of(root);
    }

    /** Every file with its time of modification and its bytes. */
    private Map<String, String> snapshot() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.getLastModifiedTime(file) + " " + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
