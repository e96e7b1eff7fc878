package io.rowloom.examples.checklists;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What SQLite itself says of a database, in the terms of the {@link Reference}. */
final class SqliteSchema {
    private final Connection connection;

    SqliteSchema(Connection connection) {
        this.connection = connection;
    }

    List<String> tables() throws SQLException {
        return list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND ? IS NULL ORDER BY name",
                null,
                row -> row.getString(1));
    }

    /** A table; foreign keys and indexes in alphabetical order, since SQLite does not keep that of their declaration. */
    Reference.Table table(String name) throws SQLException {
        return new Reference.Table(
                name, primaryKey(name), isNumbered(name), columns(name), foreignKeys(name), indexes(name));
    }

    private List<String> primaryKey(String table) throws SQLException {
        return list("SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk", table, row -> row.getString(1));
    }

    private boolean isNumbered(String table) throws SQLException {
        String sql = "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?";
        return list(sql, table, row -> row.getString(1)).get(0).contains("AUTOINCREMENT");
    }

    /** The columns; a key of rows can't be NULL, whether it says so or not. */
    private List<Reference.Column> columns(String table) throws SQLException {
        return list(
                "SELECT name, type, \"notnull\" = 0 AND pk = 0, dflt_value FROM pragma_table_xinfo(?) ORDER BY cid",
                table,
                row -> new Reference.Column(
                        row.getString(1), row.getString(2), row.getBoolean(3), defaultValue(row.getString(4))));
    }

    private List<Reference.ForeignKey> foreignKeys(String table) throws SQLException {
        return list(
                "SELECT \"from\", \"table\", \"to\", lower(on_delete) FROM pragma_foreign_key_list(?) ORDER BY 1",
                table,
                row -> new Reference.ForeignKey(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** The indexes that were declared, without those that SQLite makes for keys. */
    private List<Reference.Index> indexes(String table) throws SQLException {
        return list(
                "SELECT name, \"unique\" FROM pragma_index_list(?) WHERE origin = 'c' ORDER BY name",
                table,
                row -> new Reference.Index(row.getString(1), row.getBoolean(2), indexColumns(row.getString(1))));
    }

    private List<String> indexColumns(String index) throws SQLException {
        return list("SELECT name FROM pragma_index_info(?) ORDER BY seqno", index, row -> row.getString(1));
    }

    /** What a default gives, in the words of the document; an expression for the present can be spelled in many ways. */
    private Optional<String> defaultValue(String expression) throws SQLException {
        if (expression == null) {
            return Optional.empty();
        }
        if (expression.contains("random")) {
            return Optional.of(expression);
        }
        String value = list("SELECT (" + expression + ") WHERE ? IS NULL", null, row -> row.getString(1))
                .get(0);
        return Optional.of(isNow(value) ? "UTC now" : value.replaceFirst("\\.0$", ""));
    }

    private static boolean isNow(String value) {
        return moment(value)
                .map(moment -> Duration.between(moment, Instant.now()).abs().toMinutes() < 10)
                .orElse(false);
    }

    private static Optional<Instant> moment(String value) {
        try {
            return Optional.of(
                    value.matches("\\d{9,}")
                            ? Instant.ofEpochSecond(Long.parseLong(value))
                            : Instant.parse(value.replaceFirst("(?<=\\d) (.*)", "T$1Z")));
        } catch (DateTimeParseException notAMoment) {
            return Optional.empty();
        }
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, String parameter, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        }
        return rows;
    }
}
