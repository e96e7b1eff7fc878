package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final Migration NOTES = new Migration(
            1,
            "initial",
            "v1:1",
            true,
            () -> List.of("CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE) STRICT"),
            () -> List.of("DROP TABLE notes"));
    private static final SqlStatement INSERT =
            SqlStatement.write("notes", "insert", "INSERT INTO \"notes\" (\"title\") VALUES (?) RETURNING \"id\"");
    private static final SqlStatement ADD =
            SqlStatement.write("notes", "add", "INSERT INTO \"notes\" (\"title\") VALUES (?)");
    private static final SqlStatement TITLES =
            SqlStatement.read("notes", "list", "SELECT t.\"title\" FROM \"notes\" AS t ORDER BY t.\"id\"");
    private static final SqlStatement FIND =
            SqlStatement.read("notes", "findById", "SELECT t.\"title\" FROM \"notes\" AS t WHERE t.\"id\" = ?");

    @TempDir
    Path folder;

    private SqliteDatabase open() {
        return SqliteDatabase.open(folder.resolve("a #1?b%.db"), List.of(), List.of(NOTES), SqliteOptions.defaults());
    }

    private static long insert(SqlSession session, String title) {
        return session.getOne(INSERT, p -> p.text(1, title), row -> row.bigint(1));
    }

    private static List<String> titles(SqlSession session) {
        return session.list(TITLES, SqlBinder.NONE, row -> row.text(1));
    }

    @Test
    void whatWasWrittenIsThereAfterOpeningAgain() {
        try (SqliteDatabase db = open()) {
            assertEquals(1, insert(db, "a"));
            assertEquals(2, db.executeAll(ADD, List.of("b", "c"), (p, title) -> p.text(1, title)));
        }
        try (SqliteDatabase db = open()) {
            assertEquals(List.of("a", "b", "c"), titles(db));
            assertEquals(Optional.of("b"), db.findOne(FIND, p -> p.bigint(1, 2), row -> row.text(1)));
            assertEquals(Optional.empty(), db.findOne(FIND, p -> p.bigint(1, 9), row -> row.text(1)));
            try (Stream<String> rows = db.stream(TITLES, SqlBinder.NONE, row -> row.text(1))) {
                assertEquals(
                        List.of("a", "b", "c"),
                        rows.peek(row -> insert(db, row + "2")).toList());
            }
            assertEquals(6, titles(db).size());
        }
    }

    @Test
    void aTransactionThatThrowsLeavesNothing() {
        try (SqliteDatabase db = SqliteDatabase.openInMemory(List.of(), List.of(NOTES), SqliteOptions.defaults())) {
            insert(db, "kept");
            assertThrows(
                    IllegalStateException.class,
                    () -> db.transaction(tx -> {
                        insert(tx, "lost");
                        throw new IllegalStateException();
                    }));
            assertEquals(List.of("kept"), titles(db));
        }
    }

    @Test
    void anInnerTransactionThatThrowsLeavesTheOuterOne() {
        try (SqliteDatabase db = open()) {
            db.transaction(tx -> {
                insert(tx, "outer");
                SqlUniqueException error =
                        assertThrows(SqlUniqueException.class, () -> tx.transaction(inner -> insert(inner, "outer")));
                assertTrue(error.getMessage().contains("title = 'outer'"), error.getMessage());
                return insert(tx, "after");
            });
            assertEquals(List.of("outer", "after"), titles(db));
        }
    }

    @Test
    void theDatabaseInsideItsOwnTransactionIsAnError() {
        try (SqliteDatabase db = open()) {
            db.transaction(tx -> assertThrows(SqlMisuseException.class, () -> titles(db)));
            db.read(tx -> assertThrows(SqlMisuseException.class, () -> insert(tx, "no")));
        }
    }
}
