package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A write to a database, a file or a connection that can only be read. */
public final class SqlReadOnlyException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlReadOnlyException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
