package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.Model;
import io.rowloom.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A folder per rule: every query of its model breaks the rule, and {@code problems.txt} holds all that is said of it. */
class QueryRejectTest {
    @TestFactory
    Stream<DynamicTest> everyMistakeIsSaidWithItsPlace() throws IOException {
        return QueryFixtures.folders("reject").stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws Exception {
        Model model = QueryFixtures.model(folder);
        QueryAnalysis analysis = QueryAnalyzer.analyse(model);
        assertEquals("", QueryMeaning.of(analysis.queries()), "queries that nothing is wrong with");
        String problems = analysis.problems().stream().map(Problem::toString).collect(Collectors.joining("\n"));
        QueryFixtures.compare(folder.resolve("problems.txt"), problems + "\n");
    }
}
