package io.rowloom.generator.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.ModelReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

        assertEquals(1, coverage.describedTables());
        assertEquals(1, coverage.tables());
        assertEquals(1, coverage.describedColumns());
        assertEquals(2, coverage.columns());
        assertEquals(66, coverage.percent());
        assertEquals(
                List.of("model.yaml:8:7 the column 'name' of 'customers'"),
                coverage.missing().stream()
                        .map(missing -> missing.location() + " " + missing.name())
                        .toList());
    }
}
