package io.rowloom.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.testing.Requests;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.runtime.MigrationDrafts;
import io.rowloom.runtime.MigrationOptions;
import io.rowloom.runtime.SqlChecksumException;
import io.rowloom.runtime.SqlCorruptException;
import io.rowloom.runtime.SqlMigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals on a database file, with the files of a project and without any compiled class. */
class DatabaseGoalsTest {
    private static final MigrationOptions ALL = MigrationOptions.defaults();
    private static final String NOTES = """
            rowloom: 1
            database: {name: notes, package: com.example.notes}
            tables:
              notes:
                columns:
                  id: {type: bigint, primary_key: auto}
                  title: text
                  body: text?
            """;

    @TempDir
    Path root;

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @BeforeEach
    void writeModelAndFirstMigration() throws Exception {
        model(NOTES);
        Generation.run(request());
    }

    private void model(String text) throws IOException {
        Files.createDirectories(root.resolve("model"));
        Files.writeString(root.resolve("model/notes.yaml"), text);
    }

    /** A change of the model and its migration. */
    private void change(String from, String to) throws Exception {
        String text = Files.readString(root.resolve("model/notes.yaml"));
        assertTrue(text.contains(from), text);
        model(text.replace(from, to));
        Generation.run(request());
    }

    private void seal() throws Exception {
        new MigrationGoals(request()).seal(Optional.empty());
    }

    private GenerationRequest request(String... acknowledged) {
        return Requests.of(root, acknowledged);
    }

    private DatabaseGoals goals(String... acknowledged) throws GenerationException {
        lines.clear();
        warnings.clear();
        return new DatabaseGoals(request(acknowledged), "jdbc:sqlite:app.db", new DatabaseReport() {
            @Override
            public void info(String line) {
                lines.add(line.replaceAll("\\(\\d+ ms\\)", "(… ms)").replaceAll("\\d{4}-\\S+Z", "…"));
            }

            @Override
            public void warn(String line) {
                warnings.add(line);
            }
        });
    }

    private String refusal(Work work) {
        return assertThrows(GenerationException.class, work::run).getMessage();
    }

    private interface Work {
        void run() throws InvalidModelException, GenerationException, IOException;
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("app.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String value(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + root.resolve("app.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.getString(1);
        }
    }

    @Test
    void migrateAppliesTheFilesAndStatusTellsWhereTheDatabaseStands() throws Exception {
        seal();
        goals().migrate(ALL);
        assertEquals(
                List.of("Applied: 001_initial_schema (… ms)", "the database is at 001_initial_schema: app.db"), lines);
        change("body: text?", "body: text?\n      stars: {type: integer, default: 0}");
        goals().status();
        assertEquals(
                List.of(
                        "001_initial_schema  applied …",
                        "002_add_stars_to_notes  pending",
                        "At 001_initial_schema, 1 pending: app.db"),
                lines);
        goals().migrate(ALL.withDryRun(true));
        assertEquals(
                List.of(
                        "Applied, to try it: 002_add_stars_to_notes (… ms)",
                        "All of it was undone; the database is at 001_initial_schema: app.db"),
                lines);
        goals().migrate(ALL.withBackup(root.resolve("before.db")));
        assertTrue(Files.exists(root.resolve("before.db")));
        goals().status();
        assertEquals("002_add_stars_to_notes  applied …, a draft", lines.get(1));
        seal();
        goals().migrate(ALL);
        assertEquals("Noted as sealed: 002_add_stars_to_notes (… ms)", lines.get(0));
        goals().migrate(ALL);
        assertEquals(List.of("Nothing is pending; the database is at 002_add_stars_to_notes: app.db"), lines);
    }

    @Test
    void rollbackUndoesTheLastOnes() throws Exception {
        seal();
        change("body: text?", "body: text?\n      stars: {type: integer, default: 0}");
        goals().migrate(ALL.withLimit(1));
        assertEquals("the database is at 001_initial_schema: app.db", lines.get(1));
        goals().migrate(ALL);
        sql("INSERT INTO notes (title, stars) VALUES ('kept', 3)");
        goals().rollback(1, ALL.withDryRun(true));
        assertEquals(
                List.of(
                        "Undone, to try it: 002_add_stars_to_notes (… ms)",
                        "All of it was done again; the database is at 002_add_stars_to_notes: app.db"),
                lines);
        goals().rollback(1, ALL);
        assertEquals(
                List.of("Undone: 002_add_stars_to_notes (… ms)", "the database is at 001_initial_schema: app.db"),
                lines);
        assertEquals("kept", value("SELECT title FROM notes"));
        assertEquals("0", value("SELECT count(*) FROM pragma_table_info('notes') WHERE name = 'stars'"));
        goals().rollback(5, ALL);
        goals().rollback(1, ALL);
        assertEquals(List.of("Nothing was applied; the database is at no migration: app.db"), lines);
    }

    @Test
    void aDatabaseMadeByOtherMeansIsAdopted() throws Exception {
        seal();
        sql(
                "CREATE TABLE notes (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, title TEXT NOT NULL, body TEXT) STRICT");
        goals().migrate(ALL.withBaseline(1));
        assertEquals("Noted as applied, without running it: 001_initial_schema (… ms)", lines.get(0));
        goals().validate(ALL);
        assertEquals(List.of("Valid, 0 pending: app.db"), lines);
    }

    @Test
    void draftsAreRefusedOrAppliedAnewAsTold() throws Exception {
        assertThrows(SqlMigrationException.class, () -> goals().migrate(ALL.withDrafts(MigrationDrafts.REFUSE)));
        goals().migrate(ALL);
        change("title: text", "name: text");
        assertThrows(SqlChecksumException.class, () -> goals().migrate(ALL));
        goals().migrate(ALL.withDrafts(MigrationDrafts.REAPPLY));
        assertEquals("Undone and applied anew: 001_initial_schema (… ms)", lines.get(0));
        assertEquals("1", value("SELECT count(*) FROM pragma_table_info('notes') WHERE name = 'name'"));
    }

    @Test
    void whatWasAppliedBeforeAMigrationThatFailsIsTold() throws Exception {
        seal();
        new MigrationGoals(request()).create("bad data");
        Files.writeString(
                root.resolve("db/sqlite/002_bad_data.sql"),
                "INSERT INTO notes (id, title) SELECT 1, 'x' FROM notes;\n");
        goals().migrate(ALL.withLimit(1));
        sql("INSERT INTO notes (id, title) VALUES (1, 'first')");
        SqlMigrationException failure = assertThrows(SqlMigrationException.class, () -> goals().migrate(ALL));
        assertTrue(failure.getMessage().contains("002_bad_data"), failure.getMessage());
        assertEquals(List.of(), lines);
        assertEquals("1", value("SELECT count(*) FROM rowloom_history"));
    }

    @Test
    void validateFindsWhatWasChangedByOtherMeans() throws Exception {
        seal();
        goals().migrate(ALL);
        goals().validate(ALL);
        assertEquals(List.of("Valid, 0 pending: app.db"), lines);
        assertEquals(List.of(), warnings);
        sql(
                "ALTER TABLE notes DROP COLUMN body",
                "CREATE TABLE visitors (id INTEGER)",
                "CREATE INDEX mine ON notes (title)",
                "CREATE VIEW titles AS SELECT title FROM notes",
                "CREATE TRIGGER loud AFTER INSERT ON notes BEGIN SELECT 1; END");
        assertEquals(
                "app.db: table notes was changed by other means: the database lacks column body",
                refusal(() -> goals().validate(ALL)));
        assertEquals(
                List.of(
                        "table visitors is of no migration",
                        "index mine on notes is of no migration",
                        "view titles is of no migration",
                        "trigger loud is of no migration"),
                warnings);
    }

    @Test
    void validateFindsFilesThatAreNotWhatWasApplied() throws Exception {
        goals().migrate(ALL);
        change("title: text", "name: text");
        String refusal = refusal(() -> goals().validate(ALL));
        assertTrue(refusal.contains("the draft 001_initial_schema changed since it was applied"), refusal);
        seal();
        Files.writeString(root.resolve("db/sqlite/001_initial_schema.sql"), "SELECT 1;\n");
        assertTrue(refusal(() -> goals().status()).contains("error[sealed-changed]"));
    }

    @Test
    void lookingAtADatabaseDoesNotSwitchItsJournal() throws Exception {
        goals().migrate(ALL);
        sql("PRAGMA journal_mode = DELETE");
        goals().status();
        goals().validate(ALL);
        assertEquals("delete", value("PRAGMA journal_mode"));
    }

    @Test
    void pushBringsAScratchDatabaseToTheModel() throws Exception {
        goals().push(false);
        assertEquals(List.of("notes: create the table", "Done, the database is as the model says: app.db"), lines);
        sql("INSERT INTO notes (title, body) VALUES ('one', 'text')");
        model(NOTES.replace(
                "title: text",
                "headline: {type: text, renamed_from: title}\n      stars: {type: integer, default: 2}"));
        goals().push(true);
        assertEquals("Nothing was done; the database would be as the model says: app.db", lines.get(lines.size() - 1));
        assertEquals("one", value("SELECT title FROM notes"));
        goals().push(false);
        assertEquals("one2", value("SELECT headline || stars FROM notes"));
        goals().push(false);
        assertEquals(List.of("Nothing to do, the database is as the model says: app.db"), lines);
        assertFalse(Files.exists(root.resolve("db/sqlite/002_change_notes.sql")));
    }

    @Test
    void pushDestroysNothingUnlessToldTo() throws Exception {
        goals().push(false);
        sql("INSERT INTO notes (title, body) VALUES ('one', 'text')", "CREATE TABLE mine (a)");
        model(NOTES.replace("      body: text?\n", ""));
        String refusal = refusal(() -> goals().push(false));
        assertTrue(refusal.contains("error[drop-column]: notes.body"), refusal);
        assertTrue(refusal.contains("-Drowloom.acknowledge=drop-table:mine"), refusal);
        assertEquals("text", value("SELECT body FROM notes"));
        goals("drop-column:notes.body", "drop-table:mine").push(false);
        assertEquals("one", value("SELECT title FROM notes"));
        assertEquals("0", value("SELECT count(*) FROM pragma_table_info('notes') WHERE name = 'body'"));
    }

    @Test
    void pushBringsViewsToTheModelAndKeepsVirtualTablesThatItDoesNotKnow() throws Exception {
        String view = "views:\n  titles: {sql: \"SELECT n.title FROM notes AS n\"}\n";
        model(NOTES + view);
        goals().push(false);
        sql(
                "CREATE VIRTUAL TABLE found USING fts5(title)",
                "INSERT INTO found VALUES ('kept')",
                "INSERT INTO notes (title) VALUES ('one')");
        assertEquals("one", value("SELECT title FROM titles"));
        model(NOTES + view.replace("n.title", "upper(n.title) AS title"));
        goals().push(false);
        assertTrue(lines.contains("titles: change view titles"), lines::toString);
        assertTrue(lines.contains("the model does not know virtual table found, which stays"), lines::toString);
        assertEquals("ONE", value("SELECT title FROM titles"));
        assertEquals("kept", value("SELECT title FROM found"));
    }

    @Test
    void pushShowsANameThatABackfillHasWrongInTheModel() throws Exception {
        goals().push(false);
        model(NOTES.replace(
                "title: text", "title: text\n      head: {type: text, backfill: {expression: upper(titel)}}"));
        String refusal = refusal(() -> goals().push(false));
        assertTrue(
                refusal.contains("error[invalid-expression]: the backfill of notes.head is refused by SQLite:"
                        + " no such column: titel"),
                refusal);
    }

    @Test
    void pushThatTheRowsForbidLeavesThemAsTheyAre() throws Exception {
        goals().push(false);
        sql("INSERT INTO notes (title) VALUES ('same'), ('same')");
        model(NOTES.replace("title: text", "title: {type: text, unique: true}"));
        String refusal = refusal(() -> goals("new-unique:notes.title").push(false));
        assertTrue(refusal.contains("UNIQUE constraint failed"), refusal);
        assertTrue(refusal.contains("Nothing of it remains"), refusal);
        assertEquals("2", value("SELECT count(*) FROM notes"));
    }

    @Test
    void pushLeavesAloneWhatHandWrittenMigrationsMake() throws Exception {
        seal();
        new MigrationGoals(request()).create("audit");
        Files.writeString(root.resolve("db/sqlite/002_audit.sql"), "CREATE TABLE audit (what TEXT);\n");
        goals().push(false);
        sql("CREATE TABLE audit (what TEXT)", "INSERT INTO audit VALUES ('kept')");
        model(NOTES.replace("body: text?", "text: {type: text?, renamed_from: body}"));
        goals().push(false);
        assertEquals("kept", value("SELECT what FROM audit"));
    }

    @Test
    void aDatabaseWithAHistoryIsNotPushedTo() throws Exception {
        goals().migrate(ALL);
        model(NOTES.replace("body: text?", "body: text?\n      more: text?"));
        assertTrue(refusal(() -> goals().push(false)).contains("error[database-history]: app.db"));
        goals().rollback(1, ALL);
        goals().push(false);
        assertEquals("notes: create the table", lines.get(0));
    }

    @Test
    void aUrlThatMeansNoFileIsRefused() {
        for (String url : List.of(
                "jdbc:h2:mem:x",
                "app.db",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:a.db?foreign_keys=on")) {
            GenerationException refused =
                    assertThrows(GenerationException.class, () -> new DatabaseGoals(request(), url, goalsReport()));
            assertTrue(refused.getMessage().startsWith("error[database-url]: " + url), refused.getMessage());
        }
    }

    @Test
    void whoNamesNoDatabaseIsToldHow() {
        GenerationException refused =
                assertThrows(GenerationException.class, () -> new DatabaseGoals(request(), "", goalsReport()));
        assertEquals(
                "error[database-url]: no database was named\n"
                        + "    write -Drowloom.url=jdbc:sqlite:path/to/file.db; a relative path is relative to the module",
                refused.getMessage());
    }

    @Test
    void aFileThatIsMissingOrNoDatabaseIsTold() throws Exception {
        assertEquals("error[database-url]: there is no database app.db", refusal(() -> goals().status()));
        assertFalse(Files.exists(root.resolve("app.db")));
        Files.writeString(
                root.resolve("app.db"),
                "this is no database, but long enough to be looked at as one, really\n".repeat(20));
        assertTrue(refusal(() -> goals().status()).contains("file is not a database"));
        assertThrows(SqlCorruptException.class, () -> goals().migrate(ALL));
    }

    private DatabaseReport goalsReport() {
        return new DatabaseReport() {
            @Override
            public void info(String line) {
                lines.add(line);
            }

            @Override
            public void warn(String line) {
                warnings.add(line);
            }
        };
    }
}
