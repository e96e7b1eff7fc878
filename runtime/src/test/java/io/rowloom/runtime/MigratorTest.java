package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigratorTest {
    private static final SqliteOptions BY_HAND = SqliteOptions.defaults().withMigrate(false);
    private static final MigrationOptions OPTIONS = MigrationOptions.defaults();

    private static final Migration AUTHORS = sealed(
            1,
            "authors",
            List.of("CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"),
            List.of("DROP TABLE authors"));
    private static final Migration BOOKS = sealed(
            2,
            "books",
            List.of(
                    "CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL REFERENCES authors (id) ON DELETE CASCADE) STRICT",
                    "INSERT INTO authors VALUES (1, 'A')",
                    "INSERT INTO books VALUES (7, 1), (8, 1)"),
            List.of("DROP TABLE books", "DELETE FROM authors WHERE id = 1"));
    private static final Migration NOTE = sealed(
            3,
            "note",
            List.of("ALTER TABLE books ADD COLUMN note TEXT"),
            List.of("ALTER TABLE books DROP COLUMN note"));
    private static final List<Migration> ALL = List.of(AUTHORS, BOOKS, NOTE);

    @TempDir
    Path folder;

    private static Migration sealed(int number, String name, List<String> up, List<String> down) {
        return new Migration(number, name, "v1:" + up.hashCode(), true, () -> up, () -> down);
    }

    private static Migration draft(Migration of) {
        return new Migration(of.number(), of.name(), of.checksum(), false, of.up(), of.down());
    }

    @Test
    void aDraftIsWarnedOfInAFileAndNotInMemory() {
        Migration draft = new Migration(1, "only_here", "v1:1", false, AUTHORS.up(), AUTHORS.down());
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getMessage().contains(draft.id())) {
                    warnings.add(entry.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.rowloom.runtime");
        logger.addHandler(handler);
        try {
            SqliteDatabase.openInMemory(List.of(), List.of(draft), SqliteOptions.defaults())
                    .close();
            assertEquals(List.of(), warnings);
            SqliteDatabase.open(folder.resolve("m.db"), List.of(), List.of(draft), SqliteOptions.defaults())
                    .close();
            assertEquals(List.of("001_only_here is a draft; seal it before a release"), warnings);
        } finally {
            logger.removeHandler(handler);
        }
    }

    private SqliteDatabase open(List<Migration> migrations) {
        return SqliteDatabase.open(folder.resolve("m.db"), List.of(), migrations, BY_HAND);
    }

    /** Schema, rows and history: everything that a failure must not touch. */
    private static List<String> everything(SqliteDatabase db) {
        List<String> all = new ArrayList<>(list(db, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY name"));
        for (String table : list(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")) {
            String columns = list(
                            db,
                            "SELECT group_concat('quote(\"' || name || '\")', ' || \",\" || ') FROM pragma_table_info('"
                                    + table + "') WHERE name <> 'duration_ms'")
                    .get(0);
            all.addAll(
                    list(db, "SELECT " + columns.replace("\",\"", "','") + " FROM \"" + table + "\" ORDER BY rowid"));
        }
        return all;
    }

    private static List<String> list(SqliteDatabase db, String sql) {
        return db.list(SqlStatement.read("", "test", sql), SqlBinder.NONE, row -> row.text(1));
    }

    private static void execute(SqliteDatabase db, String sql) {
        db.execute(SqlStatement.write("", "test", sql), SqlBinder.NONE);
    }

    private static List<String> ids(List<MigrationResult> results) {
        return results.stream()
                .map(result -> result.action() + " " + result.id())
                .toList();
    }

    @Test
    void pendingMigrationsAreAppliedOnceAndInOrder() {
        List<String> events = new ArrayList<>();
        MigrationOptions watched = OPTIONS.withProgress(event -> events.add(event.kind() + " " + event.migration()));
        try (SqliteDatabase db = open(List.of(NOTE, BOOKS, AUTHORS))) {
            assertEquals(
                    List.of("001_authors", "002_books", "003_note"),
                    db.migrator().status().pending());
            List<MigrationResult> results = db.migrator().migrate(watched);
            assertEquals(List.of("APPLY 001_authors", "APPLY 002_books", "APPLY 003_note"), ids(results));
            assertTrue(results.stream().allMatch(MigrationResult::success));
            assertEquals(List.of(), db.migrator().migrate(OPTIONS));
            assertEquals("003_note", db.migrator().status().current().orElseThrow());
            assertEquals(List.of(), db.migrator().status().pending());
            assertEquals("STARTED 001_authors", events.get(0));
            assertEquals("FINISHED 003_note", events.get(events.size() - 1));
        }
    }

    @Test
    void foreignKeysAreOnAgainAfterwards() {
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
            assertThrows(SqlForeignKeyException.class, () -> execute(db, "INSERT INTO books VALUES (9, 99, NULL)"));
        }
    }

    @Test
    void aCurrentDatabaseCostsOneQuery() {
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
        }
        List<String> ran = new ArrayList<>();
        SqliteOptions watched = SqliteOptions.defaults()
                .withObserver(execution -> ran.add(execution.statement().toString()));
        try (SqliteDatabase db = SqliteDatabase.open(folder.resolve("m.db"), List.of(), ALL, watched)) {
            assertEquals(List.of("rowloom_history.list"), ran);
            assertEquals(List.of(), db.migrator().status().pending());
        }
    }

    @Test
    void aMigrationThatFailsLeavesSchemaDataAndHistoryUntouched() {
        Migration failing = sealed(
                3,
                "failing",
                List.of(
                        "CREATE TABLE extra (id INTEGER)",
                        "UPDATE authors SET name = 'changed'",
                        "INSERT INTO nowhere VALUES (1)",
                        "DROP TABLE books",
                        "DROP TABLE authors"),
                List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, failing))) {
            db.migrator().migrate(OPTIONS.withLimit(2));
            List<String> before = everything(db);
            SqlMigrationException error = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertEquals(before, everything(db));
            assertEquals(
                    "003_failing: statement 3 of 5: no such table: nowhere [INSERT INTO nowhere VALUES (1)]"
                            + "\n  Nothing of it remains; the database is as it was before this migration.",
                    error.getMessage());
            assertEquals(List.of("APPLY 003_failing"), ids(error.results()));
            assertFalse(error.results().get(0).success());
            assertThrows(SqlForeignKeyException.class, () -> execute(db, "INSERT INTO books VALUES (9, 99)"));
        }
    }

    @Test
    void droppingATableInsideARebuildFiresNoCascade() {
        Migration rebuild = sealed(
                4,
                "rebuild",
                List.of(
                        "CREATE TABLE new_authors (id INTEGER PRIMARY KEY, name TEXT) STRICT",
                        "INSERT INTO new_authors SELECT * FROM authors",
                        "DROP TABLE authors",
                        "ALTER TABLE new_authors RENAME TO authors"),
                List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, NOTE, rebuild))) {
            db.migrator().migrate(OPTIONS);
            assertEquals(List.of("7", "8"), list(db, "SELECT CAST(id AS TEXT) FROM books"));
        }
    }

    @Test
    void rowsThatReferToNoneFailAMigrationUnlessTheyWereThereBefore() {
        Migration orphaning = sealed(4, "orphaning", List.of("DELETE FROM authors"), List.of());
        Migration harmless = sealed(3, "harmless", List.of("CREATE TABLE x (a)"), List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, harmless, orphaning))) {
            db.migrator().migrate(OPTIONS.withLimit(2));
            execute(db, "CREATE TABLE old (a REFERENCES authors (id) DEFERRABLE INITIALLY DEFERRED)");
            db.exclusively("test", connection -> {
                connection.execute(SqlStatement.write("", "", "PRAGMA foreign_keys = OFF"), SqlBinder.NONE);
                connection.execute(SqlStatement.write("", "", "INSERT INTO old VALUES (5)"), SqlBinder.NONE);
                return connection.execute(SqlStatement.write("", "", "PRAGMA foreign_keys = ON"), SqlBinder.NONE);
            });
            SqlMigrationException error = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertInstanceOf(SqlForeignKeyException.class, error.getCause());
            assertTrue(
                    error.getMessage().contains("books (id = 7): author_id refers to no row of authors"),
                    error.getMessage());
            assertFalse(error.getMessage().contains("old ("), error.getMessage());
            assertEquals(
                    List.of("APPLY 003_harmless", "APPLY 004_orphaning"),
                    ids(error.results()),
                    "the old one does not block");
            assertEquals("003_harmless", db.migrator().status().current().orElseThrow());
        }
    }

    @Test
    void aDatabaseOfANewerApplicationIsRefused() {
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
        }
        SqlNewerSchemaException error = assertThrows(
                SqlNewerSchemaException.class,
                () -> SqliteDatabase.open(
                        folder.resolve("m.db"), List.of(), List.of(AUTHORS, BOOKS), SqliteOptions.defaults()));
        assertTrue(error.getMessage().contains("003_note"), error.getMessage());
        try (SqliteDatabase db = open(List.of(AUTHORS, NOTE))) {
            SqlMigrationException missing = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertTrue(missing.getMessage().contains("002_books, which is missing"), missing.getMessage());
            assertEquals(List.of("002_books"), db.migrator().status().unknown());
        }
    }

    @Test
    void aSealedMigrationThatChangedIsRefused() {
        Migration edited = sealed(2, "books", List.of("CREATE TABLE books (id)"), List.of());
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
        }
        try (SqliteDatabase db = open(List.of(AUTHORS, edited, NOTE))) {
            assertThrows(SqlChecksumException.class, () -> db.migrator().migrate(OPTIONS));
            assertThrows(
                    SqlChecksumException.class,
                    () -> db.migrator().migrate(OPTIONS.withDrafts(MigrationDrafts.REAPPLY)));
            MigrationValidation validation = db.migrator().validate(OPTIONS);
            assertFalse(validation.isValid());
            assertEquals(1, validation.errors().size());
        }
    }

    @Test
    void anotherChecksumAlgorithmIsAWarning() {
        Migration renewed = new Migration(1, "authors", "v2:abc", true, AUTHORS.up(), AUTHORS.down());
        try (SqliteDatabase db = open(List.of(AUTHORS))) {
            db.migrator().migrate(OPTIONS);
        }
        try (SqliteDatabase db = open(List.of(renewed))) {
            assertEquals(List.of(), db.migrator().migrate(OPTIONS));
            assertEquals(1, db.migrator().validate(OPTIONS).warnings().size());
        }
    }

    @Test
    void draftsAreRefusedAppliedOrAppliedAnew() {
        Migration draft = draft(NOTE);
        Migration changed = draft(sealed(
                3,
                "rank",
                List.of("ALTER TABLE books ADD COLUMN rank TEXT"),
                List.of("ALTER TABLE books DROP COLUMN rank")));
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, draft))) {
            assertThrows(
                    SqlMigrationException.class,
                    () -> db.migrator().migrate(OPTIONS.withDrafts(MigrationDrafts.REFUSE)));
            assertEquals(List.of(), db.migrator().status().applied());
            assertEquals(3, db.migrator().migrate(OPTIONS).size());
            assertEquals(
                    List.of("003_note is applied and still a draft; seal it before a release"),
                    db.migrator().validate(OPTIONS).warnings());
        }
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, changed))) {
            SqlChecksumException error =
                    assertThrows(SqlChecksumException.class, () -> db.migrator().migrate(OPTIONS));
            assertTrue(error.getMessage().contains("drafts REAPPLY"), error.getMessage());
            assertEquals(
                    List.of("REAPPLY 003_rank"),
                    ids(db.migrator().migrate(OPTIONS.withDrafts(MigrationDrafts.REAPPLY))));
            assertEquals(List.of("id", "author_id", "rank"), list(db, "SELECT name FROM pragma_table_info('books')"));
        }
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS))) {
            assertThrows(SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertEquals(
                    List.of("ROLLBACK 003_rank"),
                    ids(db.migrator().migrate(OPTIONS.withDrafts(MigrationDrafts.REAPPLY))));
            assertEquals(List.of("id", "author_id"), list(db, "SELECT name FROM pragma_table_info('books')"));
        }
    }

    @Test
    void sealingAnAppliedDraftOnlyMarksItAndTakesItsName() {
        Migration named = new Migration(3, "change_books", NOTE.checksum(), false, NOTE.up(), NOTE.down());
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, named))) {
            db.migrator().migrate(OPTIONS);
        }
        try (SqliteDatabase db = open(ALL)) {
            List<String> schema = list(db, "SELECT sql FROM sqlite_schema");
            assertEquals(List.of("SEAL 003_note"), ids(db.migrator().migrate(OPTIONS)));
            assertEquals(schema, list(db, "SELECT sql FROM sqlite_schema"));
            assertTrue(db.migrator().status().applied().get(2).sealed());
            assertEquals("003_note", db.migrator().status().applied().get(2).id(), "sealed under another name");
            assertEquals(List.of(), db.migrator().migrate(OPTIONS));
        }
    }

    @Test
    void aLateMigrationIsAppliedWhereThatIsAllowed() {
        Migration independent = sealed(2, "other", List.of("CREATE TABLE other (id)"), List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, sealed(3, "x", List.of("CREATE TABLE x (a)"), List.of())))) {
            db.migrator().migrate(OPTIONS);
        }
        try (SqliteDatabase db =
                open(List.of(AUTHORS, independent, sealed(3, "x", List.of("CREATE TABLE x (a)"), List.of())))) {
            SqlMigrationException error = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertTrue(error.getMessage().contains("002_other is pending, but 003_x is applied"), error.getMessage());
            assertEquals(List.of("APPLY 002_other"), ids(db.migrator().migrate(OPTIONS.withOutOfOrder(true))));
        }
    }

    @Test
    void anExistingDatabaseIsAdoptedByABaseline() {
        try (SqliteDatabase db = open(List.of())) {
            execute(db, "CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
            execute(db, "CREATE TABLE books (id INTEGER PRIMARY KEY, author_id INTEGER NOT NULL) STRICT");
        }
        try (SqliteDatabase db = open(ALL)) {
            assertEquals(
                    List.of("BASELINE 001_authors", "BASELINE 002_books", "APPLY 003_note"),
                    ids(db.migrator().migrate(OPTIONS.withBaseline(2))));
        }
    }

    @Test
    void aDryRunFindsWhatFailsAndChangesNothing() {
        try (SqliteDatabase db = open(ALL)) {
            assertEquals(
                    List.of("TRY 001_authors", "TRY 002_books", "TRY 003_note"),
                    ids(db.migrator().migrate(OPTIONS.withDryRun(true))));
            assertEquals(List.of(), everything(db));
            db.migrator().migrate(OPTIONS.withLimit(1));
            List<String> before = everything(db);
            db.migrator().migrate(OPTIONS.withDryRun(true));
            assertEquals(before, everything(db));
        }
    }

    @Test
    void rollbackUndoesTheLastOnesEvenWithAnOlderApplication() {
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
        }
        try (SqliteDatabase db = open(List.of(AUTHORS))) {
            assertEquals(
                    List.of("ROLLBACK 003_note", "ROLLBACK 002_books"),
                    ids(db.migrator().rollback(2)));
            assertEquals("001_authors", db.migrator().status().current().orElseThrow());
            assertEquals(
                    List.of("authors", "rowloom_history"), list(db, "SELECT name FROM sqlite_schema ORDER BY name"));
            db.migrator().rollback(5);
            assertEquals(List.of("rowloom_history"), list(db, "SELECT name FROM sqlite_schema ORDER BY name"));
            assertEquals(List.of(), db.migrator().rollback(1));
        }
    }

    @Test
    void whatHasNoWayBackIsNotUndone() {
        Migration oneWay = sealed(2, "one_way", List.of("CREATE TABLE x (a)"), List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, oneWay))) {
            db.migrator().migrate(OPTIONS);
            List<String> before = everything(db);
            SqlMigrationException error = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().rollback(2));
            assertTrue(error.getMessage().contains("002_one_way: it has no statements that undo it"));
            assertEquals(before, everything(db));
        }
    }

    @Test
    void aBackupIsMadeBeforeTheFirstStepAndNeverOverwritten() throws Exception {
        Path backup = folder.resolve("before 'it'.db");
        MigrationOptions backed = OPTIONS.withBackup(backup);
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(backed.withLimit(2));
            assertFalse(Files.exists(backup), "a new database needs none");
            db.migrator().migrate(backed);
            assertThrows(SqlMisuseException.class, () -> db.migrator().rollback(1, backed));
        }
        try (SqliteDatabase copy = SqliteDatabase.open(backup, List.of(), ALL, BY_HAND)) {
            assertEquals("002_books", copy.migrator().status().current().orElseThrow());
            assertEquals(List.of("7", "8"), list(copy, "SELECT CAST(id AS TEXT) FROM books"));
        }
    }

    @Test
    void aDatabaseThatIsAdoptedIsBackedUpTooAndATrialIsNot() throws Exception {
        Path backup = folder.resolve("adopted-before.db");
        Path file = folder.resolve("adopted.db");
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), List.of(), BY_HAND)) {
            execute(db, "CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
            execute(db, "INSERT INTO authors VALUES (5, 'kept')");
        }
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), ALL, BY_HAND)) {
            MigrationOptions adopting = OPTIONS.withBaseline(1).withBackup(backup);
            db.migrator().migrate(adopting.withDryRun(true));
            assertFalse(Files.exists(backup), "a trial changes nothing");
            db.migrator().migrate(adopting);
        }
        try (SqliteDatabase copy = SqliteDatabase.open(backup, List.of(), List.of(), BY_HAND)) {
            assertEquals(List.of("kept"), list(copy, "SELECT name FROM authors"));
            assertEquals(List.of(), list(copy, "SELECT name FROM sqlite_schema WHERE name = 'rowloom_history'"));
        }
    }

    @Test
    void whatAFailedMigrationSetOnTheConnectionIsSetBack() {
        Migration failing = sealed(
                2, "failing", List.of("PRAGMA legacy_alter_table = ON", "INSERT INTO nowhere VALUES (1)"), List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, failing))) {
            assertThrows(SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            SqlStatement legacy = SqlStatement.read("", "pragma", "PRAGMA legacy_alter_table");
            int held = db.exclusively(
                    "look", connection -> connection.getOne(legacy, SqlBinder.NONE, row -> row.integer(1)));
            assertEquals(0, held);
        }
    }

    @Test
    void noMigrationIsUndoneBackwards() {
        try (SqliteDatabase db = open(ALL)) {
            db.migrator().migrate(OPTIONS);
            assertEquals(List.of(), db.migrator().rollback(0));
            assertThrows(IllegalArgumentException.class, () -> db.migrator().rollback(-1));
        }
    }

    @Test
    void twoMigrationsOfOneNumberAreAnError() {
        Migration rival = sealed(2, "rival", List.of(), List.of());
        try (SqliteDatabase db = open(List.of(AUTHORS, BOOKS, rival))) {
            SqlMigrationException error = assertThrows(
                    SqlMigrationException.class, () -> db.migrator().migrate(OPTIONS));
            assertTrue(error.getMessage().contains("002_books and 002_rival"), error.getMessage());
        }
    }

    @Test
    void aDatabaseThatAnotherProcessHoldsIsWaitedFor() throws Exception {
        Path file = folder.resolve("held.db");
        List<SqlitePragma> pragmas =
                List.of(new SqlitePragma("journal_mode", "DELETE"), new SqlitePragma("busy_timeout", "1"));
        try (SqliteDatabase db = SqliteDatabase.open(file, pragmas, ALL, BY_HAND);
                Connection rival = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = rival.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            List<MigrationEvent.Kind> events = new ArrayList<>();
            MigrationOptions watched = OPTIONS.withProgress(event -> {
                events.add(event.kind());
                try {
                    if (events.size() == 3) {
                        statement.execute("COMMIT");
                    }
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            assertEquals(3, db.migrator().migrate(watched).size());
            assertEquals(
                    List.of(MigrationEvent.Kind.WAITING, MigrationEvent.Kind.WAITING, MigrationEvent.Kind.WAITING),
                    events.subList(0, 3));
            statement.execute("BEGIN EXCLUSIVE");
            assertThrows(SqlBusyException.class, () -> db.migrator().migrate(OPTIONS.withMaxWait(Duration.ZERO)));
        }
    }
}
