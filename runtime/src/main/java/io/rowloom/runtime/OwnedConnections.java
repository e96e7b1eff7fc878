package io.rowloom.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One connection that writes and some that read, all of one file or one database in memory. */
final class OwnedConnections implements Connections {
    /** One connection is the whole database, so it is never opened again. */
    static final String IN_MEMORY = "jdbc:sqlite::memory:";

    /**
     * To read and write, to make the file, by URI, and without a mutex (<a href="https://sqlite.org/threadsafe.html">multi-thread</a>):
     * a connection has one user at a time, and the driver holds a lock of its own in each call. SQLite would otherwise take a
     * mutex several times for each column that is read.
     */
    private static final int OPEN_MODE = 0x2 | 0x4 | 0x40 | 0x8000;

    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final SqlStatement OPEN = SqlStatement.read("", "open", "");

    private final String url;
    private final PragmaSettings pragmas;
    private final SqliteOptions options;
    private final @Nullable StatementObserver observer;
    private final Turnstile writers;
    private final Turnstile readers;
    private final boolean separateReaders;
    private final Deque<SqliteConnection> idleReaders = new ArrayDeque<>();
    private final Set<SqliteConnection> all = new HashSet<>();
    private final Set<SqliteConnection> beyond = new HashSet<>();
    private final Set<SqliteConnection> broken = new HashSet<>();
    private volatile @Nullable SqliteConnection writer;
    private boolean closed;

    /** Opens the writer at once, so that a file that cannot be opened is known now. */
    OwnedConnections(String url, PragmaSettings pragmas, SqliteOptions options) {
        this.url = url;
        this.pragmas = pragmas;
        this.options = options;
        this.observer = options.observer().map(StatementObserver::new).orElse(null);
        this.writers = new Turnstile("the writing connection", 1, options.maxWait(), this::users);
        this.writer = open(false);
        this.separateReaders = options.readers() > 0 && inWalMode(writer);
        this.readers = new Turnstile(
                "one of " + options.readers() + " reading connections",
                options.readers(),
                options.maxWait(),
                this::users);
    }

    @Override
    public boolean hasReaders() {
        return separateReaders;
    }

    /**
     * A thread that has a reader already (it goes through a stream) does not wait for a second one, as all could wait for
     * each other; it gets one beyond the number.
     */
    @Override
    public SqliteConnection takeReader(Object purpose) {
        boolean placed = readers.tryEnter();
        if (!placed && !hasReader(Thread.currentThread())) {
            readers.enter(purpose);
            placed = true;
        }
        boolean taken = false;
        try {
            SqliteConnection idle = idleReader(purpose);
            SqliteConnection connection = idle != null ? idle : open(true);
            connection.heldBy(Thread.currentThread(), purpose);
            if (!placed) {
                goBeyond(connection);
            }
            taken = true;
            return connection;
        } finally {
            if (!taken && placed) {
                readers.leave();
            }
        }
    }

    @Override
    public void giveBackReader(SqliteConnection connection) {
        connection.heldBy(null, "");
        boolean placed;
        boolean kept;
        synchronized (this) {
            placed = beyond.isEmpty() || !beyond.remove(connection);
            kept = !broken.remove(connection) && !closed && idleReaders.size() < options.readers();
            if (kept) {
                // The last one first: its statements and pages are the warmest.
                idleReaders.addFirst(connection);
            }
        }
        if (!kept) {
            shut(connection);
        }
        if (placed) {
            readers.leave();
        }
    }

    @Override
    public SqliteConnection takeWriter(Object purpose) {
        writers.enter(purpose);
        try {
            requireOpen(purpose);
            SqliteConnection taken = writer;
            if (taken == null) {
                if (url.equals(IN_MEMORY)) {
                    throw new SqlClosedException(
                            SqlFailure.of(
                                    purpose + ": the database in memory is lost with its connection, which failed"),
                            null);
                }
                taken = open(false);
                writer = taken;
            }
            taken.heldBy(Thread.currentThread(), purpose);
            return taken;
        } catch (RuntimeException | Error e) {
            writers.leave();
            throw e;
        }
    }

    @Override
    public void giveBackWriter(SqliteConnection connection) {
        connection.heldBy(null, "");
        if (isBroken(connection)) {
            writer = null;
            shut(connection);
        }
        writers.leave();
    }

    @Override
    public synchronized void broken(SqliteConnection connection) {
        broken.add(connection);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        int writing = writers.enterAll(CLOSING);
        int reading = readers.enterAll(CLOSING);
        boolean quiet = writing == 1 && reading == options.readers();
        if (!quiet) {
            RuntimeLog.LOG.log(System.Logger.Level.WARNING, "closing a database that is still in use: " + users());
        }
        SqliteConnection last = writer;
        if (quiet && last != null) {
            optimize(last);
        }
        for (SqliteConnection connection : everything()) {
            shut(connection);
        }
        // Those who wait are told that it is closed, in place of waiting on.
        writers.leave(writing);
        readers.leave(reading);
    }

    private synchronized @Nullable SqliteConnection idleReader(Object purpose) {
        requireOpen(purpose);
        return idleReaders.pollFirst();
    }

    private synchronized boolean hasReader(Thread thread) {
        return all.stream().anyMatch(connection -> connection != writer && connection.holder() == thread);
    }

    private synchronized void goBeyond(SqliteConnection connection) {
        beyond.add(connection);
    }

    private synchronized String users() {
        return all.stream()
                .filter(connection -> connection.holder() != null)
                .map(SqliteConnection::use)
                .toList()
                .toString();
    }

    private synchronized boolean isBroken(SqliteConnection connection) {
        return broken.remove(connection);
    }

    private synchronized Set<SqliteConnection> everything() {
        return new HashSet<>(all);
    }

    private synchronized void requireOpen(Object purpose) {
        if (closed) {
            throw new SqlClosedException(SqlFailure.of(purpose + ": the database is closed"), null);
        }
    }

    private SqliteConnection open(boolean reader) {
        Connection connection = connect();
        boolean ready = false;
        try (Statement statement = connection.createStatement()) {
            pragmas.apply(connection);
            if (reader) {
                // So that a statement that writes and says that it reads is an error, not a busy database.
                statement.execute("PRAGMA query_only = ON");
            }
            boolean utf8 = "UTF-8".equals(PragmaSettings.read(statement, "encoding"));
            SqliteConnection opened = new SqliteConnection(connection, utf8, options.keptStatements(), observer);
            synchronized (this) {
                all.add(opened);
            }
            ready = true;
            return opened;
        } catch (SQLException e) {
            throw SqlErrors.of(e, OPEN, place());
        } finally {
            if (!ready) {
                close(connection);
            }
        }
    }

    /** The file, for messages. */
    private List<String> place() {
        return url.equals(IN_MEMORY)
                ? List.of()
                : List.of("file = " + Path.of(URI.create(url.substring("jdbc:sqlite:".length()))));
    }

    private Connection connect() {
        Properties properties = new Properties();
        // Without it the driver runs SELECT last_insert_rowid() after each INSERT.
        properties.setProperty("jdbc.get_generated_keys", "false");
        properties.setProperty("open_mode", Integer.toString(OPEN_MODE));
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw SqlErrors.of(e, OPEN, place());
        }
    }

    private boolean inWalMode(SqliteConnection connection) {
        try (Statement statement = connection.jdbc().createStatement()) {
            return "wal".equals(PragmaSettings.read(statement, "journal_mode"));
        } catch (SQLException e) {
            throw SqlErrors.of(e, OPEN, place());
        }
    }

    /** See <a href="https://sqlite.org/pragma.html#pragma_optimize">PRAGMA optimize</a>: to be run before closing. */
    private static void optimize(SqliteConnection connection) {
        try (Statement statement = connection.jdbc().createStatement()) {
            statement.execute("PRAGMA optimize");
        } catch (SQLException e) {
            RuntimeLog.LOG.log(System.Logger.Level.DEBUG, "PRAGMA optimize before closing", e);
        }
    }

    private void shut(SqliteConnection connection) {
        synchronized (this) {
            all.remove(connection);
        }
        try {
            connection.statements().close();
        } catch (SQLException e) {
            RuntimeLog.LOG.log(System.Logger.Level.WARNING, "closing the statements of a connection", e);
        }
        close(connection.jdbc());
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            RuntimeLog.LOG.log(System.Logger.Level.WARNING, "closing a connection", e);
        }
    }
}
