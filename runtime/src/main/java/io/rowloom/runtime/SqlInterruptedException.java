package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The thread was interrupted while it waited for a connection; its interrupt flag is set, nothing was done. */
public final class SqlInterruptedException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlInterruptedException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
