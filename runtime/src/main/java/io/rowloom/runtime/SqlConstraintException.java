package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A constraint of the schema refused a row; this class itself for RAISE in a trigger. */
public sealed class SqlConstraintException extends SqlAccessException
        permits SqlUniqueException, SqlForeignKeyException, SqlCheckException, SqlNotNullException {
    private static final long serialVersionUID = 1;

    SqlConstraintException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
