package io.rowloom.runtime;

import java.sql.SQLException;

/** Makes a value of the current row; keeps nothing of the row. */
@FunctionalInterface
public interface SqlRowReader<T> {
    /** Reads by position, the first column at 1. */
    T read(SqlRow row) throws SQLException;
}
