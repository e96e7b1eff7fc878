package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.schema.UniqueSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * Fills every table of a scratch database with a few rows that keep all constraints: the samples of the model, then odd texts,
 * boundary numbers, values of the types that the model knows, NULLs, rows that refer to each other, to themselves and in circles.
 *
 * <p>What a row must hold is tried on the engine; where the first choice is refused, others are drawn at random, always
 * the same ones.
 */
public final class SyntheticRows {
    private static final int ROWS = 5;
    private static final int ATTEMPTS = 40;

    private final ScratchDatabase database;
    private final Schema schema;
    private final Map<String, List<Map<String, String>>> samples;
    private final Map<String, Map<String, ColumnType>> types;
    private final Candidates candidates;
    private final Random random = new Random(20260126);
    private final Map<String, Map<String, List<String>>> pools = new HashMap<>();
    private final Set<String> filled = new LinkedHashSet<>();

    private SyntheticRows(
            ScratchDatabase database,
            Schema schema,
            Map<String, List<Map<String, String>>> samples,
            Map<String, Map<String, ColumnType>> types) {
        this.database = database;
        this.schema = schema;
        this.samples = samples;
        this.types = types;
        this.candidates = new Candidates(database);
    }

    /**
     * Fills the tables.
     *
     * @param database a database without rows
     * @param schema what its rows must satisfy: its own schema, maybe with more constraints
     * @param samples rows to begin with, by table, each SQL literals by column, names in lower case; keys that refer to other
     *     rows are replaced by keys that are there
     * @param types what columns hold, by table, by column, names in lower case; a column that is not there holds anything
     * @return the names of tables for which no row was found
     */
    public static List<String> fill(
            ScratchDatabase database,
            Schema schema,
            Map<String, List<Map<String, String>>> samples,
            Map<String, Map<String, ColumnType>> types)
            throws SQLException {
        return new SyntheticRows(database, schema, samples, types).fill();
    }

    private List<String> fill() throws SQLException {
        // Off, so that tables may refer to each other in circles; what refers to nothing in the end is removed.
        database.execute("PRAGMA foreign_keys = OFF");
        database.execute("BEGIN");
        List<String> guards = addGuards();
        for (TableSchema table : parentsFirst()) {
            fill(table);
            filled.add(SqlExpression.lower(table.name()));
        }
        for (TableSchema table : schema.tables()) {
            closeCircles(table);
        }
        for (String guard : guards) {
            database.execute("DROP INDEX " + guard);
        }
        OrphanRows.remove(database, schema);
        for (TableSchema table : schema.tables()) {
            if (table.autoIncrement()) {
                // As if rows with higher numbers had been there and were deleted.
                database.execute("UPDATE sqlite_sequence SET seq = seq + 7 WHERE name = " + literal(table.name()));
            }
        }
        database.execute("COMMIT");
        database.execute("PRAGMA foreign_keys = ON");
        List<String> empty = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            if (database.texts("SELECT 1 FROM " + SqliteNames.quote(table.name()) + " LIMIT 1")
                    .isEmpty()) {
                empty.add(table.name());
            }
        }
        return empty;
    }

    /** Unique constraints that the engine does not know yet. */
    private List<String> addGuards() throws SQLException {
        List<String> guards = new ArrayList<>();
        for (TableSchema table : schema.tables()) {
            for (UniqueSchema unique : table.uniques()) {
                String guard = "rowloom_guard_" + guards.size();
                StringJoiner columns = new StringJoiner(", ", " (", ")");
                unique.parts()
                        .forEach(part -> columns.add(SqliteNames.quote(part.column())
                                + part.collation()
                                        .map(name -> " COLLATE " + SqliteNames.quote(name))
                                        .orElse("")));
                database.execute("CREATE UNIQUE INDEX " + guard + " ON " + SqliteNames.quote(table.name()) + columns);
                guards.add(guard);
            }
        }
        return guards;
    }

    private List<TableSchema> parentsFirst() {
        Map<String, TableSchema> order = new LinkedHashMap<>();
        List<TableSchema> rest = new ArrayList<>(schema.tables());
        while (!rest.isEmpty()) {
            TableSchema next = rest.stream()
                    .filter(table -> table.foreignKeys().stream()
                            .allMatch(key -> isSelf(table, key)
                                    || order.containsKey(SqlExpression.lower(key.targetTable()))
                                    || schema.table(key.targetTable()).isEmpty()))
                    .findFirst()
                    .orElse(rest.get(0));
            rest.remove(next);
            order.put(SqlExpression.lower(next.name()), next);
        }
        return List.copyOf(order.values());
    }

    private static boolean isSelf(TableSchema table, ForeignKeySchema key) {
        return key.targetTable().equalsIgnoreCase(table.name());
    }

    private void fill(TableSchema table) throws SQLException {
        int made = 0;
        for (Map<String, String> sample : samples.getOrDefault(SqlExpression.lower(table.name()), List.of())) {
            made += insert(table, made, 0, sample) ? 1 : 0;
        }
        for (int row = 0; row < ROWS; row++) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (insert(table, row, attempt, Map.of())) {
                    made++;
                    break;
                }
            }
            if (made == 0) {
                return;
            }
        }
    }

    private boolean insert(TableSchema table, int row, int attempt, Map<String, String> given) throws SQLException {
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (ColumnSchema column : table.columns()) {
            if (column.generated().isEmpty()) {
                String known = given.get(SqlExpression.lower(column.name()));
                values.put(column.name(), known == null ? value(table, column, row, attempt) : known);
            }
        }
        for (ForeignKeySchema key : table.foreignKeys()) {
            refer(table, key, values, row, attempt);
        }
        StringJoiner columns = new StringJoiner(", ", " (", ")");
        StringJoiner literals = new StringJoiner(", ", " VALUES (", ")");
        values.forEach((column, value) -> {
            columns.add(SqliteNames.quote(column));
            literals.add(value);
        });
        String into = values.isEmpty() ? " DEFAULT VALUES" : columns.toString() + literals;
        try {
            database.execute("SAVEPOINT one_row");
            database.execute("INSERT INTO " + SqliteNames.quote(table.name()) + into);
            if (isRefused(table)) {
                database.execute("ROLLBACK TO one_row");
                return false;
            }
            return true;
        } catch (SQLException refused) {
            // The engine is asked: a row that breaks a constraint is simply not there, and another one is tried.
            return false;
        } finally {
            database.execute("RELEASE one_row");
        }
    }

    /** Whether rows break a condition that the engine does not know yet. */
    private boolean isRefused(TableSchema table) throws SQLException {
        StringBuilder query = new StringBuilder("SELECT 1 FROM ").append(SqliteNames.quote(table.name()));
        query.append(" WHERE 0");
        table.checks()
                .forEach(check -> query.append(" OR NOT coalesce((")
                        .append(check.expression())
                        .append("), 1)"));
        for (ColumnSchema column : table.columns()) {
            if (column.notNull()) {
                query.append(" OR ").append(SqliteNames.quote(column.name())).append(" IS NULL");
            }
        }
        return !database.texts(query.append(" LIMIT 1").toString()).isEmpty();
    }

    private String value(TableSchema table, ColumnSchema column, int row, int attempt) throws SQLException {
        List<String> pool = pool(table, column);
        boolean mayBeNull =
                !column.notNull() && table.rowidColumn().filter(column::equals).isEmpty();
        if (mayBeNull && (pool.isEmpty() || (attempt == 0 ? row == ROWS - 1 : random.nextInt(6) == 0))) {
            return "NULL";
        }
        if (pool.isEmpty()) {
            return "NULL";
        }
        return pool.get(attempt == 0 ? row % pool.size() : random.nextInt(pool.size()));
    }

    private List<String> pool(TableSchema table, ColumnSchema column) throws SQLException {
        Map<String, List<String>> ofTable =
                pools.computeIfAbsent(SqlExpression.lower(table.name()), name -> new HashMap<>());
        List<String> pool = ofTable.get(column.name());
        if (pool == null) {
            ColumnType type = types.getOrDefault(SqlExpression.lower(table.name()), Map.of())
                    .get(SqlExpression.lower(column.name()));
            pool = candidates.of(table, column, Optional.ofNullable(type));
            ofTable.put(column.name(), pool);
        }
        return pool;
    }

    /** Lets the row refer to one that is there; to itself where there is none, or to nothing. */
    private void refer(TableSchema table, ForeignKeySchema key, Map<String, String> values, int row, int attempt)
            throws SQLException {
        boolean mayBeNull = key.columns().stream()
                .allMatch(name ->
                        table.column(name).filter(column -> !column.notNull()).isPresent());
        boolean self = isSelf(table, key);
        boolean known = self || filled.contains(SqlExpression.lower(key.targetTable()));
        List<List<String>> targets = known ? keys(key) : List.of();
        List<String> target = List.of();
        if (!targets.isEmpty()) {
            boolean nothing = mayBeNull && row == ROWS - 1 && attempt == 0;
            target = targets.get(attempt == 0 ? row % targets.size() : random.nextInt(targets.size()));
            target = nothing ? List.of() : target;
        } else if (!mayBeNull) {
            target = self ? own(key, values) : expected(key, row);
        }
        for (int i = 0; i < key.columns().size(); i++) {
            if (!target.isEmpty() || mayBeNull) {
                values.put(key.columns().get(i), target.isEmpty() ? "NULL" : target.get(i));
            }
        }
    }

    private static List<String> own(ForeignKeySchema key, Map<String, String> values) {
        return key.targetColumns().stream()
                .map(column -> values.getOrDefault(column, "NULL"))
                .toList();
    }

    /** What the row of that number will have once its table is filled, if the first choice is taken there. */
    private List<String> expected(ForeignKeySchema key, int row) throws SQLException {
        List<String> expected = new ArrayList<>();
        TableSchema target = schema.table(key.targetTable()).orElse(null);
        if (target == null) {
            return expected;
        }
        for (String name : key.targetColumns()) {
            ColumnSchema column = target.column(name).orElseThrow();
            expected.add(value(target, column, row, 0));
        }
        return expected;
    }

    private List<List<String>> keys(ForeignKeySchema key) throws SQLException {
        StringJoiner columns = new StringJoiner(", ", "SELECT ", " FROM " + SqliteNames.quote(key.targetTable()));
        key.targetColumns().forEach(column -> columns.add("quote(" + SqliteNames.quote(column) + ")"));
        List<List<String>> keys = new ArrayList<>();
        if (key.targetColumns().isEmpty()) {
            return keys;
        }
        try (Statement statement = database.connection().createStatement();
                ResultSet rows = statement.executeQuery(columns.toString())) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= key.targetColumns().size(); i++) {
                    values.add(rows.getString(i));
                }
                if (!values.contains("NULL")) {
                    keys.add(values);
                }
            }
        }
        return keys;
    }

    /** Rows that could not refer to anything when they were made do so now, where that breaks nothing. */
    private void closeCircles(TableSchema table) throws SQLException {
        for (ForeignKeySchema key : table.foreignKeys()) {
            List<List<String>> targets = keys(key);
            if (targets.isEmpty()) {
                continue;
            }
            StringJoiner assignments = new StringJoiner(", ");
            StringJoiner nothing = new StringJoiner(" AND ");
            for (int i = 0; i < key.columns().size(); i++) {
                String column = SqliteNames.quote(key.columns().get(i));
                assignments.add(column + " = " + targets.get(targets.size() - 1).get(i));
                nothing.add(column + " IS NULL");
            }
            String keepOne = " AND (SELECT count(*) FROM " + SqliteNames.quote(table.name()) + " WHERE "
                    + String.join(
                            " OR ",
                            key.columns().stream()
                                    .map(SqliteNames::quote)
                                    .map(c -> c + " IS NOT NULL")
                                    .toList())
                    + ") = 0";
            database.execute("SAVEPOINT circle");
            try {
                database.execute("UPDATE " + SqliteNames.quote(table.name()) + " SET " + assignments + " WHERE "
                        + nothing + keepOne);
                if (isRefused(table)) {
                    database.execute("ROLLBACK TO circle");
                }
            } catch (SQLException refused) {
                // A constraint forbids the circle; the rows stay as they are.
                database.execute("ROLLBACK TO circle");
            }
            database.execute("RELEASE circle");
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
