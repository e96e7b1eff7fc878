package io.rowloom.runtime;

/**
 * A column by which rows are in order, as an index has it: ascending with NULL first, or descending with NULL last.
 *
 * @param column its SQL name; {@code rowid} for SQLite's own
 * @param isDescending whether the greatest value comes first
 * @param isNullable whether it may hold NULL
 */
public record SqlOrder(String column, boolean isDescending, boolean isNullable) {
    /** Ascending, never NULL. */
    public static SqlOrder by(String column) {
        return new SqlOrder(column, false, false);
    }

    /** The same the other way round. */
    public SqlOrder descending() {
        return new SqlOrder(column, true, isNullable);
    }

    /** The same for a column that may hold NULL. */
    public SqlOrder nullable() {
        return new SqlOrder(column, isDescending, true);
    }

    /** The column of the table that statements call {@code t}. */
    String sql() {
        return SqlTable.column("t", column);
    }
}
