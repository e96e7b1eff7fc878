package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, and processes that compete; {@code -Pthorough} kills hundreds. */
class ProcessesTest {
    private static final int KILLS = Integer.getInteger("rowloom.kills", 12);
    private static final long SEED = Long.getLong("rowloom.seed", System.nanoTime());
    private static final int ROWS = 2_000;
    private static final SqliteOptions BY_HAND = SqliteOptions.defaults().withMigrate(false);

    @TempDir
    Path folder;

    @Test
    void aProcessKilledWhileMigratingLeavesTheDatabaseBeforeOrAfterAMigration() throws Exception {
        Random random = new Random(SEED);
        List<Migration> migrations = Bank.migrations(ROWS);
        List<List<String>> schemas = schemasAfterEach(migrations);
        TreeSet<Integer> seen = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Path file = folder.resolve("migrate-" + kill + ".db");
            killed(random.nextInt(30), random.nextInt(20), "migrate", file.toString(), Integer.toString(ROWS));
            try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), migrations, BY_HAND)) {
                String seed = "seed " + SEED + ", kill " + kill;
                int applied = db.migrator().status().applied().size();
                seen.add(applied);
                assertTrue(db.maintenance().integrityCheck().isClean(), seed);
                assertEquals(schemas.get(applied), schema(db), seed);
                if (applied > 0) {
                    assertEquals(ROWS, count(db, "SELECT count(*) FROM entries"), seed);
                    assertEquals(Bank.MONEY, Bank.total(db), seed);
                }
                assertEquals(
                        8 - applied,
                        db.migrator().migrate(MigrationOptions.defaults()).size(),
                        seed);
                assertEquals(schemas.get(8), schema(db), seed);
            }
        }
        assertTrue(seen.size() > 1, () -> "every kill came at the same place: " + seen);
    }

    @Test
    void aProcessKilledWhileTransactingLosesNoAcknowledgedCommitAndHalvesNone() throws Exception {
        Random random = new Random(SEED);
        Path file = folder.resolve("transfer.db");
        long committed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            String seed = "seed " + SEED + ", kill " + kill;
            List<String> lines = killed(
                    random.nextInt(60), random.nextInt(20), "transfer", file.toString(), Long.toString(committed + 1));
            long acknowledged =
                    lines.stream().filter(line -> line.startsWith("committed ")).count();
            if (!Files.exists(file)) {
                continue;
            }
            try (SqliteDatabase db =
                    SqliteDatabase.open(file, List.of(), Bank.migrations(0), SqliteOptions.defaults())) {
                assertTrue(db.maintenance().integrityCheck().isClean(), seed);
                assertEquals(Bank.MONEY, Bank.total(db), seed);
                long present = count(db, "SELECT count(*) FROM ledger");
                assertEquals(present, count(db, "SELECT coalesce(max(id), 0) FROM ledger"), seed);
                // One more may be committed and not yet acknowledged.
                assertTrue(present - committed == acknowledged || present - committed == acknowledged + 1, seed);
                committed = present;
            }
        }
        assertTrue(committed > 0, "nothing was ever committed");
    }

    @Test
    void ofTwentyProcessesThatStartTogetherOneAppliesEachMigrationAndAllWork() throws Exception {
        Path file = folder.resolve("together.db");
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), Bank.migrations(ROWS), BY_HAND)) {
            db.migrator().migrate(MigrationOptions.defaults().withLimit(2));
        }
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            children.add(Child.start("migrate", file.toString(), Integer.toString(ROWS)));
        }
        List<String> applied = new ArrayList<>();
        for (Process child : children) {
            List<String> lines = Child.output(child).lines().toList();
            assertEquals(0, child.waitFor(), () -> String.join("\n", lines));
            assertTrue(lines.contains("total " + Bank.MONEY), () -> String.join("\n", lines));
            lines.stream().filter(line -> line.startsWith("applied ")).forEach(applied::add);
        }
        applied.sort(null);
        assertEquals(
                List.of(
                        "applied 003_rebuild_3",
                        "applied 004_column_4",
                        "applied 005_rebuild_5",
                        "applied 006_column_6",
                        "applied 007_rebuild_7",
                        "applied 008_column_8"),
                applied);
    }

    /** Runs a child until it has said so many lines, waits a moment, kills it, and gives all that it said. */
    private static List<String> killed(int afterLines, int millis, String... args)
            throws IOException, InterruptedException {
        Process child = Child.start(args);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = Child.output(child)) {
            assertEquals("started", output.readLine());
            String line = "";
            while (lines.size() < afterLines && line != null) {
                line = output.readLine();
                lines.add(String.valueOf(line));
            }
            Thread.sleep(millis);
            // Process.destroyForcibly would close the pipe with what is still to be read.
            child.toHandle().destroyForcibly();
            output.lines().forEach(lines::add);
        }
        child.waitFor();
        assertTrue(lines.stream().noneMatch(line -> line.contains("Exception")), () -> String.join("\n", lines));
        return lines;
    }

    private static List<List<String>> schemasAfterEach(List<Migration> migrations) {
        List<List<String>> schemas = new ArrayList<>(List.of(List.of()));
        try (SqliteDatabase db = SqliteDatabase.openInMemory(List.of(), migrations, BY_HAND)) {
            for (int i = 0; i < migrations.size(); i++) {
                db.migrator().migrate(MigrationOptions.defaults().withLimit(1));
                schemas.add(schema(db));
            }
        }
        return schemas;
    }

    private static List<String> schema(SqliteDatabase db) {
        SqlStatement statement = SqlStatement.read(
                "", "schema", "SELECT s.sql FROM sqlite_schema AS s WHERE s.name <> 'rowloom_history' ORDER BY s.name");
        return db.list(statement, SqlBinder.NONE, row -> row.text(1));
    }

    private static long count(SqliteDatabase db, String sql) {
        return db.getOne(SqlStatement.read("", "count", sql), SqlBinder.NONE, row -> row.bigint(1));
    }
}
