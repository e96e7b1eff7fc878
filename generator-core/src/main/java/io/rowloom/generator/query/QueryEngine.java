package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.EngineFunctions;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.generator.sqlite.SqliteStatement;
import io.rowloom.generator.sqlite.SqliteStatement.Kind;
import io.rowloom.model.Model;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.sqlite.JDBC;

/** A SQLite in memory that holds the model's tables and nothing in them; what it says of a statement is how it is. */
final class QueryEngine implements AutoCloseable {
    private static final String TRIED_INDEX = "rowloom_tried_index";

    private final Connection connection;
    private final EngineFunctions functions;

    /**
     * A column of a result as the engine names it; the driver does not say which column of the table it is.
     *
     * @param label its name
     * @param table the table that it comes from unchanged; empty for an expression
     */
    record EngineColumn(String label, Optional<String> table) {}

    private QueryEngine(Connection connection) throws SQLException {
        this.connection = connection;
        this.functions = EngineFunctions.read(connection);
    }

    /** An engine that holds the tables and indexes of a model. */
    static QueryEngine open(Model model) throws SQLException {
        // Without the driver manager, which sees drivers of other class loaders than ours in a Maven build.
        Connection connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            for (SqliteStatement next : SqliteSchema.render(model).statements()) {
                if (next.kind() == Kind.CREATE_TABLE || next.kind() == Kind.CREATE_INDEX) {
                    statement.execute(next.sql());
                }
            }
            statement.execute("COMMIT");
            // An index that SQLite makes for the length of a query hides that it reads the whole table.
            statement.execute("PRAGMA automatic_index = off");
            return new QueryEngine(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Runs a statement. */
    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    EngineFunctions functions() {
        return functions;
    }

    /**
     * Prepares a statement.
     *
     * @return the columns of its result; empty if it has none
     * @throws SQLException if the engine does not take it
     */
    List<EngineColumn> prepare(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<EngineColumn> columns = new ArrayList<>();
            ResultSetMetaData found = statement.getMetaData();
            int count;
            try {
                count = found.getColumnCount();
            } catch (SQLException none) {
                // The driver's way to say that there are none.
                return columns;
            }
            for (int i = 1; i <= count; i++) {
                String table = found.getTableName(i);
                columns.add(new EngineColumn(
                        found.getColumnLabel(i),
                        table == null || table.isEmpty() ? Optional.empty() : Optional.of(table)));
            }
            return columns;
        }
    }

    /**
     * The tables of which the statement makes rows without values: outer joins, aggregates of nothing.
     *
     * @see <a href="https://sqlite.org/opcode.html#NullRow">NullRow</a>
     */
    Set<String> tablesWithoutValues(String sql) throws SQLException {
        Map<Integer, String> roots = new HashMap<>();
        Map<Integer, String> cursors = new HashMap<>();
        List<Integer> nullRows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery("SELECT rootpage, tbl_name FROM sqlite_schema")) {
                while (rows.next()) {
                    roots.put(rows.getInt(1), rows.getString(2));
                }
            }
            try (ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
                while (rows.next()) {
                    String opcode = rows.getString("opcode");
                    int cursor = rows.getInt("p1");
                    if (opcode.equals("OpenRead") && rows.getInt("p3") == 0) {
                        String table = roots.get(rows.getInt("p2"));
                        if (table != null) {
                            cursors.put(cursor, table);
                        }
                    } else if (opcode.equals("NullRow")) {
                        nullRows.add(cursor);
                    }
                }
            }
        }
        Set<String> tables = new TreeSet<>();
        for (int cursor : nullRows) {
            if (cursors.containsKey(cursor)) {
                tables.add(cursors.get(cursor));
            }
        }
        return tables;
    }

    /** The steps of the plan, each indented by two spaces for every step that it is within. */
    List<String> plan(String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        Map<Integer, Integer> depths = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                int depth = depths.getOrDefault(rows.getInt("parent"), -1) + 1;
                depths.put(rows.getInt("id"), depth);
                steps.add("  ".repeat(depth) + rows.getString("detail"));
            }
        }
        return steps;
    }

    /** The plan as it would be with one more index. */
    List<String> planWithIndex(String sql, String table, List<String> columns) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE INDEX " + TRIED_INDEX + " ON " + SqliteNames.quote(table) + " ("
                    + SqliteNames.quoteAll(columns) + ')');
            try {
                return plan(sql);
            } finally {
                statement.execute("DROP INDEX " + TRIED_INDEX);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
