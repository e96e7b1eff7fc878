package io.rowloom.runtime;

import java.util.List;
import java.util.Optional;

/**
 * Where a database stands.
 *
 * @param applied what the database has, by number
 * @param pending what the application has and the database has not, by number
 * @param unknown what the database has and the application does not know
 */
public record MigrationStatus(List<AppliedMigration> applied, List<String> pending, List<String> unknown) {
    /** The id of the applied migration with the highest number. */
    public Optional<String> current() {
        return applied.isEmpty()
                ? Optional.empty()
                : Optional.of(applied.get(applied.size() - 1).id());
    }
}
