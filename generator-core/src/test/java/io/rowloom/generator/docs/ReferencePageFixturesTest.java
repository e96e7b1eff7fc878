package io.rowloom.generator.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.query.QueryAnalyzer;
import io.rowloom.generator.testing.Fixtures;
import io.rowloom.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code fixtures/docs/<behaviour>}: model.yaml, expected.md. */
class ReferencePageFixturesTest {
    @TestFactory
    Stream<DynamicTest> aModelAsDocument() throws IOException {
        DocsContext context = new DocsContext(
                "docs/database.md",
                "src/main/rowloom/model.yaml",
                "mvn generate-sources",
                "src/main/resources/db/migration/sqlite",
                List.of("001_initial_schema.sql"));
        return Fixtures.in("docs", folder -> {
            Model model = Fixtures.model(folder);
            QueryAnalysis analysis = QueryAnalyzer.analyse(model);
            assertEquals(List.of(), analysis.problems());
            Fixtures.expect(
                    folder.resolve("expected.md"),
                    ReferencePage.render(model, analysis.queries(), context)
                            .text()
                            .get());
        });
    }
}
