package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The schema could not be brought to where it should be; the database is as the last complete migration left it. */
public sealed class SqlMigrationException extends SqlAccessException
        permits SqlChecksumException, SqlNewerSchemaException {
    private static final long serialVersionUID = 1;

    SqlMigrationException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
