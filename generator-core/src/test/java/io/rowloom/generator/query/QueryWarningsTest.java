package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryWarningsTest {
    @Test
    void everyScanIsFoundWithAnIndexThatServes() throws Exception {
        compare("scans", "scans.txt", QueryAnalysis::fullScans, Problem::toString);
    }

    @Test
    void orderOfDecimalsIsTold() throws Exception {
        compare("decimals", "warnings.txt", QueryAnalysis::decimals, Problem::warning);
    }

    @Test
    void momentsOfDifferentFormsAreTold() throws Exception {
        compare("moments", "warnings.txt", QueryAnalysis::moments, Problem::warning);
    }

    @Test
    void updatesThatKeepNoVersionAreTold() throws Exception {
        compare("unkept", "warnings.txt", QueryAnalysis::unkept, Problem::warning);
    }

    /** Holds what is told of the queries of a fixture, none of which is wrong, against its file. */
    private static void compare(
            String fixture,
            String expected,
            Function<QueryAnalysis, List<Problem>> told,
            Function<Problem, String> spelled)
            throws Exception {
        Path folder = QueryFixtures.ROOT.resolve(fixture);
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(folder));
        assertEquals(List.of(), analysis.problems());
        String lines = told.apply(analysis).stream().map(spelled).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve(expected), lines + "\n");
    }
}
