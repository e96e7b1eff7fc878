package io.rowloom.generator.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.testing.RandomModel;
import io.rowloom.model.Column;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Index;
import io.rowloom.model.Literal;
import io.rowloom.model.Model;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** For every model: the engine holds what the model says, whatever its names and texts are. */
class SqliteSchemaPropertyTest {
    private static final int MODELS = 300;

    @Test
    void whatTheEngineHoldsIsWhatTheModelSays() throws SQLException {
        for (long seed = 0; seed < MODELS; seed++) {
            Model model = RandomModel.of(seed);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                for (String sql : SqliteSchema.render(model).sql()) {
                    execute(statement, sql, seed);
                }
                assertEquals(objects(model), new TreeSet<>(strings(connection, """
                                SELECT type || ' ' || name FROM sqlite_schema
                                WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'""")), "seed " + seed);
                for (Table table : model.tables()) {
                    String at = "table " + table.name() + " of seed " + seed;
                    assertEquals(columns(table), engineColumns(connection, table), at);
                    assertEquals(foreignKeys(table), new TreeSet<>(strings(connection, """
                                    SELECT "from" || '>' || "table" || '.' || "to" || ' ' || on_update || ' ' || on_delete
                                    FROM pragma_foreign_key_list(?)""", table.name())), at);
                    assertEquals(options(table), strings(connection, """
                                    SELECT strict || ' ' || wr FROM pragma_table_list WHERE name = ?""", table.name()), at);
                    for (Index index : table.indexes()) {
                        assertEquals(parts(table, index), strings(connection, """
                                        SELECT coalesce(name, '(expression)') || ' ' || "desc" || ' ' || coll
                                        FROM pragma_index_xinfo(?) WHERE key""", index.name()), at);
                        assertEquals(
                                List.of((index.unique() ? 1 : 0) + " "
                                        + (index.where().isPresent() ? 1 : 0)),
                                strings(
                                        connection,
                                        "SELECT \"unique\" || ' ' || partial FROM pragma_index_list(?) WHERE name = ?",
                                        table.name(),
                                        index.name()),
                                at);
                    }
                }
                execute(statement, "PRAGMA foreign_keys = ON", seed);
                for (String sql : SqliteSchema.renderDown(model).sql()) {
                    execute(statement, sql, seed);
                }
                assertEquals(
                        List.of(),
                        strings(connection, "SELECT name FROM sqlite_schema WHERE name <> 'sqlite_sequence'"));
            }
        }
    }

    @Test
    void aTextIsStoredByteForByte() throws SQLException {
        for (long seed = 0; seed < MODELS; seed++) {
            Model model = RandomModel.of(seed);
            for (Table table : model.tables()) {
                for (Column column : table.columns()) {
                    if (column.defaultValue().orElse(null) instanceof DefaultValue.Constant constant) {
                        String literal = SqliteDefaults.clause(constant, column.type());
                        if (!(constant.value() instanceof Literal.Text)
                                && !(constant.value() instanceof Literal.EnumMember)) {
                            continue;
                        }
                        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
                            assertEquals(
                                    List.of(stored(constant.value())),
                                    strings(connection, "SELECT hex(CAST(" + literal + " AS BLOB))"),
                                    literal + " of seed " + seed);
                        }
                    }
                }
            }
        }
    }

    /** The bytes in hexadecimal digits. */
    private static String stored(Literal value) {
        String text = value instanceof Literal.Text plain
                ? plain.value()
                : ((Literal.EnumMember) value).member().value();
        return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void execute(Statement statement, String sql, long seed) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SQLException(failure.getMessage() + " in seed " + seed + ":\n" + sql, failure);
        }
    }

    private static TreeSet<String> objects(Model model) {
        TreeSet<String> objects = new TreeSet<>();
        for (Table table : model.tables()) {
            objects.add("table " + table.name());
            table.indexes().forEach(index -> objects.add("index " + index.name()));
        }
        return objects;
    }

    private static List<String> columns(Table table) {
        List<String> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            PrimaryKey key = table.primaryKey().orElseThrow();
            columns.add(column.name()
                    + ' '
                    + SqliteTypes.declared(column)
                    + ' '
                    + (column.nullable() ? 0 : 1)
                    + ' '
                    + (key.columns().indexOf(column.name()) + 1)
                    + ' '
                    + column.generated()
                            .map(generated -> generated.stored() ? 3 : 2)
                            .orElse(0)
                    + ' '
                    + column.defaultValue()
                            .map(value -> SqliteDefaults.clause(value, column.type()))
                            .map(SqliteSchemaPropertyTest::withoutParentheses)
                            .orElse("none"));
        }
        return columns;
    }

    private static String withoutParentheses(String clause) {
        return clause.startsWith("(") ? clause.substring(1, clause.length() - 1) : clause;
    }

    private static List<String> engineColumns(Connection connection, Table table) throws SQLException {
        return strings(connection, """
                SELECT name || ' ' || type || ' ' || "notnull" || ' ' || pk || ' ' || hidden || ' '
                  || coalesce(dflt_value, 'none')
                FROM pragma_table_xinfo(?)""", table.name());
    }

    private static TreeSet<String> foreignKeys(Table table) {
        TreeSet<String> keys = new TreeSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
                keys.add(key.columns().get(i)
                        + '>'
                        + key.targetTable()
                        + '.'
                        + key.targetColumns().get(i)
                        + ' '
                        + key.onUpdate().sql()
                        + ' '
                        + key.onDelete().sql());
            }
        }
        return keys;
    }

    private static List<String> options(Table table) {
        return List.of((table.strict() ? 1 : 0) + " " + (table.withoutRowid() ? 1 : 0));
    }

    private static List<String> parts(Table table, Index index) {
        return index.parts().stream()
                .map(part -> (part instanceof Index.ColumnPart column ? column.column() : "(expression)")
                        + ' '
                        + (part.order() == Index.Order.DESCENDING ? 1 : 0)
                        + ' '
                        + collation(table, part))
                .collect(Collectors.toList());
    }

    private static String collation(Table table, Index.Part part) {
        Optional<String> own = part instanceof Index.ColumnPart column
                ? table.column(column.column()).orElseThrow().collation()
                : Optional.empty();
        return part.collation().or(() -> own).orElse("BINARY");
    }

    private static List<String> strings(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> strings = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    strings.add(rows.getString(1));
                }
            }
            return strings;
        }
    }
}
