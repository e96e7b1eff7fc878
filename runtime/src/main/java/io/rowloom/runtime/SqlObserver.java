package io.rowloom.runtime;

import java.time.Duration;

/**
 * Told of what the database does; called on the thread that does it, so it is quick and does not throw.
 *
 * <p>Where no observer is set, nothing is measured.
 */
public interface SqlObserver {
    /** Whether {@link SqlExecution#parameters()} is filled, which takes time and may show what should stay private. */
    default boolean wantsParameters() {
        return false;
    }

    /** A statement ran, or failed; a stream is told of when it begins. */
    void executed(SqlExecution execution);

    /**
     * A transaction or a statement found the database busy and is tried again.
     *
     * @param attempt which try failed, from 1
     * @param delay how long it waits before the next
     */
    default void retrying(int attempt, Duration delay, SqlBusyException cause) {}
}
