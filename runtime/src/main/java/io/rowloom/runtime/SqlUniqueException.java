package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** Another row has the same primary key or the same values of a unique constraint. */
public final class SqlUniqueException extends SqlConstraintException {
    private static final long serialVersionUID = 1;

    SqlUniqueException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
