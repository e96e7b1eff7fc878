package io.rowloom.runtime;

import java.time.Duration;
import java.util.Optional;

/**
 * How a database is opened; {@link #defaults()} is right for an application on one machine.
 *
 * @param readers how many connections may read at the same time beside the writer; 0 has everything use the writer's. Only a
 *     file in WAL mode has readers
 * @param migrate whether opening applies pending migrations
 * @param maxWait how long a call waits for a connection of this process before it fails with {@link SqlBusyException}; how long
 *     it waits for other processes is the pragma {@code busy_timeout}
 * @param retries how often a transaction or a write that finds the database busy is tried again as a whole
 * @param keptStatements how many statements each connection keeps prepared
 * @param migration how opening applies them
 * @param observer is told of every statement
 */
public record SqliteOptions(
        int readers,
        boolean migrate,
        Duration maxWait,
        int retries,
        int keptStatements,
        MigrationOptions migration,
        Optional<SqlObserver> observer) {
    public SqliteOptions {
        if (readers < 0 || retries < 0 || keptStatements < 1 || maxWait.isNegative()) {
            throw new IllegalArgumentException(
                    "readers, retries and maxWait are not negative, keptStatements is at least 1");
        }
    }

    /** Four readers; migrates; waits a minute; 10 retries; keeps 200 statements; no observer. */
    public static SqliteOptions defaults() {
        return new SqliteOptions(
                4, true, Duration.ofMinutes(1), 10, 200, MigrationOptions.defaults(), Optional.empty());
    }

    /** These options with another {@code readers}. */
    public SqliteOptions withReaders(int readers) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code migrate}. */
    public SqliteOptions withMigrate(boolean migrate) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code maxWait}. */
    public SqliteOptions withMaxWait(Duration maxWait) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code retries}. */
    public SqliteOptions withRetries(int retries) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code keptStatements}. */
    public SqliteOptions withKeptStatements(int keptStatements) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code migration}. */
    public SqliteOptions withMigration(MigrationOptions migration) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, observer);
    }

    /** These options with another {@code observer}. */
    public SqliteOptions withObserver(SqlObserver observer) {
        return new SqliteOptions(readers, migrate, maxWait, retries, keptStatements, migration, Optional.of(observer));
    }
}
