package io.rowloom.examples.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder;

    @Test
    void whatOneRunStoresTheNextRunFinds() {
        Path file = folder.resolve("broker.db");

        List<String> first = run(file);
        List<String> second = run(file);

        assertEquals(
                List.of(
                        "Opened broker.db",
                        "  Alice reads: Is the build green?",
                        "  Alice reads: And the tests?",
                        "  answers for Bob: 2, new messages for Alice: 0",
                        "  USER: Run the tests.",
                        "  ASSISTANT: They pass.",
                        "  a conversation of Alice, completed, turns: 2",
                        "  measurements near compaction: 1",
                        "  starts: 2, messages: 4, problems in the file: 0"),
                first.stream().filter(line -> !line.contains(" is active")).toList());
        assertEquals(
                2,
                first.stream()
                        .filter(line -> line.contains("is active and can code, test"))
                        .count());
        assertEquals("  starts: 4, messages: 8, problems in the file: 0", second.get(second.size() - 1));
    }

    private static List<String> run(Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(file, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
