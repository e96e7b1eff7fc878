package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The program asked for something that cannot be: a write inside a read, the database inside its own transaction. */
public final class SqlMisuseException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlMisuseException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
