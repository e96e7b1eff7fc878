package io.rowloom.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A SQLite database that is open: its connections, and a session whose every call stands on its own. */
public final class SqliteDatabase implements SqlSession, AutoCloseable {
    private SqliteDatabase() {}

    /** Opens a file, which is made if it is missing, and applies pending migrations. */
    public static SqliteDatabase open(
            Path file, List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Opens a new database in memory, shared by all connections of the returned object and gone when it is closed. */
    public static SqliteDatabase openInMemory(
            List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Uses connections that a framework owns. */
    public static SqliteDatabase using(
            DataSource dataSource, List<SqlitePragma> pragmas, List<Migration> migrations, SqliteOptions options) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> Optional<T> findOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> T getOne(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> List<T> list(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> Stream<T> stream(SqlStatement statement, SqlBinder binder, SqlRowReader<T> reader) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public int execute(SqlStatement statement, SqlBinder binder) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <R> long executeAll(SqlStatement statement, Iterable<? extends R> rows, SqlRowBinder<R> binder) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> T transaction(Function<SqlSession, T> work) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public <T> T read(Function<SqlSession, T> work) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public void close() {}
}
