package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The database, transaction or stream was used after it had ended. */
public final class SqlClosedException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlClosedException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
