package io.rowloom.examples.coordination;

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
        Path file = folder.resolve("coordination.db");

        List<String> firstRun = run(file);
        List<String> secondRun = run(file);

        assertTrue(firstRun.contains("  dev-2 can't start parser, a file of it is held: rolled back"));
        assertTrue(firstRun.contains("  lead-1/guide is failed, because the tool that renders it is missing"));
        assertEquals(
                List.of(
                        "  90750 tokens for $0.2081",
                        "  sessions: 1, activities: 8, files held: 0, delegations open: 0"),
                lastTwo(firstRun));
        assertEquals(
                List.of(
                        "  181500 tokens for $0.4162",
                        "  sessions: 2, activities: 16, files held: 0, delegations open: 0"),
                lastTwo(secondRun));
    }

    private static List<String> lastTwo(List<String> lines) {
        return lines.subList(lines.size() - 2, lines.size());
    }

    private static List<String> run(Path file) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Main.run(file, new PrintStream(output, true, StandardCharsets.UTF_8));
        return output.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
