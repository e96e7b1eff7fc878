package io.rowloom.generator.sqlite;

import io.rowloom.generator.output.Fingerprint;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Model;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.StringJoiner;
import org.sqlite.JDBC;

/**
 * Puts the samples of a model into a database that has its schema, so that a row which the schema refuses is a mistake at its
 * line and not a lie in the documents.
 *
 * <p>Every row is there before foreign keys are looked at, so samples may stand in any order and refer to each other in circles.
 * What a row refers to has to be a sample too.
 */
public final class SampleProof {
    private final Model model;
    private final Connection connection;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** A sample that is in the database, and the values by which it is found again. */
    private record Row(Table table, Sample sample, List<String> key, List<Object> values) {}

    private SampleProof(Model model, Connection connection) {
        this.model = model;
        this.connection = connection;
    }

    /** Equal for two models if their samples meet the same schema; empty without samples, which need no proof. */
    public static String fingerprint(Model model) {
        Fingerprint fingerprint = new Fingerprint();
        boolean any = false;
        for (Table table : model.tables()) {
            for (Sample sample : table.samples()) {
                any = true;
                fingerprint.add(insert(table, sample));
            }
        }
        if (!any) {
            return "";
        }
        SqliteSchema.render(model).sql().forEach(fingerprint::add);
        return fingerprint.toString();
    }

    /**
     * Inserts every sample.
     *
     * @param model a model whose schema SQLite takes
     * @return every mistake, in the order of the model; empty if there is none
     * @throws SQLException if no database can be opened, which is no mistake of the model
     */
    public static List<Problem> prove(Model model) throws SQLException {
        // Without the driver manager, which sees drivers of other class loaders than ours in a Maven build.
        try (Connection connection = JDBC.createConnection("jdbc:sqlite::memory:", new Properties())) {
            SampleProof proof = new SampleProof(model, connection);
            proof.run();
            return List.copyOf(proof.problems);
        }
    }

    private void run() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("BEGIN");
            for (String sql : SqliteSchema.render(model).sql()) {
                statement.execute(SqliteExpression.withoutStringsInDoubleQuotes(sql));
            }
            for (Table table : model.tables()) {
                for (Sample sample : table.samples()) {
                    insert(table, sample, statement);
                }
            }
        }
        for (Row row : rows) {
            for (ForeignKey key : row.table.foreignKeys()) {
                follow(row, key);
            }
        }
    }

    private void insert(Table table, Sample sample, Statement statement) {
        List<String> key = key(table);
        StringJoiner returned = new StringJoiner(", ", " RETURNING ", "");
        key.forEach(returned::add);
        try (ResultSet result = statement.executeQuery(insert(table, sample) + returned)) {
            result.next();
            List<Object> values = new ArrayList<>();
            for (int i = 1; i <= key.size(); i++) {
                values.add(result.getObject(i));
            }
            rows.add(new Row(table, sample, key, values));
        } catch (SQLException refusal) {
            problem(table, sample, "SQLite refuses this row: " + SqliteProof.reason(refusal), Optional.empty());
        }
    }

    private static String insert(Table table, Sample sample) {
        String name = SqliteNames.quote(table.name());
        if (sample.values().isEmpty()) {
            return "INSERT INTO " + name + " DEFAULT VALUES";
        }
        StringJoiner columns = new StringJoiner(", ", "INSERT INTO " + name + " (", ")");
        StringJoiner values = new StringJoiner(", ", " VALUES (", ")");
        for (Sample.Value value : sample.values()) {
            Column column = table.column(value.column()).orElseThrow();
            columns.add(SqliteNames.quote(column.name()));
            values.add(SqliteLiterals.literal(value.literal(), column.type()));
        }
        return columns.toString() + values;
    }

    /** What tells the rows of a table apart, as SQL. */
    private static List<String> key(Table table) {
        if (table.primaryKey().isPresent()) {
            return table.primaryKey().get().columns().stream()
                    .map(SqliteNames::quote)
                    .toList();
        }
        for (String name : List.of("rowid", "_rowid_", "oid")) {
            if (table.column(name).isEmpty()) {
                return List.of(name);
            }
        }
        throw new IllegalStateException("a table without a key has columns of all the names of its number");
    }

    private void follow(Row row, ForeignKey key) throws SQLException {
        StringJoiner sql =
                new StringJoiner(" AND ", "SELECT 1 FROM " + SqliteNames.quote(row.table.name()) + " AS c WHERE ", "");
        row.key.forEach(column -> sql.add("c." + column + " IS ?"));
        StringJoiner parent = new StringJoiner(
                " AND ", "NOT EXISTS (SELECT 1 FROM " + SqliteNames.quote(key.targetTable()) + " AS p WHERE ", ")");
        for (int i = 0; i < key.columns().size(); i++) {
            String from = "c." + SqliteNames.quote(key.columns().get(i));
            sql.add(from + " IS NOT NULL");
            // The target stands first because its collation is the one that counts.
            parent.add("p." + SqliteNames.quote(key.targetColumns().get(i)) + " = " + from);
        }
        sql.add(parent.toString());
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < row.values.size(); i++) {
                statement.setObject(i + 1, row.values.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                if (result.next()) {
                    String columns = String.join(", ", key.columns());
                    problem(
                            row.table,
                            row.sample,
                            "this row refers to one of '" + key.targetTable() + "' by " + columns
                                    + ", and no sample is that row",
                            Optional.of("add it to the samples of '" + key.targetTable() + '\''));
                }
            }
        }
    }

    private void problem(Table table, Sample sample, String message, Optional<String> suggestion) {
        problems.add(new Problem(
                ProblemCode.INVALID_SAMPLE, sample.location(), message, table.name() + ".samples", suggestion));
    }
}
