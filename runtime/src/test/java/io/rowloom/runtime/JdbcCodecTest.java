package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same values on a connection that a pool has wrapped, where everything goes by JDBC alone. */
class JdbcCodecTest extends CodecTest {
    private static final SqlStatement INSERT =
            SqlStatement.write("notes", "insert", "INSERT INTO notes (title) VALUES (?)");
    private static final SqlStatement INSERT_RETURNING =
            SqlStatement.write("notes", "insert", "INSERT INTO notes (title) VALUES (?) RETURNING id");
    private static final SqlStatement LIST = SqlStatement.read("notes", "list", "SELECT title FROM notes ORDER BY id");

    @Override
    SqliteDatabase open() {
        return WrappedSource.inMemory().database();
    }

    @Test
    void onlyTheDriversOwnConnectionsAreUsedDirectly() throws SQLException {
        try (WrappedSource source = WrappedSource.inMemory();
                Connection wrapped = source.getConnection();
                Connection real = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            assertFalse(DriverAccess.of(wrapped));
            assertTrue(DriverAccess.of(real), "the driver's own interface works");
        }
    }

    @Test
    void statementsOfEveryKindRun() {
        try (WrappedSource source = WrappedSource.inMemory();
                SqliteDatabase database = source.database()) {
            SqlStatement create = SqlStatement.write(
                    "notes", "create", "CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE)");
            database.execute(create, SqlBinder.NONE);
            assertEquals(1, database.execute(INSERT, parameters -> parameters.text(1, "a")));
            assertEquals(
                    "2", database.getOne(INSERT_RETURNING, parameters -> parameters.text(1, "b"), row -> row.text(1)));
            assertEquals(
                    3,
                    database.executeAll(
                            INSERT, List.of("c", "d", "e"), (parameters, title) -> parameters.text(1, title)));
            assertThrows(
                    SqlUniqueException.class, () -> database.execute(INSERT, parameters -> parameters.text(1, "a")));
            assertEquals(List.of("a", "b", "c", "d", "e"), database.list(LIST, SqlBinder.NONE, row -> row.text(1)));
            try (Stream<String> titles = database.stream(LIST, SqlBinder.NONE, row -> row.text(1))) {
                assertEquals(List.of("a", "b"), titles.limit(2).toList());
            }
            assertThrows(
                    SqlUniqueException.class,
                    () -> database.transaction(transaction -> {
                        transaction.execute(INSERT, parameters -> parameters.text(1, "f"));
                        return transaction.execute(INSERT, parameters -> parameters.text(1, "f"));
                    }));
            assertEquals(
                    5, database.list(LIST, SqlBinder.NONE, row -> row.text(1)).size());
        }
    }
}
