package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/runtime.md, run; the last test sees to it that the page shows these and no others. */
class RuntimeGuideTest {
    private static final List<SqlitePragma> PRAGMAS = List.of(new SqlitePragma("synchronous", "NORMAL"));
    private static final List<Migration> MIGRATIONS = List.of(
            new Migration(
                    1,
                    "notes",
                    "v1:1",
                    true,
                    () -> List.of("CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL UNIQUE) STRICT"),
                    () -> List.of("DROP TABLE notes")),
            new Migration(
                    2,
                    "add_rank",
                    "v1:2",
                    true,
                    () -> List.of("ALTER TABLE notes ADD COLUMN rank INTEGER"),
                    () -> List.of("ALTER TABLE notes DROP COLUMN rank")));
    private static final SqlStatement INSERT =
            SqlStatement.write("notes", "insert", "INSERT INTO \"notes\" (\"title\") VALUES (?)");
    private static final SqlStatement RENAME =
            SqlStatement.write("notes", "rename", "UPDATE \"notes\" SET \"title\" = ? WHERE \"title\" = ?");
    private static final SqlStatement TITLES =
            SqlStatement.read("notes", "list", "SELECT n.\"title\" FROM \"notes\" AS n ORDER BY n.\"id\"");

    @TempDir
    Path folder;

    private Path file;
    private Path backupFile;
    private SqliteDatabase database;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void open() {
        file = folder.resolve("notes.db");
        backupFile = folder.resolve("notes-backup.db");
        database = SqliteDatabase.open(file, PRAGMAS, MIGRATIONS, SqliteOptions.defaults());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static int insert(SqlSession session, String title) {
        return session.execute(INSERT, parameters -> parameters.text(1, title));
    }

    private static void rename(SqlSession session, String from, String to) {
        session.execute(RENAME, parameters -> {
            parameters.text(1, to);
            parameters.text(2, from);
        });
    }

    private static List<String> titles(SqlSession session) {
        return session.list(TITLES, SqlBinder.NONE, row -> row.text(1));
    }

    private static int count(SqlSession session) {
        return titles(session).size();
    }

    private static Stream<String> stream(SqlSession session) {
        return session.stream(TITLES, SqlBinder.NONE, row -> row.text(1));
    }

    @Test
    void opening() {
        database.close();
        // shown
        SqliteDatabase database = SqliteDatabase.open(file, PRAGMAS, MIGRATIONS, SqliteOptions.defaults());
        SqliteOptions options = SqliteOptions.defaults()
                .withReaders(8)
                .withMaxWait(Duration.ofSeconds(10))
                .withRetries(5)
                .withMigrate(false);
        // until here
        database.close();
        this.database = SqliteDatabase.open(file, PRAGMAS, MIGRATIONS, options);
        assertEquals(List.of(), titles(this.database));
    }

    @Test
    void transactions() {
        // shown
        int moved = database.transaction(tx -> {
            insert(tx, "first");
            return insert(tx, "second");
        });
        database.transaction(tx -> {
            insert(tx, "kept");
            try {
                tx.transaction(inner -> {
                    insert(inner, "undone");
                    throw new IllegalStateException("changed my mind");
                });
            } catch (IllegalStateException expected) {
                insert(tx, "kept as well");
            }
            return null;
        });
        List<String> consistent = database.read(snapshot -> {
            List<String> all = titles(snapshot);
            return all.subList(0, Math.min(all.size(), count(snapshot)));
        });
        List<String> seen = new ArrayList<>();
        try (Stream<String> all = stream(database)) {
            all.filter(title -> title.startsWith("k")).forEach(seen::add);
        }
        // until here
        assertEquals(1, moved);
        assertEquals(List.of("first", "second", "kept", "kept as well"), consistent);
        assertEquals(List.of("kept", "kept as well"), seen);
    }

    @Test
    void errors() {
        insert(database, "a title that is taken");
        // shown
        try {
            insert(database, "a title that is taken");
        } catch (SqlUniqueException e) {
            rename(database, "a title that is taken", "another title");
        }
        // until here
        assertEquals(List.of("another title"), titles(database));
    }

    @Test
    void migrationsAtStart() {
        database.migrator().rollback(1);
        database.close();
        List<String> progress = new ArrayList<>();
        // shown
        MigrationOptions careful = MigrationOptions.defaults()
                .withDrafts(MigrationDrafts.REFUSE)
                .withBackup(backupFile)
                .withProgress(event -> progress.add(event.kind() + " " + event.migration()));
        SqliteOptions options = SqliteOptions.defaults().withMigration(careful);
        // until here
        database = SqliteDatabase.open(file, PRAGMAS, MIGRATIONS, options);
        assertEquals(
                List.of("BACKUP ", "STARTED 002_add_rank", "STATEMENT 002_add_rank", "FINISHED 002_add_rank"),
                progress);
        assertTrue(Files.exists(backupFile));
    }

    @Test
    void migrationsByHand() {
        database.migrator().rollback(2);
        // shown
        Migrator migrator = database.migrator();
        MigrationValidation validation = migrator.validate(MigrationOptions.defaults());
        if (validation.isValid()) {
            migrator.migrate(MigrationOptions.defaults().withDryRun(true));
            List<MigrationResult> results =
                    migrator.migrate(MigrationOptions.defaults().withLimit(1));
            results.forEach(
                    result -> log.add(result.id() + " took " + result.duration().toMillis() + " ms"));
        }
        MigrationStatus status = migrator.status();
        log.add("at " + status.current().orElse("nothing") + ", pending " + status.pending());
        // until here
        assertTrue(log.get(0).startsWith("001_notes took "), log.toString());
        assertEquals("at 001_notes, pending [002_add_rank]", log.get(1));
        migrator.migrate(MigrationOptions.defaults());
        // shown
        List<MigrationResult> undone = database.migrator().rollback(1);
        // until here
        assertEquals("002_add_rank", undone.get(0).id());
    }

    @Test
    void adoptingADatabase() {
        database.execute(SqlStatement.write("", "", "DROP TABLE rowloom_history"), SqlBinder.NONE);
        database.execute(SqlStatement.write("", "", "ALTER TABLE notes DROP COLUMN rank"), SqlBinder.NONE);
        assertThrows(SqlMigrationException.class, () -> database.migrator().migrate(MigrationOptions.defaults()));
        // shown
        database.migrator().migrate(MigrationOptions.defaults().withBaseline(1));
        // until here
        assertEquals("002_add_rank", database.migrator().status().current().orElseThrow());
    }

    @Test
    void maintaining() {
        insert(database, "x".repeat(1_000_000));
        database.execute(SqlStatement.write("", "", "DELETE FROM notes"), SqlBinder.NONE);
        // shown
        SqliteMaintenance maintenance = database.maintenance();
        maintenance.backup(backupFile);
        SqliteSize size = maintenance.size();
        if (size.freeBytes() > size.bytes() / 2) {
            maintenance.vacuum();
        }
        SqliteIntegrity integrity = maintenance.integrityCheck();
        integrity.problems().forEach(log::add);
        integrity.orphans().forEach(orphan -> log.add(orphan.toString()));
        maintenance.optimize();
        boolean complete = maintenance.checkpoint();
        // until here
        assertEquals(List.of(), log);
        assertTrue(complete);
        assertTrue(maintenance.size().bytes() < size.bytes());
        assertTrue(Files.exists(backupFile));
    }

    @Test
    void observingAndSqlOfYourOwn() {
        database.close();
        // shown
        SqlObserver observer = new SqlLogObserver(System.getLogger("sql"), Duration.ofMillis(100), false);
        SqliteOptions options = SqliteOptions.defaults().withObserver(observer);
        // until here
        database = SqliteDatabase.open(file, PRAGMAS, MIGRATIONS, options);
        insert(database, "short");
        insert(database, "a longer one");
        insert(database, "tiny");
        // shown
        SqlStatement longest = SqlStatement.read(
                "notes",
                "longest",
                "SELECT n.\"title\" FROM \"notes\" AS n WHERE length(n.\"title\") > ? ORDER BY length(n.\"title\") DESC");
        List<String> titles = database.list(longest, parameters -> parameters.integer(1, 4), row -> row.text(1));
        // until here
        assertEquals(List.of("a longer one", "short"), titles);
    }

    @Test
    void everySnippetOfThePageIsRunHere() throws Exception {
        String page = Files.readString(Path.of("../docs/runtime.md"));
        String here = Files.readString(Path.of("src/test/java/io/rowloom/runtime/RuntimeGuideTest.java"));
        // The module of an application is compiled and run by a whole project.
        String module = Files.readString(Path.of("../maven-plugin/src/it/modular/src/main/java/module-info.java"));
        String code = normalized(here + module);
        String[] parts = page.split("```java\n");
        assertTrue(parts.length > 10, "the page has snippets");
        for (int i = 1; i < parts.length; i++) {
            String snippet = normalized(parts[i].substring(0, parts[i].indexOf("```")));
            assertTrue(code.contains(snippet), "not run by any test:\n" + snippet);
        }
    }

    private static String normalized(String text) {
        // The formatter breaks lines otherwise than a page does.
        return text.replaceAll("\\s+", "");
    }
}
