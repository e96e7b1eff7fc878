package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnectionConfig;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * A statement by the driver's own interface to SQLite, which its JDBC is made of.
 *
 * <p>JDBC fetches the names of all columns at each run, resets a statement twice, and boxes each number. Every call to
 * SQLite is made while holding the driver's lock and with a pointer that is not closed, as the driver does it: a statement
 * that another thread has closed is an error, not a crash.
 */
final class DriverStatement extends KeptStatement {
    private final PreparedStatement jdbc;
    private final CoreStatement core;
    private final DB db;
    private final SQLiteConnectionConfig config;
    private final SafeStmtPtr safe;
    private final long pointer;
    private final int columns;
    private final boolean utf8;
    private final @Nullable Object[] values;
    private final Parameters parameters = new Parameters();
    private final Row row = new Row(0);
    /** The number of the row at which it stands; 0 if at none. */
    private long standing;

    /** {@code jdbc} is the driver's own, see {@link DriverAccess}. */
    DriverStatement(SqlStatement statement, PreparedStatement jdbc, boolean utf8) throws SQLException {
        super(statement);
        this.jdbc = jdbc;
        this.core = (CoreStatement) jdbc;
        this.db = core.getDatabase();
        this.config = core.getConnectionConfig();
        this.safe = core.pointer;
        this.pointer = safe.safeRunLong((database, address) -> address);
        this.columns = safe.safeRunInt(DB::column_count);
        this.utf8 = utf8;
        this.values = new Object[jdbc.getParameterMetaData().getParameterCount()];
    }

    @Override
    SqlParameters parameters() {
        return parameters;
    }

    @Override
    boolean start() throws SQLException {
        if (columns == 0) {
            throw new SQLException("the statement gives no rows");
        }
        boolean first = run();
        standing = first ? 1 : 0;
        return first;
    }

    @Override
    boolean next() throws SQLException {
        synchronized (db) {
            requireOpen();
            if (standing == 0) {
                return false;
            }
            int code = db.step(pointer);
            if (code == Codes.SQLITE_ROW) {
                standing++;
                return true;
            }
            if (code != Codes.SQLITE_DONE) {
                db.throwex(code);
            }
            end();
            return false;
        }
    }

    /** Takes the lock for each value: one held from further up the stack makes the JVM take each of them the slow way. */
    @Override
    <T> T read(SqlRowReader<T> reader) throws SQLException {
        return reader.read(row);
    }

    @Override
    void end() throws SQLException {
        Arrays.fill(values, null);
        synchronized (db) {
            // One without rows was reset when it ran.
            if (standing > 0 && !safe.isClosed()) {
                db.reset(pointer);
            }
            standing = 0;
        }
    }

    @Override
    int update() throws SQLException {
        if (columns > 0) {
            throw new SQLException("the statement gives rows");
        }
        synchronized (db) {
            run();
            Arrays.fill(values, null);
            return (int) db.changes();
        }
    }

    @Override
    void close() throws SQLException {
        jdbc.close();
    }

    /**
     * Runs it up to its first row.
     *
     * <p>Where the connection commits by itself, the driver begins and commits once more after each statement that has ended, or
     * tries to within a transaction. SQLite needs neither, so the driver is told otherwise meanwhile.
     */
    private boolean run() throws SQLException {
        synchronized (db) {
            boolean commits = config.isAutoCommit();
            config.setAutoCommit(false);
            try {
                return db.execute(core, values);
            } finally {
                config.setAutoCommit(commits);
            }
        }
    }

    private void requireOpen() throws SQLException {
        if (safe.isClosed()) {
            throw new SQLException("the statement is closed");
        }
    }

    private final class Parameters extends ValueParameters {
        @Override
        void bind(int parameter, @Nullable Object value) throws SQLException {
            if (parameter < 1 || parameter > values.length) {
                throw new SQLException("there is no parameter " + parameter + ", only " + values.length);
            }
            values[parameter - 1] = value;
        }
    }

    private final class Row extends ColumnRow {
        Row(int before) {
            super(before);
        }

        @Override
        ColumnRow after(int columns) {
            return new Row(columns);
        }

        @Override
        int typeOf(int column) throws SQLException {
            synchronized (db) {
                return db.column_type(pointer, at(column));
            }
        }

        @Override
        long wholeOf(int column) throws SQLException {
            synchronized (db) {
                return db.column_long(pointer, at(column));
            }
        }

        @Override
        double fractionOf(int column) throws SQLException {
            synchronized (db) {
                return db.column_double(pointer, at(column));
            }
        }

        @Override
        byte @Nullable [] textOf(int column) throws SQLException {
            if (utf8) {
                return blobOf(column);
            }
            synchronized (db) {
                String text = db.column_text(pointer, at(column));
                return text == null ? null : text.getBytes(UTF_8);
            }
        }

        @Override
        byte @Nullable [] blobOf(int column) throws SQLException {
            synchronized (db) {
                return db.column_blob(pointer, at(column));
            }
        }

        @Override
        String placeOf(int column) throws SQLException {
            synchronized (db) {
                int at = at(column);
                List<String> names = new ArrayList<>();
                for (int i = 0; i < columns; i++) {
                    names.add(db.column_name(pointer, i));
                }
                String key = isFirst() ? RowKey.of(statement.table(), jdbc.getConnection(), names, this) : "";
                return "column " + names.get(at) + " of row " + standing + key;
            }
        }

        private int at(int column) throws SQLException {
            requireOpen();
            if (standing == 0) {
                throw new SQLException("the statement stands on no row; a row is read within its reader");
            }
            if (column < 1 || column > columns) {
                throw new SQLException("there is no column " + column + ", only " + columns);
            }
            return column - 1;
        }
    }
}
