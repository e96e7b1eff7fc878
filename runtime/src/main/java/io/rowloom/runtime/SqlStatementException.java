package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** SQLite refused a statement for a reason that has no exception of its own: a syntax error, a missing table, an I/O error. */
public final class SqlStatementException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlStatementException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
