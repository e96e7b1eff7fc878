package io.rowloom.runtime;

import java.time.Duration;
import java.time.Instant;

/**
 * A migration as the history of a database has it.
 *
 * @param number its number
 * @param name what it does
 * @param checksum the checksum of what was applied
 * @param sealed whether it was sealed then or since
 * @param appliedAt when
 * @param duration how long it took
 */
public record AppliedMigration(
        int number, String name, String checksum, boolean sealed, Instant appliedAt, Duration duration) {
    /** How people name it, {@code 004_add_priority_to_tasks}. */
    public String id() {
        return Migration.id(number, name);
    }
}
