package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QueryWarningsTest {
    @Test
    void everyScanIsFoundWithAnIndexThatServes() throws Exception {
        Path folder = QueryFixtures.ROOT.resolve("scans");
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(folder));
        assertEquals(List.of(), analysis.problems());
        String scans = analysis.fullScans().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve("scans.txt"), scans + "\n");
    }

    @Test
    void orderOfDecimalsIsTold() throws Exception {
        Path folder = QueryFixtures.ROOT.resolve("decimals");
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(folder));
        assertEquals(List.of(), analysis.problems());
        String told = analysis.decimals().stream().map(Problem::warning).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve("warnings.txt"), told + "\n");
    }

    @Test
    void momentsOfDifferentFormsAreTold() throws Exception {
        Path folder = QueryFixtures.ROOT.resolve("moments");
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(folder));
        assertEquals(List.of(), analysis.problems());
        String told = analysis.moments().stream().map(Problem::warning).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve("warnings.txt"), told + "\n");
    }

    @Test
    void updatesThatKeepNoVersionAreTold() throws Exception {
        Path folder = QueryFixtures.ROOT.resolve("unkept");
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(folder));
        assertEquals(List.of(), analysis.problems());
        String told = analysis.unkept().stream().map(Problem::warning).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve("warnings.txt"), told + "\n");
    }
}
