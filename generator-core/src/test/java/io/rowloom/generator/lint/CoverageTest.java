package io.rowloom.generator.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
    @TempDir
    private Path folder;

    @Test
    void tablesAndColumnsCountAlikeAndOnlyEverythingIsAHundred() throws Exception {
        Path file = folder.resolve("model.yaml");
        Files.writeString(file, """
                rowloom: 1
                database: {name: shop, package: com.example}
                tables:
                  customers:
                    description: Who buys.
                    columns:
                      id: {type: bigint, primary_key: auto, description: A number.}
                      name: text
                """);

        Coverage coverage = Coverage.of(ModelReader.read(file, folder));

        assertEquals(1, coverage.share().describedTables());
        assertEquals(1, coverage.share().tables());
        assertEquals(1, coverage.share().describedColumns());
        assertEquals(2, coverage.share().columns());
        assertEquals(66, coverage.share().percent());
        assertEquals(
                List.of("model.yaml:8:7 the column 'name' of 'customers'"),
                coverage.missing().stream()
                        .map(missing -> missing.location() + " " + missing.name())
                        .toList());
    }

    @Test
    void aDocumentStatesItsShareAndIsReadAgain() {
        for (Share share : List.of(new Share(1, 1, 1, 0), new Share(24, 20, 310, 7), new Share(0, 0, 0, 0))) {
            assertEquals(Optional.of(share), Share.in("# shop\n\n- Described: " + share.text() + "\n- more\n"));
        }
        assertEquals("1 of 1 table, 0 of 1 column (50 %)", new Share(1, 1, 1, 0).text());
        assertEquals(Optional.empty(), Share.in("# shop\n\nDescribed: all\n"));
    }

    @Test
    void sharesAreComparedBeforeTheyAreRounded() {
        Share most = new Share(1, 1, 999, 998);
        Share fewer = new Share(1, 1, 999, 997);
        assertEquals(99, most.percent());
        assertEquals(99, fewer.percent());
        assertTrue(fewer.isBelow(most));
        assertFalse(most.isBelow(fewer));
        assertFalse(most.isBelow(most));
        assertFalse(new Share(2, 1, 6, 3).isBelow(new Share(1, 0, 3, 2)), "a half of more is a half");
        assertTrue(new Share(1, 0, 1, 1).isBelow(new Share(0, 0, 0, 0)));
        assertFalse(new Share(0, 0, 0, 0).isBelow(new Share(1, 1, 1, 1)));
    }
}
