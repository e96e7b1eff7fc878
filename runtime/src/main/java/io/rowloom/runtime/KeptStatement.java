package io.rowloom.runtime;

import java.sql.SQLException;

/**
 * A prepared statement of one connection: its parameters are bound, it is run, its rows are read, the run is ended.
 *
 * <p>One that failed is closed, whatever it was doing.
 */
abstract sealed class KeptStatement permits DriverStatement, JdbcStatement {
    final SqlStatement statement;
    boolean inUse = true;

    KeptStatement(SqlStatement statement) {
        this.statement = statement;
    }

    /** What binders bind to, before each run. */
    abstract SqlParameters parameters();

    /** Runs it up to its first row, and says whether there is one. */
    abstract boolean start() throws SQLException;

    /** Goes to the next row, if there is one. */
    abstract boolean next() throws SQLException;

    /** Reads the row at which it stands. */
    abstract <T> T read(SqlRowReader<T> reader) throws SQLException;

    /** Ends the run wherever it stands, so that it holds no lock. */
    abstract void end() throws SQLException;

    /** Runs a statement that gives no rows, and says how many it changed. */
    abstract int update() throws SQLException;

    abstract void close() throws SQLException;
}
