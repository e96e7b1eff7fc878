package io.rowloom.examples.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        Path file = folder.resolve("agents.db");

        List<String> first = run(file);
        List<String> second = run(file);

        assertEquals(
                List.of(
                        "Opened agents.db: migrations applied 0, pending 8",
                        "Migrated to 008_order_logs_of_a_session",
                        "  Code Review Session of Code Review Assistant is completed, with large-2 and at most 20 steps",
                        "  page 1: {\"text\":\"Please review the authentication module\",\"files\":[\"/src/auth/login.ts\"]}"
                                + " {\"text\":\"First the login\"} {\"step\":1} {\"step\":2}",
                        "  page 2: {\"step\":3} {\"step\":4}",
                        "  the last: {\"step\":4}",
                        "  sessions completed: 1, logs: 6"),
                first);
        assertEquals("Opened agents.db: migrations applied 8, pending 0", second.get(0));
        assertEquals("  sessions completed: 2, logs: 12", second.get(second.size() - 1));
    }

    @Test
    void anOldFileIsBroughtUpToDateFirst() throws Exception {
        Path file = folder.resolve("agents.db");
        OldDatabase.make(file);

        List<String> lines = run(file);

        assertEquals("Opened agents.db: migrations applied 2, pending 6", lines.get(0));
        assertTrue(lines.get(2).contains("of Reviewer is completed, with large-1"), lines.get(2));
    }

    private static List<String> run(Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(file, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
