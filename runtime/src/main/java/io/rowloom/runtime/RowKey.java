package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Says which row holds a value that cannot be read, by the primary key that the schema has; only asked for in errors. */
final class RowKey {
    private static final String COLUMNS = "SELECT i.name FROM pragma_table_info(?) AS i WHERE i.pk > 0 ORDER BY i.pk";

    private RowKey() {}

    /**
     * The key of a row, {@code  (id = 7)}; empty where the result has not all columns of the key.
     *
     * @param names the names of the columns of the result
     */
    static String of(String table, Connection connection, List<String> names, SqlRow row) throws SQLException {
        if (table.isEmpty()) {
            return "";
        }
        StringJoiner key = new StringJoiner(", ", " (", ")").setEmptyValue("");
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet columns = statement.executeQuery()) {
                while (columns.next()) {
                    String column = columns.getString(1);
                    int index = names.indexOf(column) + 1;
                    if (index == 0) {
                        return "";
                    }
                    key.add(column + " = " + shown(row.value(index)));
                }
            }
        }
        return key.toString();
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text
                ? "'" + Shortened.text(text) + "'"
                : value instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(value);
    }
}
