package io.rowloom.generator.sqlite;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.DefaultValue;

/** Spells what follows DEFAULT; expressions need parentheses there. */
public final class SqliteDefaults {
    private SqliteDefaults() {}

    /** The default of a column of {@code type}. */
    public static String clause(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Constant constant) {
            return SqliteLiterals.literal(constant.value(), type);
        }
        if (value instanceof DefaultValue.Expression expression) {
            return '(' + SqliteExpression.closed(expression.sql()) + ')';
        }
        return now(type);
    }

    /**
     * The moment of the statement in the form that {@code type} holds, in UTC; for every SQLite from 3.37 on, see
     * <a href="https://sqlite.org/lang_datefunc.html">Date And Time Functions</a>.
     */
    public static String now(ColumnType type) {
        if (type instanceof Timestamp timestamp) {
            return switch (timestamp.format()) {
                case ISO -> "(strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))";
                case ISO_SECONDS -> "(strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))";
                case SQLITE -> "CURRENT_TIMESTAMP";
                case EPOCH_SECONDS -> "(CAST(strftime('%s', 'now') AS INTEGER))";
                // unixepoch('subsec') came with 3.42, and julianday is a floating point number that is off by one
                // millisecond at times; the digits of seconds and of milliseconds side by side are exact.
                case EPOCH_MILLIS -> "(CAST(strftime('%s', 'now') || substr(strftime('%f', 'now'), 4) AS INTEGER))";
            };
        }
        if (type == Scalar.DATETIME) {
            return "(strftime('%Y-%m-%dT%H:%M:%f', 'now'))";
        }
        if (type == Scalar.DATE) {
            return "CURRENT_DATE";
        }
        if (type == Scalar.TIME) {
            return "(strftime('%H:%M:%f', 'now'))";
        }
        throw new IllegalArgumentException("no present moment of type " + type);
    }
}
