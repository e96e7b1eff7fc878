package io.rowloom.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite database that is open: its connections, and a session whose every call stands on its own.
 *
 * <p>Safe for many threads. One connection writes and writers queue for it in order; reads run beside it on connections of
 * their own. Inside {@link #transaction} and {@link #read}, everything goes through the session that the work is given:
 * calling the database itself on that thread is an error, as it would wait for its own caller.
 */
public final class SqliteDatabase implements SqlSession, AutoCloseable {
    private final Connections connections;
    private final SqliteOptions options;
    private final Migrator migrator;
    private final SqliteMaintenance maintenance = new SqliteMaintenance(this);
    /** What this thread is inside of. */
    private final ThreadLocal<@Nullable String> inside = new ThreadLocal<>();

    private SqliteDatabase(Connections connections, List<Migration> migrations, SqliteOptions options) {
        this.connections = connections;
        this.options = options;
        this.migrator = new Migrator(this, migrations);
        if (options.migrate() && !migrations.isEmpty()) {
            boolean done = false;
            try {
                migrator.migrate(options.migration());
                done = true;
            } finally {
                if (!done) {
                    connections.close();
                }
            }
        }
    }

    /** Opens a file, which is made if it is missing (its folder is not), and applies pending migrations. */
    public static SqliteDatabase open(
            Path file, List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        // A URI, because the driver would take what follows a question mark in a plain name for settings.
        String url = "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath();
        return new SqliteDatabase(new OwnedConnections(url, PragmaSettings.of(pragmas), options), migrations, options);
    }

    /**
     * Opens a new database in memory, which is gone when it is closed.
     *
     * <p>It has one connection, which all threads share in turn: SQLite has no WAL in memory, so readers would only find
     * writers busy. Streams read all rows at once.
     */
    public static SqliteDatabase openInMemory(
            List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        return new SqliteDatabase(
                new OwnedConnections(OwnedConnections.IN_MEMORY, PragmaSettings.of(pragmas), options),
                migrations,
                options);
    }

    /**
     * Uses connections that a framework owns: borrowed for each call or transaction and returned as they came.
     *
     * <p>The pragmas are the owner's to set; those that differ are logged, and writing without foreign keys is refused.
     */
    public static SqliteDatabase using(
            DataSource dataSource, List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        return new SqliteDatabase(
                new BorrowedConnections(dataSource, PragmaSettings.of(pragmas), options), migrations, options);
    }

    @Override
    public <T> Optional<T> findOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return call(statement, connection -> connection.findOne(statement, binder, reader));
    }

    @Override
    public <T> T getOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return call(statement, connection -> connection.getOne(statement, binder, reader));
    }

    @Override
    public <T> List<T> list(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return call(statement, connection -> connection.list(statement, binder, reader));
    }

    @Override
    public <T> Stream<T> stream(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        if (statement.isWrite() || !connections.hasReaders()) {
            return list(statement, binder, reader).stream();
        }
        requireOutside(statement);
        SqliteConnection connection = connections.takeReader(statement);
        RowCursor<T> cursor;
        try {
            cursor = connection.cursor(statement, binder, reader, () -> connections.giveBackReader(connection));
        } catch (RuntimeException | Error e) {
            connections.giveBackReader(connection);
            throw e;
        }
        return RowSpliterator.watched(cursor);
    }

    @Override
    public int execute(SqlStatement statement, SqlBinder binder) {
        return call(statement, connection -> connection.execute(statement, binder));
    }

    @Override
    public <T> T insert(SqlStatement statement, SqlBinder binder, SqlRowReader<T> key) {
        return call(statement, connection -> connection.insert(statement, binder, key));
    }

    @Override
    public <R> long executeAll(SqlStatement statement, Iterable<? extends R> rows, SqlRowBinder<R> binder) {
        // Walked once and before the transaction: a busy database has the work run again, and nobody waits for a slow
        // source.
        List<R> all = new ArrayList<>();
        rows.forEach(all::add);
        return transaction(tx -> tx.executeAll(statement, all, binder));
    }

    /**
     * Runs {@code work} in a transaction ({@code BEGIN IMMEDIATE}), undone when it throws anything.
     *
     * <p>Where the database is busy, the whole work is run again as the options say; so it has no effects but those on the
     * database.
     */
    @Override
    public <T> T transaction(Function<SqlSession, T> work) {
        return inside(
                "transaction",
                () -> writing(
                        "transaction",
                        connection ->
                                TransactionSession.run(connection, true, work, () -> connections.broken(connection))));
    }

    /** Runs {@code work} on one snapshot, which is taken by its first statement; many reads in one cost less than alone. */
    @Override
    public <T> T read(Function<SqlSession, T> work) {
        return inside(
                "read",
                () -> reading(
                        "read",
                        connection ->
                                TransactionSession.run(connection, false, work, () -> connections.broken(connection))));
    }

    /** Applies, undoes and checks migrations; opening has applied what was pending, unless the options say otherwise. */
    public Migrator migrator() {
        return migrator;
    }

    /** Backup, vacuum, size, checks. */
    public SqliteMaintenance maintenance() {
        return maintenance;
    }

    /**
     * Waits some seconds for what is running and closes everything; safe to call again.
     *
     * @throws SqlMisuseException inside a transaction of this thread
     */
    @Override
    public void close() {
        requireOutside("close");
        connections.close();
    }

    /** Runs {@code use} on the writing connection, in no transaction. */
    <T> T exclusively(String purpose, Function<SqliteConnection, T> use) {
        return inside(purpose, () -> {
            SqliteConnection connection = connections.takeWriter(purpose);
            try {
                return use.apply(connection);
            } finally {
                connections.giveBackWriter(connection);
            }
        });
    }

    /** Runs {@code use} on a connection that may read, in no transaction. */
    <T> T shared(String purpose, Function<SqliteConnection, T> use) {
        return inside(purpose, () -> reading(purpose, use));
    }

    void broken(SqliteConnection connection) {
        connections.broken(connection);
    }

    private <T> T call(SqlStatement statement, Function<SqliteConnection, T> use) {
        if (inside.get() != null) {
            requireOutside(statement);
        }
        return statement.isWrite() ? writing(statement, use) : reading(statement, use);
    }

    private <T> T reading(Object purpose, Function<SqliteConnection, T> use) {
        if (!connections.hasReaders()) {
            return writing(purpose, use);
        }
        SqliteConnection connection = connections.takeReader(purpose);
        try {
            return use.apply(connection);
        } finally {
            connections.giveBackReader(connection);
        }
    }

    private <T> T writing(Object purpose, Function<SqliteConnection, T> use) {
        SqliteConnection connection = connections.takeWriter(purpose);
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return use.apply(connection);
                } catch (SqlBusyException e) {
                    if (attempt > options.retries() || SqliteCodes.primary(e.resultCode()) != SqliteCodes.BUSY) {
                        throw e;
                    }
                    Duration delay = Backoff.delay(attempt);
                    int failed = attempt;
                    options.observer().ifPresent(observer -> observer.retrying(failed, delay, e));
                    Backoff.sleep(delay, purpose);
                }
            }
        } finally {
            connections.giveBackWriter(connection);
        }
    }

    private <T> T inside(String what, Supplier<T> work) {
        requireOutside(what);
        inside.set(what);
        try {
            return work.get();
        } finally {
            inside.remove();
        }
    }

    private void requireOutside(Object purpose) {
        String what = inside.get();
        if (what != null) {
            throw new SqlMisuseException(
                    SqlFailure.of(purpose + ": called on the database inside its " + what + "(…) on the same thread;"
                            + " use the session that the work is given"),
                    null);
        }
    }
}
