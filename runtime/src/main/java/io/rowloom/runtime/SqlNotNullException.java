package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A column that must have a value got NULL. */
public final class SqlNotNullException extends SqlConstraintException {
    private static final long serialVersionUID = 1;

    SqlNotNullException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
