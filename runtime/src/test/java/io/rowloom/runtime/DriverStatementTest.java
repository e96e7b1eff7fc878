package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not happen when SQLite is called without JDBC between: a crash, a wrong row, a lock that stays. */
class DriverStatementTest {
    private static final SqlStatement NUMBERS = SqlStatement.read(
            "",
            "numbers",
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) SELECT i FROM n");

    private Connection jdbc;
    private SqliteConnection connection;

    @BeforeEach
    void open() throws SQLException {
        jdbc = DriverManager.getConnection("jdbc:sqlite::memory:");
        connection = new SqliteConnection(jdbc, true, 10, null);
    }

    @AfterEach
    void close() throws SQLException {
        jdbc.close();
    }

    private RowCursor<Long> numbers(int count) {
        return connection.cursor(NUMBERS, parameters -> parameters.integer(1, count), row -> row.bigint(1), () -> {});
    }

    @Test
    void isWhatConnectionsOfTheDriverHave() throws SQLException {
        KeptStatement kept = connection.statements().take(NUMBERS);
        assertTrue(kept instanceof DriverStatement);
    }

    @Test
    void aRowIsReadWithinItsReader() {
        List<SqlRow> kept = new ArrayList<>();
        connection.findOne(NUMBERS, parameters -> parameters.integer(1, 3), kept::add);
        SQLException error = assertThrows(SQLException.class, () -> kept.get(0).bigint(1));
        assertEquals("the statement stands on no row; a row is read within its reader", error.getMessage());
    }

    @Test
    void aRowHasNoOtherColumnsThanItsOwn() {
        for (int column : new int[] {-1, 0, 2, 70_000}) {
            SqlAccessException error = assertThrows(
                    SqlAccessException.class,
                    () -> connection.findOne(
                            NUMBERS, parameters -> parameters.integer(1, 3), row -> row.bigint(column)));
            assertTrue(error.getMessage().contains("there is no column " + column), error.getMessage());
        }
    }

    @Test
    void aStatementHasNoOtherParametersThanItsOwn() {
        SqlAccessException error = assertThrows(
                SqlAccessException.class,
                () -> connection.findOne(NUMBERS, parameters -> parameters.integer(2, 3), row -> row.bigint(1)));
        assertTrue(error.getMessage().contains("there is no parameter 2"), error.getMessage());
    }

    @Test
    void aParameterThatIsNotBoundIsNullAndNotThatOfTheRunBefore() {
        SqlStatement echo = SqlStatement.read("", "echo", "SELECT ?1");
        connection.findOne(echo, parameters -> parameters.text(1, "before"), row -> row.text(1));
        assertNull(connection
                .findOne(echo, SqlBinder.NONE, row -> row.textOrNull(1))
                .orElse(null));
    }

    @Test
    void closingTheStatementUnderACursorIsAnError() throws SQLException {
        RowCursor<Long> cursor = numbers(10);
        assertTrue(cursor.advance(number -> assertEquals(1, number)));
        connection.statements().close();
        SqlAccessException error = assertThrows(SqlAccessException.class, () -> cursor.advance(number -> {}));
        assertTrue(error.getMessage().contains("the statement is closed"), error.getMessage());
        assertFalse(cursor.isOpen());
    }

    @Test
    void closingTheConnectionUnderACursorIsAnError() throws SQLException {
        RowCursor<Long> cursor = numbers(10);
        assertTrue(cursor.advance(number -> assertEquals(1, number)));
        jdbc.close();
        assertThrows(SqlAccessException.class, () -> cursor.advance(number -> {}));
        assertFalse(cursor.isOpen());
    }

    @Test
    void closingTheConnectionInAReaderIsAnError() {
        assertThrows(
                SqlAccessException.class,
                () -> connection.list(NUMBERS, parameters -> parameters.integer(1, 10), row -> {
                    jdbc.close();
                    return row.bigint(1);
                }));
    }

    @Test
    void aCursorThatIsLeftEarlyHoldsNothing() {
        RowCursor<Long> cursor = numbers(10);
        assertTrue(cursor.advance(number -> {}));
        cursor.close();
        // Neither a running statement nor a transaction is left, or this would fail.
        connection.execute(SqlStatement.write("", "create", "CREATE TABLE t (a)"), SqlBinder.NONE);
        connection.execute(SqlStatement.write("", "drop", "DROP TABLE t"), SqlBinder.NONE);
        assertEquals(
                10,
                connection
                        .list(NUMBERS, parameters -> parameters.integer(1, 10), row -> row.bigint(1))
                        .size());
    }

    @Test
    void aCallThatWantsNoRowsRefusesThem() {
        SqlStatement select = SqlStatement.write("", "select", "SELECT 1");
        SqlAccessException error =
                assertThrows(SqlAccessException.class, () -> connection.execute(select, SqlBinder.NONE));
        assertTrue(error.getMessage().contains("the statement gives rows"), error.getMessage());
        SqlStatement create = SqlStatement.read("", "create", "CREATE TABLE t (a)");
        error = assertThrows(
                SqlAccessException.class, () -> connection.findOne(create, SqlBinder.NONE, row -> row.text(1)));
        assertTrue(error.getMessage().contains("the statement gives no rows"), error.getMessage());
    }

    @Test
    void anErrorOnALaterRowIsSeen() {
        SqlStatement overflow = SqlStatement.read(
                "", "overflow", "SELECT abs(column1) FROM (VALUES (1), (2), (-9223372036854775807 - 1))");
        SqlAccessException error = assertThrows(
                SqlAccessException.class, () -> connection.list(overflow, SqlBinder.NONE, row -> row.bigint(1)));
        assertTrue(error.getMessage().contains("integer overflow"), error.getMessage());
        assertEquals(
                3,
                connection
                        .list(NUMBERS, parameters -> parameters.integer(1, 3), row -> row.bigint(1))
                        .size());
    }
}
