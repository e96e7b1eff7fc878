package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** The database has migrations that the application does not know: it was opened by a newer one. */
public final class SqlNewerSchemaException extends SqlMigrationException {
    private static final long serialVersionUID = 1;

    SqlNewerSchemaException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
