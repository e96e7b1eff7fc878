package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Errors by kind, transactions that end in every way, pragmas, and connections of others. */
class TransactionTest {
    private static final Migration SCHEMA = new Migration(
            1,
            "initial",
            "v1:1",
            true,
            () -> List.of(
                    "CREATE TABLE parents (id INTEGER PRIMARY KEY) STRICT",
                    "CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE CHECK (title <> 'bad'),"
                            + " parent_id INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED, size INTEGER) STRICT",
                    "CREATE TRIGGER no_x BEFORE INSERT ON notes WHEN NEW.title = 'x' BEGIN SELECT RAISE(ABORT, 'no x here'); END",
                    "CREATE TRIGGER no_y BEFORE INSERT ON notes WHEN NEW.title = 'y' BEGIN SELECT RAISE(ROLLBACK, 'no y'); END"),
            List::of);
    private static final SqlStatement INSERT =
            SqlStatement.write("notes", "insert", "INSERT INTO \"notes\" (\"title\", \"parent_id\") VALUES (?, ?)");
    private static final SqlStatement TITLES =
            SqlStatement.read("notes", "list", "SELECT t.\"title\" FROM \"notes\" AS t ORDER BY t.\"id\"");

    @TempDir
    Path folder;

    private SqliteDatabase open(SqlitePragma... pragmas) {
        return SqliteDatabase.open(folder.resolve("t.db"), List.of(pragmas), List.of(SCHEMA), SqliteOptions.defaults());
    }

    private static int insert(SqlSession session, String title) {
        return session.execute(INSERT, p -> {
            p.text(1, title);
            p.bigint(2, (Long) null);
        });
    }

    private static List<String> titles(SqlSession session) {
        return session.list(TITLES, SqlBinder.NONE, row -> row.text(1));
    }

    private static int execute(SqlSession session, String sql) {
        return session.execute(SqlStatement.write("notes", "test", sql), SqlBinder.NONE);
    }

    @Test
    void eachConstraintHasItsErrorWithTableOperationAndParameters() {
        try (SqliteDatabase db = open()) {
            insert(db, "a");
            SqlUniqueException unique = assertThrows(SqlUniqueException.class, () -> insert(db, "a"));
            assertEquals("notes", unique.table());
            assertEquals("insert", unique.operation());
            assertEquals(List.of("title = 'a'", "parent_id = NULL"), unique.parameters());
            assertEquals(2067, unique.resultCode());
            assertEquals(
                    "notes.insert: another row has these values; update that one, or give other values: "
                            + "UNIQUE constraint failed: notes.title [title = 'a', parent_id = NULL]",
                    unique.getMessage());
            SqlUniqueException key = assertThrows(
                    SqlUniqueException.class, () -> execute(db, "INSERT INTO notes (id, title) VALUES (1, 'b')"));
            assertTrue(key.getMessage().contains("another row has this key; update that one"), key.getMessage());
            assertThrows(SqlCheckException.class, () -> insert(db, "bad"));
            assertThrows(SqlNotNullException.class, () -> execute(db, "INSERT INTO notes (title) VALUES (NULL)"));
            assertThrows(
                    SqlDataException.class, () -> execute(db, "INSERT INTO notes (title, size) VALUES ('b', 'c')"));
            SqlConstraintException raised = assertThrows(SqlConstraintException.class, () -> insert(db, "x"));
            assertSame(SqlConstraintException.class, raised.getClass());
            assertTrue(raised.getMessage().contains("no x here"), raised.getMessage());
            SqlStatementException syntax =
                    assertThrows(SqlStatementException.class, () -> execute(db, "INSERT GARBAGE"));
            assertTrue(syntax.getMessage().contains("syntax error"), syntax.getMessage());
            SqlForeignKeyException deferred = assertThrows(
                    SqlForeignKeyException.class,
                    () -> db.transaction(tx -> execute(tx, "INSERT INTO notes (title, parent_id) VALUES ('b', 99)")));
            assertEquals("commit", deferred.operation());
            assertThrows(
                    SqlForeignKeyException.class,
                    () -> execute(db, "INSERT INTO notes (title, parent_id) VALUES ('b', 99)"));
            assertEquals(List.of("a"), titles(db));
        }
    }

    @Test
    void aRowThatMustStayBecauseOthersReferToItIsAForeignKeyErrorAndWhatATriggerRaisesIsNot() {
        try (SqliteDatabase db = open()) {
            execute(db, "CREATE TABLE owners (id INTEGER PRIMARY KEY)");
            execute(db, "CREATE TABLE pets (owner_id INTEGER REFERENCES owners (id) ON DELETE RESTRICT)");
            execute(
                    db,
                    "CREATE TRIGGER keep BEFORE DELETE ON pets BEGIN"
                            + " SELECT RAISE(ABORT, 'no FOREIGN KEY constraint failed'); END");
            execute(db, "INSERT INTO owners VALUES (1)");
            execute(db, "INSERT INTO pets VALUES (1)");
            SqlForeignKeyException restricted =
                    assertThrows(SqlForeignKeyException.class, () -> execute(db, "DELETE FROM owners"));
            assertEquals(1811, restricted.resultCode());
            assertTrue(
                    restricted
                            .getMessage()
                            .contains(
                                    "other rows still refer to this one; delete them first, or let them refer to another: FOREIGN KEY"),
                    restricted.getMessage());
            SqlConstraintException raised =
                    assertThrows(SqlConstraintException.class, () -> execute(db, "DELETE FROM pets"));
            assertSame(SqlConstraintException.class, raised.getClass());
            assertEquals(1811, raised.resultCode());
        }
    }

    @Test
    void longTextIsShortenedInMessages() {
        try (SqliteDatabase db = open()) {
            String text = "t".repeat(100_000);
            insert(db, text);
            SqlUniqueException error = assertThrows(SqlUniqueException.class, () -> insert(db, text));
            assertTrue(
                    error.getMessage().length() < 400,
                    "its length is " + error.getMessage().length());
            assertTrue(error.getMessage().contains("(100000 characters)"));
        }
    }

    @Test
    void aTransactionThatSqliteUndidCannotBeContinued() {
        try (SqliteDatabase db = open()) {
            insert(db, "before");
            SqlClosedException error = assertThrows(
                    SqlClosedException.class,
                    () -> db.transaction(tx -> {
                        insert(tx, "lost");
                        assertThrows(SqlConstraintException.class, () -> insert(tx, "y"));
                        return insert(tx, "would be committed alone");
                    }));
            assertTrue(error.getMessage().contains("undone the whole transaction"), error.getMessage());
            assertThrows(
                    SqlClosedException.class,
                    () -> db.transaction(tx -> {
                        insert(tx, "lost");
                        return assertThrows(SqlConstraintException.class, () -> insert(tx, "y"));
                    }));
            assertEquals(List.of("before"), titles(db));
            insert(db, "after");
        }
    }

    @Test
    void savepointsNestAndASessionEndsWithItsWork() {
        try (SqliteDatabase db = open()) {
            List<SqlSession> kept = new ArrayList<>();
            db.transaction(tx -> {
                kept.add(tx);
                insert(tx, "1");
                tx.transaction(inner -> {
                    kept.add(inner);
                    insert(inner, "2");
                    assertThrows(
                            IllegalStateException.class,
                            () -> inner.transaction(innermost -> {
                                insert(innermost, "lost");
                                throw new IllegalStateException();
                            }));
                    return insert(inner, "3");
                });
                assertThrows(SqlClosedException.class, () -> titles(kept.get(1)));
                tx.read(reader -> assertThrows(SqlMisuseException.class, () -> insert(reader, "no")));
                assertThrows(
                        SqlUniqueException.class,
                        () -> tx.executeAll(INSERT, List.of("4", "1"), (p, title) -> {
                            p.text(1, title);
                            p.bigint(2, (Long) null);
                        }));
                return insert(tx, "5");
            });
            assertEquals(List.of("1", "2", "3", "5"), titles(db));
            SqlClosedException error = assertThrows(SqlClosedException.class, () -> titles(kept.get(0)));
            assertTrue(error.getMessage().contains("its transaction has ended"), error.getMessage());
        }
    }

    @Test
    void aSnapshotDoesNotSeeWhatOthersCommit() {
        try (SqliteDatabase db = open()) {
            insert(db, "a");
            List<String> seen = db.read(tx -> {
                List<String> before = titles(tx);
                Thread writer = new Thread(() -> insert(db, "b"));
                writer.start();
                try {
                    writer.join();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                assertEquals(before, titles(tx));
                return before;
            });
            assertEquals(List.of("a"), seen);
            assertEquals(List.of("a", "b"), titles(db));
        }
    }

    @Test
    void oneStatementCanRunInsideItself() {
        try (SqliteDatabase db = open()) {
            IntStream.range(0, 5).forEach(i -> insert(db, "t" + i));
            int pairs = db.transaction(tx -> {
                int count = 0;
                try (Stream<String> outer = tx.stream(TITLES, SqlBinder.NONE, row -> row.text(1))) {
                    for (String title : (Iterable<String>) outer::iterator) {
                        try (Stream<String> inner = tx.stream(TITLES, SqlBinder.NONE, row -> row.text(1))) {
                            count += (int)
                                    inner.filter(other -> !other.equals(title)).count();
                        }
                    }
                }
                return count;
            });
            assertEquals(20, pairs);
        }
    }

    @Test
    void keptStatementsAreBounded() {
        SqliteOptions options = SqliteOptions.defaults().withKeptStatements(3).withReaders(0);
        try (SqliteDatabase db = SqliteDatabase.open(folder.resolve("t.db"), List.of(), List.of(SCHEMA), options)) {
            for (int i = 0; i < 50; i++) {
                int number = i;
                SqlStatement statement = SqlStatement.read("", "n", "SELECT " + i);
                assertEquals((Object) number, db.getOne(statement, SqlBinder.NONE, row -> row.integer(1)));
            }
            int kept =
                    db.exclusively("test", connection -> connection.statements().size());
            assertEquals(3, kept);
        }
    }

    @Test
    void aFullDatabaseIsATypedErrorAndLosesNothing() {
        try (SqliteDatabase db = open(new SqlitePragma("max_page_count", "30"))) {
            insert(db, "before");
            assertThrows(
                    SqlDiskFullException.class,
                    () -> db.transaction(tx -> {
                        for (int i = 0; ; i++) {
                            insert(tx, i + "x".repeat(2000));
                        }
                    }));
            assertEquals(List.of("before"), titles(db));
            assertTrue(db.maintenance().integrityCheck().isClean());
            insert(db, "after");
        }
        Migration large = new Migration(
                2,
                "large",
                "v1:2",
                true,
                () -> List.of(
                        "CREATE TABLE large (b BLOB)",
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO large SELECT zeroblob(4000) FROM n"),
                List::of);
        SqlMigrationException error = assertThrows(
                SqlMigrationException.class,
                () -> SqliteDatabase.open(
                        folder.resolve("t.db"),
                        List.of(new SqlitePragma("max_page_count", "30")),
                        List.of(SCHEMA, large),
                        SqliteOptions.defaults()));
        assertSame(SqlDiskFullException.class, error.getCause().getClass());
        try (SqliteDatabase db = open()) {
            assertEquals(List.of("before", "after"), titles(db));
        }
    }

    @Test
    void aFileThatCanOnlyBeReadIsReadAndWritingIsATypedError() {
        Path file = folder.resolve("t.db");
        open(new SqlitePragma("journal_mode", "DELETE")).close();
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:file:" + file + "?mode=ro");
        source.setEnforceForeignKeys(true);
        try (SqliteDatabase db = SqliteDatabase.using(
                source,
                List.of(new SqlitePragma("journal_mode", "DELETE")),
                List.of(SCHEMA),
                SqliteOptions.defaults())) {
            assertEquals(List.of(), titles(db));
            assertThrows(SqlReadOnlyException.class, () -> insert(db, "a"));
            assertThrows(SqlReadOnlyException.class, () -> db.transaction(tx -> insert(tx, "a")));
        }
    }

    @Test
    void aStatementThatWritesAndSaysThatItReadsIsAnError() {
        try (SqliteDatabase db = open()) {
            SqlStatement lie = SqlStatement.read("notes", "lie", "DELETE FROM notes RETURNING id");
            assertThrows(SqlReadOnlyException.class, () -> db.list(lie, SqlBinder.NONE, row -> row.bigint(1)));
        }
    }

    @Test
    void aMissingFolderIsNamed() {
        SqlStatementException error = assertThrows(
                SqlStatementException.class,
                () -> SqliteDatabase.open(
                        folder.resolve("no/such/t.db"), List.of(), List.of(), SqliteOptions.defaults()));
        assertTrue(error.getMessage().contains("its folder must exist"), error.getMessage());
    }

    @Test
    void pragmasAreSetOnEveryConnectionAndChecked() {
        try (SqliteDatabase db = open(
                new SqlitePragma("synchronous", "NORMAL"),
                new SqlitePragma("cache_size", "-3000"),
                new SqlitePragma("temp_store", "MEMORY"),
                new SqlitePragma("journal_mode", "wal"))) {
            for (SqlStatement statement : List.of(
                    SqlStatement.read(
                            "",
                            "",
                            "SELECT s.synchronous || c.cache_size FROM pragma_synchronous s, pragma_cache_size c"),
                    SqlStatement.write(
                            "",
                            "",
                            "SELECT s.synchronous || c.cache_size FROM pragma_synchronous s, pragma_cache_size c"))) {
                assertEquals("1-3000", db.getOne(statement, SqlBinder.NONE, row -> row.text(1)));
            }
            SqlStatement mode = SqlStatement.read("", "", "SELECT journal_mode FROM pragma_journal_mode");
            assertEquals("wal", db.getOne(mode, SqlBinder.NONE, row -> row.text(1)));
        }
        SqlMisuseException unknown =
                assertThrows(SqlMisuseException.class, () -> open(new SqlitePragma("no_such_pragma", "1")));
        assertTrue(unknown.getMessage().contains("no pragma no_such_pragma"), unknown.getMessage());
        SqlMisuseException without =
                assertThrows(SqlMisuseException.class, () -> open(new SqlitePragma("synchronous", "SOMETIMES")));
        assertTrue(without.getMessage().contains("had no effect"), without.getMessage());
    }

    @Test
    void connectionsOfADataSourceComeBackAsTheyWere() throws Exception {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        List<Connection> borrowed = new ArrayList<>();
        SQLiteDataSource source = new SQLiteDataSource(config) {
            @Override
            public org.sqlite.SQLiteConnection getConnection(String user, String password) throws SQLException {
                org.sqlite.SQLiteConnection connection = super.getConnection(user, password);
                borrowed.add(connection);
                return connection;
            }
        };
        source.setUrl("jdbc:sqlite:" + folder.resolve("t.db"));
        try (SqliteDatabase db = SqliteDatabase.using(source, List.of(), List.of(SCHEMA), SqliteOptions.defaults())) {
            insert(db, "a");
            db.transaction(tx -> insert(tx, "b"));
            assertThrows(
                    IllegalStateException.class,
                    () -> db.transaction(tx -> {
                        insert(tx, "c");
                        throw new IllegalStateException();
                    }));
            try (Stream<String> all = db.stream(TITLES, SqlBinder.NONE, row -> row.text(1))) {
                assertEquals(List.of("a", "b"), all.toList());
            }
        }
        assertFalse(borrowed.isEmpty());
        for (Connection connection : borrowed) {
            assertTrue(connection.isClosed(), "given back");
        }
        SQLiteDataSource lax = new SQLiteDataSource();
        lax.setUrl(source.getUrl());
        SqlMisuseException error = assertThrows(
                SqlMisuseException.class,
                () -> SqliteDatabase.using(lax, List.of(), List.of(SCHEMA), SqliteOptions.defaults()));
        assertTrue(error.getMessage().contains("foreign_keys=true"), error.getMessage());
        assertTrue(Files.exists(folder.resolve("t.db")));
    }

    @Test
    void aConnectionThatCannotLeaveItsTransactionIsNotLentAgain() throws Exception {
        List<Connection> borrowed = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        SQLiteDataSource source = new SQLiteDataSource() {
            @Override
            public org.sqlite.SQLiteConnection getConnection(String user, String password) throws SQLException {
                org.sqlite.SQLiteConnection connection =
                        new org.sqlite.jdbc4.JDBC4Connection(
                                getUrl(), folder.resolve("t.db").toString(), new java.util.Properties()) {
                            @Override
                            public void abort(java.util.concurrent.Executor executor) {
                                ended.add("aborted");
                            }
                        };
                borrowed.add(connection);
                return connection;
            }
        };
        source.setUrl("jdbc:sqlite:" + folder.resolve("t.db"));
        List<SqlitePragma> lax = List.of(new SqlitePragma("foreign_keys", "OFF"));
        try (SqliteDatabase db = SqliteDatabase.using(source, lax, List.of(SCHEMA), SqliteOptions.defaults())) {
            insert(db, "a");
            assertEquals(List.of(), ended);
            assertThrows(
                    SqlAccessException.class,
                    () -> db.transaction(tx -> {
                        insert(tx, "b");
                        assertDoesNotThrow(borrowed.get(borrowed.size() - 1)::close);
                        return insert(tx, "c");
                    }));
            assertEquals(List.of("aborted"), ended);
            insert(db, "d");
            assertEquals(List.of("a", "d"), db.list(TITLES, SqlBinder.NONE, row -> row.text(1)));
        }
    }

    @Test
    void anObserverSeesStatementsAndParametersOnlyWhenItWantsThem() throws Exception {
        List<SqlExecution> seen = new ArrayList<>();
        for (boolean parameters : new boolean[] {false, true}) {
            SqlObserver observer = new SqlObserver() {
                @Override
                public boolean wantsParameters() {
                    return parameters;
                }

                @Override
                public void executed(SqlExecution execution) {
                    seen.add(execution);
                }
            };
            try (SqliteDatabase db = SqliteDatabase.openInMemory(
                    List.of(), List.of(SCHEMA), SqliteOptions.defaults().withObserver(observer))) {
                seen.clear();
                insert(db, "a");
                titles(db);
                assertThrows(SqlUniqueException.class, () -> insert(db, "a"));
                assertEquals(
                        List.of("notes.insert", "notes.list", "notes.insert"),
                        seen.stream()
                                .map(execution -> execution.statement().toString())
                                .toList());
                assertEquals(
                        List.of(1L, 1L, -1L),
                        seen.stream().map(SqlExecution::rows).toList());
                assertEquals(
                        parameters ? List.of("title = 'a'", "parent_id = NULL") : List.of(),
                        seen.get(0).parameters());
                assertTrue(seen.get(2).error().isPresent());
                assertTrue(seen.get(0).duration().compareTo(Duration.ZERO) > 0);
            }
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            assertNull(PragmaSettings.read(statement, "no_such_pragma"));
        }
    }
}
