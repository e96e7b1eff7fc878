package io.rowloom.examples.sprites;

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
        Path file = folder.resolve("sprites.db");

        List<String> first = run(file);
        List<String> second = run(file);

        assertEquals(
                List.of(
                        "Opened sprites.db",
                        "  telegram:update:1 is taken",
                        "  telegram:update:2 is taken",
                        "  telegram:update:1 was delivered before",
                        "  one event is dealt with",
                        "  one event is dealt with",
                        "  the conversation goes on using its shell",
                        "  remembers: The team deploys on Tuesdays.",
                        "  two hours later",
                        "  conversations shortened: 1",
                        "  shells closed: 1",
                        "  forgotten deliveries: 2, memories: 0",
                        "  summary: 4 messages, the last: Scout says: yes, as 3 messages show."),
                first);
        assertEquals("  telegram:update:3 is taken", second.get(1));
        assertEquals(
                "  summary: 4 messages, the last: Scout says: yes, as 3 messages show."
                        + " Then 4 messages, the last: Scout says: yes, as 3 messages and a summary show.",
                second.get(second.size() - 1));
    }

    private static List<String> run(Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(file, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
