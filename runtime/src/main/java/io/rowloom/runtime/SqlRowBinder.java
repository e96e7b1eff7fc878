package io.rowloom.runtime;

import java.sql.SQLException;

/** Gives a statement the parameters of one of many rows. */
@FunctionalInterface
public interface SqlRowBinder<R> {
    /** Binds every parameter from {@code row}, the first at position 1. */
    void bind(SqlParameters parameters, R row) throws SQLException;
}
