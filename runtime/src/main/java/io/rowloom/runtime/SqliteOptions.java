package io.rowloom.runtime;

/**
 * How a database is opened; {@link #defaults()} is right for an application on one machine.
 *
 * @param readers how many connections may read at the same time beside the writer
 * @param migrate whether opening applies pending migrations
 */
public record SqliteOptions(int readers, boolean migrate) {
    /** Four readers; migrates. */
    public static SqliteOptions defaults() {
        return new SqliteOptions(4, true);
    }
}
