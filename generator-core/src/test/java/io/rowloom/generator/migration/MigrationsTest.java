package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a migration: draft, rewritten, removed, edited, sealed. */
class MigrationsTest {
    private static final String TASKS = """
            tasks:
              columns:
                id: {type: bigint, primary_key: auto}
                title: text
            """;

    @TempDir
    Path root;

    private MigrationWorkspace workspace;

    @BeforeEach
    void openWorkspace() throws IOException {
        workspace = new MigrationWorkspace(root);
    }

    private Model tasks(String... columns) throws Exception {
        StringBuilder tables = new StringBuilder(TASKS);
        for (String column : columns) {
            tables.append("    ").append(column).append('\n');
        }
        return workspace.model(tables.toString());
    }

    private static List<String> codes(MigrationOutcome outcome) {
        return outcome.problems().stream().map(MigrationProblem::code).toList();
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = workspace.folder.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), text);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void theFirstMigrationIsADraftThatFollowsTheModel() throws Exception {
        workspace.generate(tasks());
        assertEquals(
                Set.of("001_initial_schema.sql", "001_initial_schema.down.sql"),
                workspace.files().keySet());
        workspace.generate(tasks("done: {type: boolean, default: false}"));
        assertTrue(workspace.files().get("001_initial_schema.sql").contains("\"done\""));
        assertTrue(
                workspace.plan(tasks("done: {type: boolean, default: false}")).isCurrent());
    }

    @Test
    void theDraftIsRenamedRewrittenAndRemovedAsTheModelChanges() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Set<String> sealed = workspace.files().keySet();
        workspace.generate(tasks("priority: {type: integer, default: 1}"));
        assertTrue(workspace.files().containsKey("002_add_priority_to_tasks.sql"));
        workspace.generate(tasks("urgency: {type: integer, default: 1}"));
        assertFalse(workspace.files().containsKey("002_add_priority_to_tasks.sql"));
        assertFalse(workspace.files().containsKey("002_add_priority_to_tasks.down.sql"));
        assertTrue(workspace.files().containsKey("002_add_urgency_to_tasks.sql"));
        workspace.generate(tasks());
        assertEquals(sealed, workspace.files().keySet());
    }

    @Test
    void aNameThatAMigrationHasAlreadyGetsANumber() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        for (int number = 2; number <= 4; number++) {
            workspace.generate(
                    tasks("a" + number + ": {type: integer, default: 1}", "b" + number + ": {type: text, default: b}"),
                    "drop-column:tasks.a2",
                    "drop-column:tasks.b2",
                    "drop-column:tasks.a3",
                    "drop-column:tasks.b3");
            workspace.seal(Optional.empty());
        }
        assertEquals(
                List.of(
                        "001_initial_schema.sql",
                        "002_add_a2_and_b2_to_tasks.sql",
                        "003_change_tasks.sql",
                        "004_change_tasks_2.sql"),
                workspace.files().keySet().stream()
                        .filter(file -> file.matches("[^.]+[.]sql"))
                        .toList());
    }

    @Test
    void sealingListsNumberNameAndChecksum() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.of("The Beginning!"));
        String text = workspace.files().get("001_the_beginning.sql");
        LockFile lock = LockFile.parse(workspace.files().get(LockFile.NAME));
        assertEquals(List.of(new LockFile.Entry(1, "the_beginning", Checksum.of(text))), lock.entries());
        assertEquals(lock.text(), workspace.files().get(LockFile.NAME));
        MigrationOutcome outcome = workspace.plan(tasks());
        assertTrue(outcome.isCurrent());
        assertTrue(outcome.migrations().get(0).sealed());
        assertEquals(1, outcome.migrations().size());
    }

    @Test
    void aSealedMigrationMustNotChangeButMayHaveOtherLineEnds() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Path file = workspace.folder.resolve("001_initial_schema.sql");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertTrue(workspace.plan(tasks()).isCurrent(), "CRLF is no change");
        edit("001_initial_schema.sql", "\"title\" TEXT", "\"title\" BLOB");
        MigrationOutcome outcome = workspace.plan(tasks());
        assertEquals(List.of("sealed-changed"), codes(outcome));
        assertEquals(Map.of(), outcome.write());
    }

    @Test
    void aSealedMigrationMustNotGoMissing() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.delete(workspace.folder.resolve("001_initial_schema.sql"));
        Files.delete(workspace.folder.resolve("001_initial_schema.down.sql"));
        assertEquals(List.of("sealed-missing"), codes(workspace.plan(tasks())));
    }

    @Test
    void anEditedDraftIsKeptWhileItGivesWhatTheModelGives() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Model model = tasks("slug: text?");
        workspace.generate(model);
        edit("002_add_slug_to_tasks.sql", "TEXT;", "TEXT;\nUPDATE tasks SET slug = lower(title);");
        MigrationOutcome outcome = workspace.plan(model);
        assertEquals(List.of(), outcome.problems());
        assertTrue(outcome.isCurrent());
        assertEquals(2, outcome.migrations().get(1).up().size());
    }

    @Test
    void anEditedDraftIsNeverOverwritten() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        workspace.generate(tasks("slug: text?"));
        edit("002_add_slug_to_tasks.sql", "\"slug\" TEXT", "\"slug\" TEXT DEFAULT 'x'");
        MigrationOutcome outcome = workspace.plan(tasks("slug: text?"));
        assertEquals(List.of("draft-differs"), codes(outcome));
        String message = outcome.problems().get(0).toString();
        assertTrue(message.contains("drop the default of column slug"), message);
        assertEquals(Map.of(), outcome.write());
        assertEquals(Set.of(), outcome.delete());
    }

    @Test
    void anEditedDraftThatLosesRowsIsTold() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Model model = tasks("slug: text?");
        workspace.generate(model);
        edit("002_add_slug_to_tasks.sql", "TEXT;", "TEXT;\nDELETE FROM tasks WHERE title = '';");
        MigrationOutcome outcome = workspace.plan(model);
        assertEquals(List.of(), outcome.problems());
        assertTrue(
                outcome.notes().get(0).contains("changes data: tasks did not keep what it held"),
                outcome.notes()::toString);
    }

    @Test
    void whatWorksOnEmptyTablesOnlyIsRefused() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(
                workspace.folder.resolve("002_stars.sql"),
                "CREATE TABLE t2 (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, stars INTEGER NOT NULL) STRICT;\n"
                        + "INSERT INTO t2 (id, title) SELECT id, title FROM tasks;\n"
                        + "DROP TABLE tasks;\nALTER TABLE t2 RENAME TO tasks;\n");
        MigrationOutcome outcome = workspace.plan(
                workspace.model(", acknowledge: [missing-value:tasks.stars]", TASKS + "    stars: integer\n"));
        assertEquals(List.of(), outcome.problems(), "with the promise that there are no rows");
        outcome = workspace.plan(tasks("stars: {type: integer, backfill: {expression: '3'}}"));
        assertEquals(List.of("proof"), codes(outcome));
        assertTrue(
                outcome.problems()
                        .get(0)
                        .message()
                        .startsWith("on filled tables: NOT NULL constraint failed: t2.stars"),
                outcome.problems()::toString);
    }

    @Test
    void whereNoRowsCanBeMadeUpTheSamplesOfTheModelServe() throws Exception {
        String check = """
                    digest: text
                  checks:
                    - {name: ck_digest, expression: "digest GLOB 'sha-[0-9][0-9]-*' AND length(digest) = 12"}
                """;
        workspace.generate(workspace.model(TASKS + check));
        workspace.seal(Optional.empty());
        String moved = TASKS + check.replace("digest: text", "digest: {type: text, unique: true}");
        String accepted = ", acknowledge: [new-unique:tasks.digest]";
        assertEquals(
                "No rows could be made up for tasks, so the proof says nothing of the rows there",
                workspace.plan(workspace.model(accepted, moved)).notes().get(0));
        String sampled = moved
                + "  samples:\n    - {title: one, digest: sha-12-abcde}\n    - {title: two, digest: sha-34-fghij}\n";
        MigrationOutcome outcome = workspace.plan(workspace.model(accepted, sampled));
        assertEquals(List.of(), outcome.problems());
        assertTrue(outcome.notes().stream().noneMatch(note -> note.contains("made up")), outcome.notes()::toString);
    }

    @Test
    void aHandWrittenMigrationCarriesDataChanges() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(workspace.folder.resolve("002_tidy.sql"), "UPDATE tasks SET title = trim(title);\n");
        assertEquals(List.of(), workspace.plan(tasks()).problems());
        Files.writeString(workspace.folder.resolve("002_tidy.sql"), "CREATE INDEX mine ON tasks (lower(title));\n");
        assertEquals(List.of(), workspace.plan(tasks()).problems());
        workspace.seal(Optional.empty());
        assertTrue(workspace.plan(tasks()).isCurrent(), "an index made by hand is nobody's difference");
    }

    @Test
    void sqlOfOnesOwnMeetsValuesOfTheTypesOfTheModel() throws Exception {
        Model model = tasks("j: {json: {a: integer}}", "price: decimal(8,2)");
        workspace.generate(model);
        workspace.seal(Optional.empty());
        Files.writeString(
                workspace.folder.resolve("002_prices.sql"),
                "UPDATE tasks SET price = json_extract(j, '$.a') || '.00';\n");
        assertEquals(List.of(), workspace.plan(model).problems());
    }

    @Test
    void aStatementOfHandThatSqliteRefusesIsShownWithItsLine() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(
                workspace.folder.resolve("002_tidy.sql"),
                "-- Blanks go.\nUPDATE tasks SET title = trim(title);\nUPDATE tasks SET title = upper(titel);\n");
        assertEquals(
                "db/migration/sqlite/002_tidy.sql:3:1: error[migration-fails]:"
                        + " SQLite refuses the statement: no such column: titel\n"
                        + "    in UPDATE tasks SET title = upper(titel)",
                workspace.plan(tasks()).problems().get(0).toString());
    }

    @Test
    void aNameThatABackfillHasWrongIsShownInTheModel() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        for (String wrong : List.of("upper(titel)", "uper(title)", "upper(tasks.titel)")) {
            Model model = tasks("a: text?", "b: {type: text, backfill: {expression: \"" + wrong + "\"}}");
            String problem = workspace.plan(model).problems().get(0).toString();
            assertTrue(
                    problem.startsWith(
                            "model.yaml:9:7: error[invalid-expression]: the backfill of tasks.b is refused by SQLite: no such "),
                    problem);
            assertFalse(problem.contains("\n"), problem);
        }
    }

    @Test
    void anEditedDraftMayTurnTextsIntoNumbersOfMoments() throws Exception {
        workspace.generate(tasks("at: timestamp"));
        workspace.seal(Optional.empty());
        Model model = tasks("at: {type: timestamp, format: epoch_millis}");
        workspace.generate(model, "lossy-type:tasks.at");
        String draft = "002_change_at_of_tasks.sql";
        edit(draft, "t.\"at\"", "CAST(strftime('%s', t.\"at\") AS INTEGER) * 1000");
        assertEquals(List.of(), workspace.plan(model).problems());
        edit(draft, "strftime('%s', t.\"at\")", "nullif(strftime('%s', t.\"at\"), '0')");
        assertEquals(List.of("proof"), codes(workspace.plan(model)), "1970-01-01 is among the rows");
    }

    @Test
    void aWayBackWrittenByHandMayTakeADataChangeBack() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(workspace.folder.resolve("002_mark.sql"), "UPDATE tasks SET title = '* ' || title;\n");
        Files.writeString(
                workspace.folder.resolve("002_mark.down.sql"), "UPDATE tasks SET title = substr(title, 3);\n");
        MigrationOutcome outcome = workspace.plan(tasks());
        assertEquals(List.of(), outcome.problems());
        assertEquals(
                List.of(
                        "db/migration/sqlite/002_mark.sql was written by hand and changes data:"
                                + " tasks did not keep what it held: rows changed: 5, such as … 'Ünïcödé 漢字' to … '* Ünïcödé 漢字'",
                        "db/migration/sqlite/002_mark.down.sql was written by hand and changes data:"
                                + " tasks did not keep what it held: rows changed: 5, such as … '* Ünïcödé 漢字' to … 'Ünïcödé 漢字'"),
                outcome.notes());
    }

    @Test
    void statementsThatOnlyTheMigratorMayRunAreFoundWithTheirLine() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(workspace.folder.resolve("002_bad.sql"), "-- first\nSELECT 1;\n  commit;\nVACUUM;\n");
        MigrationOutcome outcome = workspace.plan(tasks());
        assertEquals(List.of("migration-text", "migration-text"), codes(outcome));
        assertEquals(3, outcome.problems().get(0).line());
    }

    @Test
    void aMigrationThatSqliteRefusesIsToldWithItsLine() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        Files.writeString(workspace.folder.resolve("002_bad.sql"), "SELECT 1;\n\nDROP TABLE missing;\n");
        workspace.seal(Optional.empty());
        MigrationOutcome outcome = workspace.plan(tasks());
        assertEquals(
                "db/migration/sqlite/002_bad.sql:3:1: error[migration-fails]: no such table: missing",
                outcome.problems().get(0).toString());
    }

    @Test
    void oneDraftIsEnough() throws Exception {
        workspace.generate(tasks());
        Files.writeString(workspace.folder.resolve("002_second.sql"), "SELECT 1;\n");
        Files.writeString(workspace.folder.resolve("3_odd.sql"), "SELECT 1;\n");
        Files.writeString(workspace.folder.resolve("004_gone.down.sql"), "SELECT 1;\n");
        assertEquals(List.of("migration-name", "migration-name", "several-drafts"), codes(workspace.plan(tasks())));
    }

    @Test
    void twoBranchesThatSealedOneNumberAreTold() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        workspace.generate(tasks("slug: text?"));
        workspace.seal(Optional.empty());
        Files.writeString(workspace.folder.resolve("002_other.sql"), "SELECT 1;\n");
        Path lock = workspace.folder.resolve(LockFile.NAME);
        String text = Files.readString(lock);
        Files.writeString(
                lock,
                LockFile.parse(text)
                        .with(new LockFile.Entry(2, "other", Checksum.of("SELECT 1;\n")))
                        .text());
        assertTrue(codes(workspace.plan(tasks("slug: text?"))).contains("migration-number"));
        Files.writeString(lock, text + "<<<<<<< HEAD\n");
        MigrationOutcome outcome = workspace.plan(tasks("slug: text?"));
        assertEquals("lock-file", codes(outcome).get(codes(outcome).size() - 1));
    }

    @Test
    void anAcknowledgementStaysWithTheDraftItWasGivenFor() throws Exception {
        workspace.generate(tasks("notes: text?", "more: text?"));
        workspace.seal(Optional.empty());
        assertEquals(List.of("drop-column"), codes(workspace.plan(tasks("more: text?"))));
        workspace.generate(tasks("more: text?"), "drop-column:tasks.notes");
        assertTrue(workspace.plan(tasks("more: text?")).isCurrent());
        MigrationOutcome further = workspace.plan(tasks());
        assertEquals(List.of("drop-column"), codes(further));
        assertTrue(further.problems().get(0).message().contains("tasks.more"));
    }

    @Test
    void anAcknowledgementInTheModelIsWrittenDownInTheMigration() throws Exception {
        workspace.generate(tasks("notes: text?"));
        workspace.seal(Optional.empty());
        String ids = ", acknowledge: [drop-column:tasks.notes, drop-table:taskz]";
        MigrationOutcome outcome = workspace.generate(workspace.model(ids, TASKS));
        assertEquals(List.of("Accepted, but the next migration has no such hazard: drop-table:taskz"), outcome.notes());
        assertTrue(workspace
                .files()
                .get("002_drop_notes_from_tasks.sql")
                .startsWith("-- Acknowledged: drop-column:tasks.notes\n"));
    }

    @Test
    void theMessageShowsHowAnOddlyNamedHazardIsAccepted() throws Exception {
        String table = "\"my \\\"table, old\":\n  columns: {id: {type: bigint, primary_key: auto}}\n";
        workspace.generate(workspace.model(table + TASKS));
        workspace.seal(Optional.empty());
        String message = workspace.plan(tasks()).problems().get(0).message();
        String[] lines = message.split("\n");
        assertEquals(2, lines.length, message);
        String written = lines[1].replace("    to accept it in the model: database: {", ", ")
                .replace("}", "");
        assertEquals(List.of(), workspace.plan(workspace.model(written, TASKS)).problems());
    }

    @Test
    void whatCannotBeUndoneIsSaid() throws Exception {
        String people = "people:\n  columns: {id: {type: bigint, primary_key: auto}}\n";
        workspace.generate(workspace.model(people + TASKS + "    owner_id: {type: bigint, references: people}\n"));
        workspace.seal(Optional.empty());
        MigrationOutcome outcome = workspace.generate(workspace.model(people + TASKS), "drop-column:tasks.owner_id");
        assertEquals(
                List.of("db/migration/sqlite/002_drop_owner_id_from_tasks.sql cannot be undone:"
                        + " nothing is known of the values of tasks.owner_id"),
                outcome.notes());
        assertEquals(List.of(), outcome.migrations().get(1).down());
        assertFalse(workspace.files().containsKey("002_drop_owner_id_from_tasks.down.sql"));
    }

    @Test
    void theListedStatementsAreThoseOfTheFiles() throws Exception {
        workspace.generate(tasks());
        workspace.seal(Optional.empty());
        MigrationOutcome outcome = workspace.generate(tasks("slug: text?"));
        try (ScratchDatabase database = MigrationWorkspace.database(outcome.migrations())) {
            assertEquals(List.of("id", "title", "slug"), database.texts("SELECT name FROM pragma_table_info('tasks')"));
            database.migrate(outcome.migrations().get(1).down());
            database.migrate(outcome.migrations().get(0).down());
            assertEquals(List.of(), database.schema().tables());
        }
        for (MigrationSource migration : outcome.migrations()) {
            MigrationFile file = new MigrationFile(
                    migration.number(),
                    migration.name(),
                    workspace
                            .files()
                            .get(new MigrationFile(migration.number(), migration.name(), "", Optional.empty())
                                    .fileName()),
                    Optional.empty());
            assertEquals(migration.checksum(), Checksum.of(file.up()));
        }
    }
}
