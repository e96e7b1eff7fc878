package io.rowloom.examples.agents;

import static io.rowloom.examples.agents.OldDatabase.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.agents.db.Agent;
import io.rowloom.examples.agents.db.AgentsDatabase;
import io.rowloom.examples.agents.db.NewSessionLog;
import io.rowloom.examples.agents.db.Session;
import io.rowloom.examples.agents.db.SessionLog;
import io.rowloom.runtime.AppliedMigration;
import io.rowloom.runtime.MigrationOptions;
import io.rowloom.runtime.MigrationResult;
import io.rowloom.runtime.MigrationStatus;
import io.rowloom.runtime.MigrationValidation;
import io.rowloom.runtime.Migrator;
import io.rowloom.runtime.SqlChecksumException;
import io.rowloom.runtime.SqliteOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of version 2 of the application meets the version of today, and the way back. */
class MigrationStoryTest {
    private static final UUID REVIEWER = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID WRITER = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final UUID NOBODYS = UUID.fromString("33333333-3333-4333-8333-333333333333");
    private static final UUID REVIEW = UUID.fromString("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");

    private static final List<String> ALL = List.of(
            "001_initial_schema",
            "002_add_session_tables",
            "003_rename_instructions_and_main_agent",
            "004_delete_with_parent_and_allow_stopped",
            "005_require_model",
            "006_lists_as_json",
            "007_add_query_indexes",
            "008_order_logs_of_a_session");

    private static final String OLD_AGENTS = """
            SELECT id, type, name, prompt, small_model, built_in_tools, mcps, knowledges, accessible_paths,
              permission_mode, max_steps, created_at, updated_at FROM agents ORDER BY id""";
    private static final String OLD_SESSIONS = """
            SELECT id, name, agent_id, sub_agent_ids, user_goal, status, external_session_id,
              permission_mode, max_steps, created_at, updated_at FROM sessions ORDER BY id""";
    private static final String OLD_LOGS =
            "SELECT id, session_id, role, type, content, metadata, created_at, updated_at FROM session_logs ORDER BY id";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeTheOldFile() throws Exception {
        file = folder.resolve("agents.db");
        OldDatabase.make(file);
    }

    @Test
    void openingBringsTheOldFileUpToDateAndKeepsWhatItHeld() {
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            assertEquals(ALL.get(7), migrator(database).status().current().orElseThrow());

            Agent reviewer = database.agents().findById(REVIEWER).orElseThrow();
            assertEquals("Look for mistakes.", reviewer.instructions());
            assertEquals(List.of("file_search", "code_analysis"), reviewer.builtInTools());
            assertEquals(List.of(), reviewer.mcps());
            assertEquals(List.of("/src", "/tests"), reviewer.accessiblePaths());
            assertEquals(Instant.parse("2025-03-02T10:30:00Z"), reviewer.updatedAt());

            Session review = database.sessions().findById(REVIEW).orElseThrow();
            assertEquals(REVIEWER, review.mainAgentId());
            assertEquals(List.of(WRITER), review.subAgentIds());
            assertEquals(Session.Status.RUNNING, review.status());
            assertEquals("ext-1", review.externalSessionId());
            assertNull(review.maxSteps());

            List<SessionLog> logs = database.sessionLogs().list(10);
            assertEquals(List.of(1L, 2L), logs.stream().map(SessionLog::id).toList());
            assertTrue(logs.stream().allMatch(log -> log.parentId() == null));
            assertTrue(database.sqlSession().maintenance().integrityCheck().isClean());
        }
    }

    @Test
    void agentsWithoutAModelGetOne() {
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            assertEquals(
                    "large-1",
                    database.agents().findById(REVIEWER).orElseThrow().model());
            assertEquals(
                    "small-1", database.agents().findById(WRITER).orElseThrow().model());
            assertEquals(
                    "large-2", database.agents().findById(NOBODYS).orElseThrow().model());
        }
    }

    @Test
    void aListThatWasNeverSetStaysUnsetAndQuotesSurvive() {
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            Agent writer = database.agents().findById(WRITER).orElseThrow();
            assertEquals(List.of("say \"hi\""), writer.builtInTools());
            assertNull(writer.mcps());
        }
    }

    @Test
    void theRulesOfTodayHoldForRowsOfYesterday() {
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            Session review = database.sessions().findById(REVIEW).orElseThrow();
            database.sessions().update(review.withStatus(Session.Status.STOPPED));
            SessionLog answer = database.sessionLogs()
                    .insert(NewSessionLog.builder()
                            .sessionId(REVIEW)
                            .parentId(2L)
                            .role(SessionLog.Role.TOOL)
                            .type(SessionLog.Type.OBSERVATION)
                            .content("{}")
                            .build());
            assertEquals(8, answer.id(), "the number of a log that was deleted before is not given out again");

            database.agents().deleteById(REVIEWER);

            assertFalse(database.sessions().existsById(REVIEW));
            assertEquals(0, database.sessionLogs().count());
        }
    }

    @Test
    void eachMigrationDoesOneThing() throws Exception {
        try (AgentsDatabase database = openWithoutMigrating()) {
            assertEquals(List.of(ALL.get(2)), migrateOnce(database));
            assertEquals(
                    List.of("Look for mistakes.|file_search, code_analysis"),
                    query(file, "SELECT instructions, built_in_tools FROM agents WHERE name = 'Reviewer'"));
            assertEquals(List.of("2"), query(file, "SELECT count(*) FROM sessions WHERE main_agent_id IS NOT NULL"));

            assertEquals(List.of(ALL.get(3)), migrateOnce(database));
            assertEquals(
                    List.of("agents|CASCADE"),
                    query(file, "SELECT \"table\", on_delete FROM pragma_foreign_key_list('sessions')"));

            assertEquals(List.of(ALL.get(4)), migrateOnce(database));
            assertEquals(List.of("large-1", "small-1", "large-2"), query(file, "SELECT model FROM agents ORDER BY id"));

            assertEquals(List.of(ALL.get(5)), migrateOnce(database));
            assertEquals(
                    List.of("[\"file_search\",\"code_analysis\"]|[]", "[\"say \\\"hi\\\"\"]|null", "null|null"),
                    query(file, "SELECT built_in_tools, mcps FROM agents ORDER BY id"));

            assertEquals(List.of(ALL.get(6)), migrateOnce(database));
            assertEquals(
                    List.of("idx_agents_type_name"),
                    query(file, "SELECT name FROM pragma_index_list('agents') WHERE origin = 'c'"));

            assertEquals(List.of(ALL.get(7)), migrateOnce(database));
            assertEquals(
                    List.of("session_id|id"),
                    query(
                            file,
                            "SELECT group_concat(name, '|') FROM pragma_index_info('idx_session_logs_session_id')"));

            assertEquals(List.of(), migrateOnce(database));
        }
    }

    @Test
    void theSummaryTellsWhatIsAppliedAndWhatIsPending() {
        try (AgentsDatabase database = openWithoutMigrating()) {
            MigrationStatus status = migrator(database).status();

            assertEquals(ALL.get(1), status.current().orElseThrow());
            assertEquals(2, status.applied().size());
            assertEquals(ALL.subList(2, 8), status.pending());
        }
    }

    @Test
    void aDryRunTriesEverythingAndChangesNothing() throws Exception {
        List<String> before = query(file, OLD_AGENTS);
        try (AgentsDatabase database = openWithoutMigrating()) {
            List<MigrationResult> results =
                    migrator(database).migrate(MigrationOptions.defaults().withDryRun(true));

            assertEquals(ALL.subList(2, 8), ids(results));
            assertTrue(results.stream().allMatch(MigrationResult::success));
            assertEquals(6, migrator(database).status().pending().size());
        }
        assertEquals(before, query(file, OLD_AGENTS));
    }

    @Test
    void theWayBackGivesTheOldFileAgain() throws Exception {
        List<String> agents = query(file, OLD_AGENTS);
        List<String> sessions = query(file, OLD_SESSIONS);
        List<String> logs = query(file, OLD_LOGS);
        List<String> schema = columnsAndIndexes();
        AgentsDatabase.open(file).close();

        try (AgentsDatabase database = openWithoutMigrating()) {
            List<MigrationResult> undone = migrator(database).rollback(6);
            assertEquals(List.of(ALL.get(7), ALL.get(6), ALL.get(5), ALL.get(4), ALL.get(3), ALL.get(2)), ids(undone));
        }

        assertEquals(
                agents.stream()
                        .map(row -> row.replace("/src,/tests", "/src, /tests"))
                        .toList(),
                query(file, OLD_AGENTS));
        assertEquals(sessions, query(file, OLD_SESSIONS));
        assertEquals(logs, query(file, OLD_LOGS));
        assertEquals(schema, columnsAndIndexes());
        assertEquals(
                List.of("large-1", "small-1", "large-2"),
                query(file, "SELECT model FROM agents ORDER BY id"),
                "what a migration filled in stays");
    }

    @Test
    void theWayBackGoesToTheEmptyDatabaseAndForthAgain() throws Exception {
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            migrator(database).rollback(8);
            assertEquals(
                    List.of("rowloom_history"),
                    query(file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"));

            assertEquals(ALL, ids(migrator(database).migrate(MigrationOptions.defaults())));
            assertEquals(0, database.agents().count());
        }
    }

    @Test
    void aMigrationThatIsNotWhatWasAppliedIsFound() throws Exception {
        AgentsDatabase.open(file).close();
        try (AgentsDatabase database = openWithoutMigrating()) {
            assertTrue(migrator(database).validate(MigrationOptions.defaults()).isValid());
            OldDatabase.execute(file, "UPDATE rowloom_history SET checksum = 'v1:0' WHERE number = 3");

            MigrationValidation validation = migrator(database).validate(MigrationOptions.defaults());

            assertFalse(validation.isValid());
            assertTrue(validation.errors().get(0).contains(ALL.get(2)), validation.errors()::toString);
            assertThrows(SqlChecksumException.class, () -> migrator(database).migrate(MigrationOptions.defaults()));
        }
    }

    @Test
    void theHistoryTellsWhenWhatWasApplied() {
        Instant before = Instant.now();
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            List<AppliedMigration> applied = migrator(database).status().applied();

            assertEquals(ALL, applied.stream().map(AppliedMigration::id).toList());
            assertTrue(applied.stream().allMatch(AppliedMigration::sealed));
            AppliedMigration last = applied.get(applied.size() - 1);
            assertFalse(last.appliedAt().isBefore(before.truncatedTo(ChronoUnit.MILLIS)));
            assertFalse(last.duration().isNegative());
            assertTrue(last.checksum().startsWith("v1:"), last.checksum());
        }
    }

    @Test
    void aDatabaseMadeByOtherMeansIsAdopted() throws Exception {
        OldDatabase.execute(file, "DROP TABLE rowloom_history");
        try (AgentsDatabase database = openWithoutMigrating()) {
            List<MigrationResult> results =
                    migrator(database).migrate(MigrationOptions.defaults().withBaseline(OldDatabase.VERSION_2));

            assertEquals(ALL, ids(results));
            assertEquals(MigrationResult.Action.BASELINE, results.get(0).action());
            assertEquals(MigrationResult.Action.APPLY, results.get(2).action());
            assertEquals(3, database.agents().count());
        }
    }

    private AgentsDatabase openWithoutMigrating() {
        return AgentsDatabase.open(file, SqliteOptions.defaults().withMigrate(false));
    }

    private static Migrator migrator(AgentsDatabase database) {
        return database.sqlSession().migrator();
    }

    private static List<String> migrateOnce(AgentsDatabase database) {
        return ids(migrator(database).migrate(MigrationOptions.defaults().withLimit(1)));
    }

    private static List<String> ids(List<MigrationResult> results) {
        return results.stream().map(MigrationResult::id).toList();
    }

    private List<String> columnsAndIndexes() throws Exception {
        return query(file, """
                SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk
                FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_stat%'
                UNION ALL
                SELECT t.name, i.name, c.name, c.seqno, NULL, NULL
                FROM sqlite_schema AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
                ORDER BY 1, 2, 3""");
    }
}
