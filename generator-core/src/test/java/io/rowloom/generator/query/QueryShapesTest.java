package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Queries of many shapes: what is told of them, and whether rows full of missing matches bear it out. */
class QueryShapesTest {
    private static final Path FOLDER = QueryFixtures.ROOT.resolve("shapes");

    @Test
    void everyShapeIsUnderstoodAsExpected() throws Exception {
        QueryAnalysis analysis = QueryAnalyzer.analyse(QueryFixtures.model(FOLDER));
        assertEquals(List.of(), analysis.problems());
        assertTrue(analysis.queries().size() >= 60, analysis.queries().size() + " queries");
        QueryFixtures.compare(FOLDER.resolve("meaning.txt"), QueryMeaning.of(analysis.queries()));
    }

    @TestFactory
    Stream<DynamicTest> noRowContradictsWhatWasTold() throws Exception {
        Model model = QueryFixtures.model(FOLDER);
        List<DynamicTest> tests = new ArrayList<>();
        for (AnalysedQuery query : QueryAnalyzer.analyse(model).queries()) {
            tests.add(DynamicTest.dynamicTest(query.query().name(), () -> {
                try (Connection empty = create(model);
                        Connection filled = create(model)) {
                    fill(filled);
                    RowCheck.check(empty, query);
                    RowCheck.check(filled, query);
                }
            }));
        }
        return tests.stream();
    }

    private static Connection create(Model model) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            for (String sql : SqliteSchema.render(model).sql()) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    private static void fill(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (String sql : Files.readString(FOLDER.resolve("data.sql")).split(";\\s*\n")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
