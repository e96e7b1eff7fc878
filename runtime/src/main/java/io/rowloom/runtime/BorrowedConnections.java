package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a data source, each borrowed for one call or transaction and returned as it came.
 *
 * <p>Writers queue here too, as those of one process would otherwise find each other busy. Statements are kept only as long
 * as a connection is borrowed.
 */
final class BorrowedConnections implements Connections {
    private static final SqlStatement BORROW = SqlStatement.read("", "borrow a connection", "");

    private final DataSource source;
    private final PragmaSettings pragmas;
    private final SqliteOptions options;
    private final @Nullable StatementObserver observer;
    private final Turnstile writers;
    private final Map<SqliteConnection, Boolean> autoCommit = new IdentityHashMap<>();
    private final Set<SqliteConnection> broken = new HashSet<>();
    private boolean closed;

    BorrowedConnections(DataSource source, PragmaSettings pragmas, SqliteOptions options) {
        this.source = source;
        this.pragmas = pragmas;
        this.options = options;
        this.observer = options.observer().map(StatementObserver::new).orElse(null);
        this.writers = new Turnstile("the right to write", 1, options.maxWait(), () -> "another thread");
        SqliteConnection first = borrow();
        try {
            for (String difference : pragmas.differences(first.jdbc())) {
                RuntimeLog.LOG.log(System.Logger.Level.WARNING, "a connection of the data source: " + difference);
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e, BORROW, SqlBinder.NONE);
        } finally {
            giveBack(first);
        }
    }

    @Override
    public boolean hasReaders() {
        return true;
    }

    @Override
    public SqliteConnection takeReader(Object purpose) {
        requireOpen(purpose);
        return borrow();
    }

    @Override
    public void giveBackReader(SqliteConnection connection) {
        giveBack(connection);
    }

    @Override
    public SqliteConnection takeWriter(Object purpose) {
        requireOpen(purpose);
        writers.enter(purpose);
        try {
            SqliteConnection connection = borrow();
            try {
                requireForeignKeys(connection);
                return connection;
            } catch (RuntimeException | Error e) {
                giveBack(connection);
                throw e;
            }
        } catch (RuntimeException | Error e) {
            writers.leave();
            throw e;
        }
    }

    @Override
    public void giveBackWriter(SqliteConnection connection) {
        giveBack(connection);
        writers.leave();
    }

    @Override
    public synchronized void broken(SqliteConnection connection) {
        broken.add(connection);
    }

    /** The connections are their owner's; only ends that more are borrowed. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized void requireOpen(Object purpose) {
        if (closed) {
            throw new SqlClosedException(SqlFailure.of(purpose + ": the database is closed"), null);
        }
    }

    private SqliteConnection borrow() {
        try {
            Connection jdbc = source.getConnection();
            boolean was = jdbc.getAutoCommit();
            if (!was) {
                jdbc.setAutoCommit(true);
            }
            SqliteConnection connection = new SqliteConnection(jdbc, false, options.keptStatements(), observer);
            synchronized (this) {
                autoCommit.put(connection, was);
            }
            return connection;
        } catch (SQLException e) {
            throw SqlErrors.of(e, BORROW, SqlBinder.NONE);
        }
    }

    private void giveBack(SqliteConnection connection) {
        boolean was;
        boolean lost;
        synchronized (this) {
            was = Boolean.TRUE.equals(autoCommit.remove(connection));
            lost = broken.remove(connection);
        }
        try (Connection jdbc = connection.jdbc()) {
            if (lost) {
                RuntimeLog.LOG.log(
                        System.Logger.Level.WARNING,
                        "a borrowed connection could not be brought out of its transaction, and is given back as aborted");
                // Pools do not lend one again after that; only closing it would put it back among the others.
                jdbc.abort(Runnable::run);
                return;
            }
            connection.statements().close();
            if (!was) {
                jdbc.setAutoCommit(false);
            }
        } catch (SQLException e) {
            RuntimeLog.LOG.log(System.Logger.Level.WARNING, "giving a connection back", e);
        }
    }

    private void requireForeignKeys(SqliteConnection connection) {
        if (!pragmas.foreignKeys()) {
            return;
        }
        try (Statement statement = connection.jdbc().createStatement()) {
            if (!"1".equals(PragmaSettings.read(statement, "foreign_keys"))) {
                throw new SqlMisuseException(
                        SqlFailure.of(
                                "the data source's connections do not enforce foreign keys;"
                                        + " add ?foreign_keys=true to its URL, or call SQLiteDataSource.setEnforceForeignKeys(true)"),
                        null);
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e, BORROW, SqlBinder.NONE);
        }
    }
}
