package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** Somebody else held the database, or all its connections, for longer than the options allow; nothing was done. */
public final class SqlBusyException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlBusyException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
