package io.rowloom.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction, a savepoint in one, or a snapshot; over when its work returns. */
final class TransactionSession implements SqlSession {
    static final SqlStatement BEGIN_WRITE = SqlStatement.write("", "begin", "BEGIN IMMEDIATE");
    static final SqlStatement BEGIN_READ = SqlStatement.read("", "begin", "BEGIN");
    static final SqlStatement COMMIT = SqlStatement.write("", "commit", "COMMIT");
    private static final SqlStatement SAVEPOINT =
            SqlStatement.write("", "savepoint", "SAVEPOINT \"rowloom_savepoint\"");
    private static final SqlStatement RELEASE =
            SqlStatement.write("", "release", "RELEASE SAVEPOINT \"rowloom_savepoint\"");
    private static final SqlStatement ROLLBACK_TO =
            SqlStatement.write("", "rollback", "ROLLBACK TO SAVEPOINT \"rowloom_savepoint\"");

    private final SqliteConnection connection;
    private final @Nullable TransactionSession outer;
    private final boolean writes;
    private final Set<RowCursor<?>> cursors = new LinkedHashSet<>();
    private boolean ended;
    private @Nullable SqlAccessException lost;

    private TransactionSession(SqliteConnection connection, @Nullable TransactionSession outer, boolean writes) {
        this.connection = connection;
        this.outer = outer;
        this.writes = writes;
    }

    /**
     * Runs {@code work} once between BEGIN and COMMIT.
     *
     * @param broken told when the connection could not be brought out of the transaction
     */
    static <T> T run(SqliteConnection connection, boolean writes, Function<SqlSession, T> work, Runnable broken) {
        connection.execute(writes ? BEGIN_WRITE : BEGIN_READ, SqlBinder.NONE);
        TransactionSession session = new TransactionSession(connection, null, writes);
        try {
            T result = work.apply(session);
            session.end();
            session.requireKept();
            connection.execute(COMMIT, SqlBinder.NONE);
            return result;
        } catch (Throwable e) {
            session.end();
            if (!connection.rollback(e)) {
                broken.run();
            }
            throw e;
        }
    }

    @Override
    public <T> Optional<T> findOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return use(statement, () -> connection.findOne(statement, binder, reader));
    }

    @Override
    public <T> T getOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return use(statement, () -> connection.getOne(statement, binder, reader));
    }

    @Override
    public <T> List<T> list(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return use(statement, () -> connection.list(statement, binder, reader));
    }

    @Override
    public <T> Stream<T> stream(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        if (statement.isWrite()) {
            return list(statement, binder, reader).stream();
        }
        RowCursor<T> cursor = use(statement, () -> connection.cursor(statement, binder, reader, () -> {}));
        cursors.removeIf(other -> !other.isOpen());
        cursors.add(cursor);
        return RowSpliterator.stream(cursor);
    }

    @Override
    public int execute(SqlStatement statement, SqlBinder binder) {
        return use(statement, () -> connection.execute(statement, binder));
    }

    @Override
    public <T> T insert(SqlStatement statement, SqlBinder binder, SqlRowReader<T> key) {
        return use(statement, () -> connection.insert(statement, binder, key));
    }

    @Override
    public <R> long executeAll(SqlStatement statement, Iterable<? extends R> rows, SqlRowBinder<R> binder) {
        return use(statement, () -> savepoint(inner -> connection.executeAll(statement, rows, binder)));
    }

    @Override
    public <T> T transaction(Function<SqlSession, T> work) {
        requireOpen("transaction");
        if (!writes) {
            throw new SqlMisuseException(
                    SqlFailure.of("a read cannot become a transaction; call transaction(…) in place of read(…)"), null);
        }
        return savepoint(work);
    }

    @Override
    public <T> T read(Function<SqlSession, T> work) {
        requireOpen("read");
        TransactionSession inner = new TransactionSession(connection, this, false);
        try {
            return work.apply(inner);
        } finally {
            inner.end();
        }
    }

    private <T> T savepoint(Function<SqlSession, T> work) {
        connection.execute(SAVEPOINT, SqlBinder.NONE);
        TransactionSession inner = new TransactionSession(connection, this, true);
        try {
            T result = work.apply(inner);
            inner.end();
            requireKept();
            connection.execute(RELEASE, SqlBinder.NONE);
            return result;
        } catch (Throwable e) {
            inner.end();
            undo(e);
            throw e;
        }
    }

    private void undo(Throwable cause) {
        if (root().lost != null) {
            return;
        }
        try {
            connection.execute(ROLLBACK_TO, SqlBinder.NONE);
            connection.execute(RELEASE, SqlBinder.NONE);
        } catch (SqlAccessException e) {
            cause.addSuppressed(e);
            root().lost = e;
        }
    }

    private <T> T use(SqlStatement statement, Supplier<T> call) {
        requireOpen(statement.toString());
        if (statement.isWrite() && !writes) {
            throw new SqlMisuseException(
                    SqlFailure.of(statement, "a read cannot write; call transaction(…) in place of read(…)"), null);
        }
        try {
            return call.get();
        } catch (SqlAccessException e) {
            // Some errors undo the whole transaction; what followed would be committed statement by statement.
            if (e.resultCode() != 0 && root().lost == null && !connection.inTransaction()) {
                root().lost = e;
            }
            throw e;
        }
    }

    private void requireOpen(String operation) {
        for (TransactionSession session = this; session != null; session = session.outer) {
            if (session.ended) {
                throw new SqlClosedException(
                        SqlFailure.of(
                                operation + ": its transaction has ended; keep no session or DAO of one after it"),
                        null);
            }
        }
        requireKept();
    }

    private void requireKept() {
        SqlAccessException cause = root().lost;
        if (cause != null) {
            throw new SqlClosedException(
                    SqlFailure.of(
                            "SQLite has undone the whole transaction because of the error before; let that one end"
                                    + " the transaction, and repeat it from the start"),
                    cause);
        }
    }

    private TransactionSession root() {
        TransactionSession session = this;
        while (session.outer != null) {
            session = session.outer;
        }
        return session;
    }

    private void end() {
        ended = true;
        for (RowCursor<?> cursor : cursors) {
            cursor.close();
        }
    }
}
