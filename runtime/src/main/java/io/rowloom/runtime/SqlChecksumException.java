package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/** A migration is not the one that was applied to this database under its number. */
public final class SqlChecksumException extends SqlMigrationException {
    private static final long serialVersionUID = 1;

    SqlChecksumException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure, cause);
    }
}
