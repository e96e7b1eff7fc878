package io.rowloom.runtime;

import java.sql.SQLException;

/** Gives a statement its parameters; may be called again to describe them in an error, so it only binds. */
@FunctionalInterface
public interface SqlBinder {
    /** For statements without parameters. */
    SqlBinder NONE = parameters -> {};

    /** Binds every parameter, the first at position 1. */
    void bind(SqlParameters parameters) throws SQLException;
}
