package io.rowloom.examples.sessions;

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
    void promptsAreAnsweredAndWhatFailedIsTriedAgain() {
        Path file = folder.resolve("sessions.db");

        List<String> first = run(file);
        List<String> second = run(file);

        assertEquals(
                List.of(
                        "Opened sessions.db",
                        "  prompt-1, attempt 1: completed",
                        "  prompt-2, attempt 1: pending, connection reset",
                        "  prompt-3, attempt 1: completed",
                        "  later, when the pause is over",
                        "  prompt-2, attempt 2: pending, connection reset",
                        "  later, when the pause is over",
                        "  prompt-2, attempt 3: failed, connection reset",
                        "  Dark mode, messages: 5, tokens: 115, last job: failed",
                        "  recently used: Dark mode",
                        "  jobs in all: 3"),
                first);
        assertEquals("  jobs in all: 6", second.get(second.size() - 1));
    }

    private static List<String> run(Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(file, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
