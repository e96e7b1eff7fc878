package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A row does not satisfy a CHECK. */
public final class SqlCheckException extends SqlConstraintException {
    private static final long serialVersionUID = 1;

    SqlCheckException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
