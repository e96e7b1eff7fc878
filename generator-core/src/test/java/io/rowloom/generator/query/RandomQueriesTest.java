package io.rowloom.generator.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.NamedQuery.OptionalParameter;
import io.rowloom.model.NamedQuery.Order;
import io.rowloom.model.SqlText;
import io.rowloom.model.View;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random joins, unions, aggregates and subqueries over random rows: no NULL where none was told, no value of another type. */
class RandomQueriesTest {
    private static final int SEEDS = 12;
    private static final int QUERIES = 120;

    @Test
    void noNullIsInANonNullColumn() throws Exception {
        int told = 0;
        int viewsTold = 0;
        int rows = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Model tables = QueryFixtures.model(Path.of("src/test/fixtures/query/random"));
            Model views = withViews(tables, new RandomQueries(random, RandomQueries.TABLES));
            List<String> sources = new ArrayList<>(RandomQueries.TABLES);
            views.views().forEach(view -> sources.add(view.name()));
            viewsTold += views.views().size();
            Model model = withQueries(views, new RandomQueries(random, sources), QUERIES);
            QueryAnalysis analysis = QueryAnalyzer.analyse(model);
            // A query may have a column of no certain type, but each is one that SQLite takes.
            assertEquals(
                    List.of(),
                    analysis.problems().stream()
                            .filter(problem -> !problem.code().id().equals("query-result"))
                            .toList(),
                    "seed " + seed);
            told += analysis.queries().size();
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                fill(connection, model, random);
                for (AnalysedQuery query : analysis.queries()) {
                    try {
                        rows += RowCheck.check(connection, query);
                    } catch (AssertionError e) {
                        throw new AssertionError("seed " + seed, e);
                    }
                }
            }
        }
        assertTrue(told > SEEDS * QUERIES / 2, "only " + told + " queries were told");
        assertTrue(viewsTold > SEEDS, "only " + viewsTold + " views were told");
        assertTrue(rows > told, "only " + rows + " rows");
    }

    /** The model with views of which everything can be told, the second and third perhaps over those before. */
    private static Model withViews(Model model, RandomQueries queries) throws SQLException {
        Model known = model;
        for (int i = 0; i < 4; i++) {
            List<View> views = new ArrayList<>(known.views());
            views.add(new View(
                    "view" + i,
                    "view" + i,
                    "View" + i,
                    Optional.empty(),
                    Optional.empty(),
                    new SqlText(
                            queries.view().replace("t x", pick(views) + " x"),
                            model.database().location()),
                    List.of(),
                    model.database().location()));
            Model next = new Model(
                    model.database(), model.enums(), model.shapes(), model.tables(), views, List.of(), List.of());
            if (QueryAnalyzer.analyse(next).problems().isEmpty()) {
                known = next;
            }
        }
        return known;
    }

    /** The last view, or a table if there is none yet. */
    private static String pick(List<View> views) {
        return views.isEmpty() ? "t" : views.get(views.size() - 1).name();
    }

    private static Model withQueries(Model model, RandomQueries queries, int count) {
        List<NamedQuery> named = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (i % 6 == 5) {
                named.add(optional("q" + i, queries.optionalQuery(), model));
                continue;
            }
            named.add(new NamedQuery(
                    "q" + i,
                    Optional.empty(),
                    Optional.empty(),
                    queries.query(),
                    List.of(),
                    List.of(),
                    Optional.of("many"),
                    model.database().location(),
                    model.database().location()));
        }
        return new Model(
                model.database(),
                model.enums(),
                model.shapes(),
                model.tables(),
                model.views(),
                model.triggers(),
                named);
    }

    private static NamedQuery optional(String name, String sql, Model model) {
        Location here = model.database().location();
        return new NamedQuery(
                name,
                Optional.empty(),
                Optional.empty(),
                sql,
                List.of(),
                List.of(),
                List.of(new OptionalParameter("p", here), new OptionalParameter("q", here)),
                List.of(
                        new Order("up", new SqlText("n1", here), here),
                        new Order("down", new SqlText("n1 DESC", here), here)),
                Optional.of("many"),
                here,
                here);
    }

    private static void fill(Connection connection, Model model, Random random) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : SqliteSchema.render(model).sql()) {
                statement.execute(sql);
            }
            for (String table : RandomQueries.TABLES) {
                for (int row = random.nextInt(5); row > 0; row--) {
                    statement.execute("INSERT INTO " + table + " (a, b, c, d, e) VALUES (" + random.nextInt(3) + ", "
                            + maybe(random, String.valueOf(random.nextInt(3))) + ", '" + "xyz".charAt(random.nextInt(3))
                            + "', " + maybe(random, "'" + "xyz".charAt(random.nextInt(3)) + "'") + ", "
                            + maybe(random, random.nextInt(4) == 0 ? "9e999" : "0.5") + ")");
                }
            }
        }
    }

    private static String maybe(Random random, String value) {
        return random.nextBoolean() ? "NULL" : value;
    }
}
