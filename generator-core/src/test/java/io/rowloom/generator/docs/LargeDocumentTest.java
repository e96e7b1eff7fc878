package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.testing.LargeModel;
import io.rowloom.model.Model;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document of a thousand tables is divided into pages that people and forges can show. */
class LargeDocumentTest {
    /** GitHub shows no more of a file as a page. */
    private static final int MOST_CHARACTERS = 500_000;

    @TempDir
    private Path folder;

    @Test
    void aFewTablesAreOnePageAndManyAreAFolder() throws Exception {
        assertEquals(1, render(LargeModel.of(folder, 40), DocsLayout.AUTO).size());
        // The index, three sections and the tables.
        assertEquals(
                1 + 3 + 41, render(LargeModel.of(folder, 41), DocsLayout.AUTO).size());
    }

    @Test
    void theLargestPageThatIsNotDividedCanBeShown() throws Exception {
        GeneratedFile page = render(LargeModel.of(folder, 40), DocsLayout.AUTO).get(0);
        int size = page.text().get().length();
        assertTrue(size < MOST_CHARACTERS, size + " characters");
    }

    @Test
    void everyPageOfAThousandTablesCanBeShownAndHasItsOwnFile() throws Exception {
        List<GeneratedFile> files = render(LargeModel.of(folder, 1000), DocsLayout.AUTO);
        Set<String> paths = new HashSet<>();
        for (GeneratedFile file : files) {
            assertTrue(paths.add(file.path()), file.path());
            int size = file.text().get().length();
            assertTrue(size < MOST_CHARACTERS, file.path() + ": " + size + " characters");
        }
        assertEquals(1 + 50 + 1000, files.size());
        assertTrue(paths.contains("docs/database/tables/table_999.md"), paths.toString());
    }

    @Test
    void fourTimesTheTablesTakeAboutFourTimesTheWork() throws Exception {
        Model small = LargeModel.of(folder, 200);
        Model large = LargeModel.of(folder, 800);
        work(small);
        long few = Math.min(work(small), work(small));
        long many = Math.min(work(large), work(large));
        // What grew with the square of the tables would take sixteen times as long.
        assertTrue(many < few * 9, few / 1_000_000 + " ms and " + many / 1_000_000 + " ms");
    }

    /** The processor's time, which other programs do not lengthen. */
    private static long work(Model model) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int length = 0;
        for (GeneratedFile file : render(model, DocsLayout.FOLDER)) {
            length += file.text().get().length();
        }
        assertTrue(length > 0);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static List<GeneratedFile> render(Model model, DocsLayout layout) {
        DocsContext context = new DocsContext(
                "docs/database.md", "/srv/project", "model.yaml", "mvn x", "db", List.of(), layout, Islands.NONE);
        return ReferenceDocument.render(model, QueryAnalysis.NONE, Daos.of(model), context);
    }
}
