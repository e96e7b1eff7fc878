package io.rowloom.examples.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.broker.db.Agent;
import io.rowloom.examples.broker.db.BrokerDatabase;
import io.rowloom.examples.broker.db.NewTurn;
import io.rowloom.runtime.SqlAccessException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference tells operators to do, done to a file that is in use. */
class UpkeepTest {
    @TempDir
    private Path folder;

    private Path file;
    private BrokerDatabase database;

    @BeforeEach
    void open() {
        file = folder.resolve("broker.db");
        database = BrokerDatabase.open(file);
        new Registry(database, Clock.systemUTC()).register("Alice", "/", List.of());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBackupHoldsWhatWasThereAndIsNeverOverwritten() {
        Path copy = new Upkeep(database).backup(file, LocalDate.of(2026, 1, 26));
        new Registry(database, Clock.systemUTC()).register("Bob", "/", List.of());

        assertEquals("broker-backup-20260126.db", copy.getFileName().toString());
        try (BrokerDatabase restored = BrokerDatabase.open(copy)) {
            assertEquals(1, restored.agents().count());
        }
        assertThrows(SqlAccessException.class, () -> new Upkeep(database).backup(file, LocalDate.of(2026, 1, 26)));
    }

    @Test
    void shrinkingGivesBackTheSpaceOfDeletedRows() throws Exception {
        database.turns()
                .insertAll(IntStream.range(0, 2_000)
                        .mapToObj(number -> NewTurn.builder()
                                .turnId("t-" + number)
                                .content("x".repeat(500))
                                .build())
                        .toList());
        try (var all = database.turns().stream()) {
            List<String> ids = all.map(turn -> turn.turnId()).toList();
            database.inTransaction(tx -> ids.forEach(id -> tx.turns().deleteByTurnId(id)));
        }

        assertTrue(new Upkeep(database).shrink() > 500_000);

        assertTrue(Files.size(file) < 500_000);
        assertEquals(1, database.agents().count());
    }

    @Test
    void orphansAreFoundAndNamed() throws Exception {
        assertEquals(List.of(), new Upkeep(database).problems());

        byAnotherProgram("INSERT INTO conversations (conversation_id, agent_id) VALUES ('c-1', 'Nobody')");

        assertEquals(
                List.of("conversations (conversation_id = 'c-1'): agent_id refers to no row of agents"),
                new Upkeep(database).problems());
    }

    @Test
    void theDatabaseIsInWriteAheadModeSoThatReadersGoOn() throws Exception {
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = reader.createStatement()) {
            assertEquals("wal", statement.executeQuery("PRAGMA journal_mode").getString(1));
            statement.execute("BEGIN");
            assertEquals(
                    1, statement.executeQuery("SELECT count(*) FROM agents").getInt(1));
            new Registry(database, Clock.systemUTC()).register("Bob", "/", List.of());
            assertEquals(
                    1, statement.executeQuery("SELECT count(*) FROM agents").getInt(1));
        }
    }

    @Test
    void aWriterWaitsForAnotherProgramThatHoldsTheLock() throws Exception {
        try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = holder.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            CompletableFuture<Agent> waiting = CompletableFuture.supplyAsync(
                    () -> new Registry(database, Clock.systemUTC()).register("Bob", "/", List.of()));
            Thread.sleep(100);
            assertFalse(waiting.isDone());
            statement.execute("COMMIT");
            assertEquals("Bob", waiting.get(10, TimeUnit.SECONDS).agentId());
        }
    }

    private void byAnotherProgram(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
