package io.rowloom.runtime;

/**
 * A step of migrating, for a splash screen or a log.
 *
 * @param kind what happens
 * @param migration the migration's id, {@code 004_add_priority_to_tasks}; empty where it is about none
 * @param statement which of its statements is about to run, from 1; 0 where it is about none
 * @param statements how many it has
 */
public record MigrationEvent(Kind kind, String migration, int statement, int statements) {
    /** What happens. */
    public enum Kind {
        /** Another process holds the database. */
        WAITING,
        /** The database is being copied. */
        BACKUP,
        /** A migration begins. */
        STARTED,
        /** One of its statements is about to run. */
        STATEMENT,
        /** It is committed. */
        FINISHED,
        /** It failed and is undone. */
        FAILED
    }
}
