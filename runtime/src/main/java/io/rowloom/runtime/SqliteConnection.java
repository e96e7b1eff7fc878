package io.rowloom.runtime;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One connection with its kept statements; runs statements, knows nothing of who may use it when. */
final class SqliteConnection {
    private static final SqlStatement LAST_NUMBER =
            SqlStatement.read("", "insert", "SELECT last_insert_rowid() AS \"number\"");

    private final Connection jdbc;
    private final KeptStatements statements;
    private final @Nullable StatementObserver observer;
    private volatile @Nullable Thread holder;
    private volatile Object purpose = "";

    SqliteConnection(Connection jdbc, boolean utf8, int keptStatements, @Nullable StatementObserver observer) {
        this.jdbc = jdbc;
        this.statements = new KeptStatements(jdbc, utf8, keptStatements);
        this.observer = observer;
    }

    /** Notes who has it and what for; null when it is given back. */
    void heldBy(@Nullable Thread thread, Object what) {
        holder = thread;
        purpose = what;
    }

    @Nullable
    Thread holder() {
        return holder;
    }

    /** {@code messages.list on thread main}. */
    String use() {
        Thread thread = holder;
        return purpose + (thread == null ? "" : " on thread " + thread.getName());
    }

    Connection jdbc() {
        return jdbc;
    }

    KeptStatements statements() {
        return statements;
    }

    <T> Optional<T> findOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return run(
                statement,
                binder,
                kept -> Optional.ofNullable(first(kept, binder, reader)),
                row -> row.isEmpty() ? 0 : 1);
    }

    <T> T getOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return run(
                statement,
                binder,
                kept -> {
                    T row = first(kept, binder, reader);
                    if (row == null) {
                        throw new SQLException("no row, where the statement always gives one");
                    }
                    return row;
                },
                row -> 1);
    }

    <T> List<T> list(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        return run(
                statement,
                binder,
                kept -> {
                    binder.bind(kept.parameters());
                    List<T> rows = new ArrayList<>();
                    for (boolean more = kept.start(); more; more = kept.next()) {
                        rows.add(kept.read(reader));
                    }
                    kept.end();
                    return rows;
                },
                List::size);
    }

    int execute(SqlStatement statement, SqlBinder binder) {
        return run(
                statement,
                binder,
                kept -> {
                    binder.bind(kept.parameters());
                    return kept.update();
                },
                Integer::longValue);
    }

    /** Runs an INSERT of one row, then reads the number that it got; nobody else has the connection between. */
    <T> T insert(SqlStatement statement, SqlBinder binder, SqlRowReader<T> key) {
        return run(
                statement,
                binder,
                kept -> {
                    binder.bind(kept.parameters());
                    kept.update();
                    KeptStatement number = statements.take(LAST_NUMBER);
                    number.start();
                    T value = number.read(key);
                    number.end();
                    statements.giveBack(number);
                    return value;
                },
                value -> 1);
    }

    /** Runs the statement for each row; the caller has begun a transaction. */
    <R> long executeAll(SqlStatement statement, Iterable<? extends R> rows, SqlRowBinder<R> binder) {
        long changed = 0;
        for (R row : rows) {
            SqlBinder bound = parameters -> binder.bind(parameters, row);
            changed += execute(statement, bound);
        }
        return changed;
    }

    /** Opens a cursor over the rows; {@code closed} runs once when it ends. */
    <T> RowCursor<T> cursor(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader, Runnable closed) {
        return run(
                statement,
                binder,
                kept -> {
                    // The cursor outlives this call, and so gives the statement back itself.
                    binder.bind(kept.parameters());
                    return new RowCursor<>(this, kept, kept.start(), binder, reader, closed);
                },
                cursor -> -1);
    }

    /** Undoes the transaction; what fails in it is added to {@code cause}. Says whether the connection can be used on. */
    boolean rollback(Throwable cause) {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute("ROLLBACK");
            return true;
        } catch (SQLException e) {
            // After some errors (disk full, I/O) SQLite has undone it already: https://sqlite.org/lang_transaction.html
            if (String.valueOf(e.getMessage()).contains("no transaction is active")) {
                return true;
            }
            cause.addSuppressed(e);
            return false;
        }
    }

    /** Whether a transaction is open. The driver does not say, so it asks by beginning one. */
    boolean inTransaction() {
        try (Statement statement = jdbc.createStatement()) {
            statement.execute("BEGIN");
            statement.execute("ROLLBACK");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    void giveBack(KeptStatement kept) throws SQLException {
        statements.giveBack(kept);
    }

    void discard(KeptStatement kept, Throwable cause) {
        try {
            statements.discard(kept);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private <T> @Nullable T first(KeptStatement kept, SqlBinder binder, SqlRowReader<T> reader) throws SQLException {
        binder.bind(kept.parameters());
        boolean found = kept.start();
        T row = found ? kept.read(reader) : null;
        if (found && kept.statement.isWrite()) {
            // Commits in its last step, whose error would be lost by ending early.
            while (kept.next()) {}
        }
        kept.end();
        return row;
    }

    private <T> T run(SqlStatement statement, SqlBinder binder, Use<T> use, ToLongFunction<T> rows) {
        long start = observer == null ? 0 : System.nanoTime();
        KeptStatement kept = null;
        try {
            kept = statements.take(statement);
            T result = use.of(kept);
            if (!(result instanceof RowCursor)) {
                statements.giveBack(kept);
            }
            if (observer != null) {
                observer.succeeded(statement, binder, System.nanoTime() - start, rows.applyAsLong(result));
            }
            return result;
        } catch (SQLException e) {
            if (kept != null) {
                discard(kept, e);
            }
            SqlAccessException error = SqlErrors.of(e, statement, binder);
            if (observer != null) {
                observer.failed(statement, binder, System.nanoTime() - start, error);
            }
            throw error;
        } catch (RuntimeException | Error e) {
            // A reader or binder of the caller failed; the statement may still stand on a row.
            if (kept != null && kept.inUse) {
                discard(kept, e);
            }
            throw e;
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(KeptStatement statement) throws SQLException;
    }
}
