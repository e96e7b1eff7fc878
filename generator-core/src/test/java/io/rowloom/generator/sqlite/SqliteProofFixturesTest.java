package io.rowloom.generator.sqlite;

import io.rowloom.generator.testing.Fixtures;
import io.rowloom.model.Model;
import io.rowloom.model.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code fixtures/prove/<problem-code>}: model.yaml, problems.txt with the complete text. */
class SqliteProofFixturesTest {
    @TestFactory
    Stream<DynamicTest> whatSqliteRefusesIsToldAtItsPlace() throws IOException {
        return Fixtures.in("prove", folder -> {
            Model model = Fixtures.model(folder);
            List<Problem> problems = new ArrayList<>(SqliteProof.prove(model, SqliteSchema.render(model)));
            if (problems.isEmpty()) {
                problems.addAll(SampleProof.prove(model));
            }
            Fixtures.expect(
                    folder.resolve("problems.txt"),
                    problems.stream().map(Problem::toString).collect(Collectors.joining("\n", "", "\n")));
        });
    }
}
