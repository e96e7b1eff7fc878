package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.generator.testing.TestModels;
import io.rowloom.model.Column;
import io.rowloom.model.Model;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** A migrated database has its columns in the order in which they were added, whatever the model's is. */
    @TestFactory
    Stream<DynamicTest> orderOfColumnsMakesNoDifference() throws Exception {
        Model model = QueryFixtures.model(FOLDER);
        List<DynamicTest> tests = new ArrayList<>();
        for (AnalysedQuery query : QueryAnalyzer.analyse(model).queries()) {
            tests.add(DynamicTest.dynamicTest(query.query().name(), () -> {
                try (Connection asModelled = create(model);
                        Connection otherwise = create(withColumnsReversed(model))) {
                    fill(asModelled);
                    fill(otherwise);
                    assertEquals(stored(asModelled, query), stored(otherwise, query), query.sql());
                }
            }));
        }
        return tests.stream();
    }

    /** What a query gives for parameters that are NULL, and all that the tables hold then. */
    private static List<String> stored(Connection connection, AnalysedQuery query) throws SQLException {
        connection.setAutoCommit(false);
        List<String> found = new ArrayList<>();
        try {
            RowCheck.rows(connection, query).forEach(row -> found.add(row.toString()));
        } catch (SQLException refused) {
            // Which of several NULL is told depends on the order.
            found.add(refused.getClass().getName());
        }
        found.sort(Comparator.naturalOrder());
        try (Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery("SELECT key, value FROM settings ORDER BY key")) {
            while (settings.next()) {
                found.add(settings.getString(1) + " is " + settings.getString(2));
            }
        }
        return found;
    }

    private static Model withColumnsReversed(Model model) {
        return TestModels.withColumns(model, table -> {
            List<Column> columns = new ArrayList<>(table.columns());
            Collections.reverse(columns);
            return columns;
        });
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
