package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A row refers to one that does not exist, or one that is referred to was to be removed. */
public final class SqlForeignKeyException extends SqlConstraintException {
    private static final long serialVersionUID = 1;

    SqlForeignKeyException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
