package io.rowloom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a run, and that they leave the rest of the page alone. */
class ResultPageTest {
    private static final Plan PLAN = Plan.of("full");

    @Test
    void onlyWhatIsBetweenTheMarksIsWritten(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "before\n" + ResultPage.BEGIN + "\nold\n" + ResultPage.END + "\nafter\n");
        ResultPage.write(page, "new\n");
        ResultPage.write(page, "newer\n");
        assertEquals(
                "before\n" + ResultPage.BEGIN + "\n\nnewer\n\n" + ResultPage.END + "\nafter\n", Files.readString(page));
    }

    @Test
    void aPageWithoutMarksIsLeftAsItIs(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("page.md");
        Files.writeString(page, "text\n");
        assertThrows(IllegalArgumentException.class, () -> ResultPage.write(page, "new\n"));
        assertEquals("text\n", Files.readString(page));
    }

    @Test
    void thePageOfTheProjectHasTheMarks() throws IOException {
        String page = Files.readString(Path.of("../docs/performance.md"));
        assertTrue(ResultPage.replaced(page, "new\n").contains("\n\nnew\n\n"));
    }

    @Test
    void ratiosAreThoseOfTheSameRound() {
        Measured measured = new Measured();
        measured.add(Work.LIST, Libraries.HAND_WRITTEN, new Measured.Cell(100, 90, 1000));
        measured.add(Work.LIST, Libraries.ROWLOOM, new Measured.Cell(50, 45, 500));
        measured.add(Work.LIST, Libraries.HAND_WRITTEN, new Measured.Cell(400, 300, 1000));
        measured.add(Work.LIST, Libraries.ROWLOOM, new Measured.Cell(280, 150, 500));
        assertEquals(0.6, measured.ratio(Work.LIST, Libraries.ROWLOOM), 1e-9);
        assertEquals(0.5, measured.cpuRatio(Work.LIST, Libraries.ROWLOOM), 1e-9);
        assertEquals(500, measured.bytes(Work.LIST, Libraries.ROWLOOM), 1e-9);
    }

    @Test
    void aMissedGoalAndAFasterLibraryAreSaid() throws IOException {
        String good = page(0.7, 1.2);
        assertTrue(good.contains("Every goal is met. No other library is as fast"), good);
        assertTrue(good.contains("| list of 100 rows by index | ≤ 0.75 | 1,000 ns | 0.70 | 1.20 | 1.20 |"), good);
        String bad = page(0.8, 0.8);
        assertTrue(bad.contains("Goals that this run misses: list (0.80"), bad);
        assertTrue(bad.contains("As fast as Rowloom or faster: jOOQ in list"), bad);
    }

    private static String page(double rowloom, double others) throws IOException {
        Measured measured = new Measured();
        Map<Libraries, Double> starts = new EnumMap<>(Libraries.class);
        for (Libraries library : Libraries.values()) {
            double ratio = library == Libraries.HAND_WRITTEN ? 1 : library == Libraries.ROWLOOM ? rowloom : others;
            measured.add(Work.LIST, library, new Measured.Cell(1000 * ratio, 1000 * ratio, 64));
            starts.put(library, 100.0);
        }
        Findings findings = new Findings(measured, starts, List.of(), new Streaming.Result(10_000_000, 12, 10));
        return new ResultPage(findings, PLAN, Duration.ofMinutes(20)).text();
    }
}
