package io.rowloom.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs statements: the database itself, each call on its own, or a transaction, all calls on its connection.
 *
 * <p>This is what DAOs stand on, and what a user's own class takes to run SQL beside them. Every error is a
 * {@code SqlAccessException}.
 */
public interface SqlSession {
    /** The first row, if there is one. */
    <T> Optional<T> findOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader);

    /** The only row of a statement that always gives one: a COUNT, an EXISTS, an INSERT … RETURNING. */
    <T> T getOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader);

    /** Every row. */
    <T> List<T> list(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader);

    /** Every row as it is asked for, in constant memory; the stream holds a connection until it is closed. */
    <T> Stream<T> stream(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader);

    /** Runs a statement that gives no rows, and returns how many rows it changed. */
    int execute(SqlStatement statement, SqlBinder binder);

    /**
     * Runs an INSERT of one row into a table whose key is a number that the database gives, and reads that number from column 1.
     *
     * <p>Asking for it afterwards costs less than RETURNING, see <a
     * href="https://sqlite.org/c3ref/last_insert_rowid.html">last_insert_rowid</a>.
     */
    <T> T insert(SqlStatement statement, SqlBinder binder, SqlRowReader<T> key);

    /**
     * Runs a statement that gives no rows once for each of {@code rows}, in one transaction.
     *
     * <p>On the database itself, {@code rows} are all taken first, and walked once; in a transaction they are walked as they go.
     *
     * @return how many rows it changed
     */
    <R> long executeAll(SqlStatement statement, Iterable<? extends R> rows, SqlRowBinder<R> binder);

    /** Runs {@code work} in a transaction: a new one, or within one a savepoint; undone when {@code work} throws. */
    <T> T transaction(Function<SqlSession, T> work);

    /** Runs {@code work} on one consistent snapshot; it must not write. */
    <T> T read(Function<SqlSession, T> work);
}
