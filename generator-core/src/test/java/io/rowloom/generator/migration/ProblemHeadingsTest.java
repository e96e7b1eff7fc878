package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever looks for the code of a message finds it in the docs. */
class ProblemHeadingsTest {
    private static final Path DOCS = Path.of("../docs");

    @Test
    void everyProblemAndHazardOfMigrationsHasAHeading() throws IOException {
        Set<String> headings = Files.readAllLines(DOCS.resolve("migrations.md")).stream()
                .filter(line -> line.startsWith("#### "))
                .map(line -> line.substring("#### ".length()))
                .collect(Collectors.toSet());
        List<String> codes = new ArrayList<>(Stream.concat(
                        Arrays.stream(MigrationProblem.Code.values()).map(MigrationProblem.Code::id),
                        Arrays.stream(Hazard.Code.values()).map(Hazard.Code::id))
                .toList());
        codes.add("migration-stale");
        assertEquals(Set.copyOf(codes), headings);
    }

    @Test
    void everyProblemOfGoalsOnADatabaseIsInTheTable() throws IOException {
        String page = Files.readString(DOCS.resolve("maven-plugin.md"));
        for (String code : List.of("database-url", "database-history")) {
            assertTrue(page.contains("| `" + code + "` |"), code);
        }
    }
}
