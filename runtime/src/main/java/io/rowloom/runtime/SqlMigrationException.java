package io.rowloom.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema could not be brought to where it should be; the database is as the last complete migration left it. */
public sealed class SqlMigrationException extends SqlAccessException
        permits SqlChecksumException, SqlNewerSchemaException {
    private static final long serialVersionUID = 1;

    private final transient List<MigrationResult> results;

    SqlMigrationException(SqlFailure failure, @Nullable Throwable cause) {
        this(failure, cause, List.of());
    }

    SqlMigrationException(SqlFailure failure, @Nullable Throwable cause, List<MigrationResult> results) {
        super(failure, cause);
        this.results = List.copyOf(results);
    }

    /** What was applied before, and the migration that failed as the last; empty when nothing was begun. */
    public List<MigrationResult> results() {
        return results;
    }
}
