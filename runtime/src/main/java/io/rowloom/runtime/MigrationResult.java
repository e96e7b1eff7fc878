package io.rowloom.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of one migration.
 *
 * @param number its number
 * @param name what it does
 * @param action what was done with it
 * @param error why it failed; then nothing of it remains
 * @param startedAt when it began
 * @param duration how long it took
 */
public record MigrationResult(
        int number, String name, Action action, Optional<String> error, Instant startedAt, Duration duration) {
    /** What was done. */
    public enum Action {
        /** Its statements ran. */
        APPLY,
        /** As a dry run: its statements ran and were undone. */
        TRY,
        /** Its former draft was undone, and its statements ran. */
        REAPPLY,
        /** It was undone. */
        ROLLBACK,
        /** Applied as a draft, it was noted as sealed. */
        SEAL,
        /** It was noted as applied without running. */
        BASELINE
    }

    /** How people name it, {@code 004_add_priority_to_tasks}. */
    public String id() {
        return Migration.id(number, name);
    }

    /** Whether it worked. */
    public boolean success() {
        return error.isEmpty();
    }
}
