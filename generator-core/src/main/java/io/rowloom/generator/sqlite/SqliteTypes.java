package io.rowloom.generator.sqlite;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;

/**
 * The declared type of a column in SQLite; the one place that decides it.
 *
 * <p>Only names that a STRICT table allows are used, see <a href="https://sqlite.org/stricttables.html">STRICT Tables</a>.
 * Decimals are TEXT because REAL would round them; booleans are INTEGER because SQLite has no type for them.
 */
public final class SqliteTypes {
    private SqliteTypes() {}

    /** The type as the column declares it: its own {@code sql_type} where it has one. */
    public static String declared(Column column) {
        return column.sqlType().orElseGet(() -> declared(column.type()));
    }

    /** The usual declared type of a logical type. */
    public static String declared(ColumnType type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case TEXT, DATETIME, DATE, TIME, UUID, JSON -> "TEXT";
                case INTEGER, BIGINT, BOOLEAN -> "INTEGER";
                case REAL -> "REAL";
                case BLOB -> "BLOB";
            };
        }
        if (type instanceof Timestamp timestamp && timestamp.format().isEpoch()) {
            return "INTEGER";
        }
        return "TEXT";
    }
}
