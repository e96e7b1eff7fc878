package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteMaintenanceTest {
    private static final Migration SCHEMA = new Migration(
            1,
            "initial",
            "v1:1",
            true,
            () -> List.of(
                    "CREATE TABLE parents (id INTEGER PRIMARY KEY, body TEXT) STRICT",
                    "CREATE TABLE children (a TEXT, b INTEGER, parent_id INTEGER REFERENCES parents (id), PRIMARY KEY (a, b)) STRICT",
                    "CREATE INDEX by_body ON parents (body)"),
            List::of);
    private static final SqlStatement INSERT =
            SqlStatement.write("parents", "insert", "INSERT INTO parents (body) VALUES (?)");
    private static final SqlStatement COUNT = SqlStatement.read("parents", "count", "SELECT count(*) FROM parents");
    private static final SqlStatement ROWS = SqlStatement.read("parents", "stream", "SELECT id FROM parents");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("db.db");
    }

    private SqliteDatabase open(Path path) {
        return SqliteDatabase.open(path, List.of(), List.of(SCHEMA), SqliteOptions.defaults());
    }

    private static void fill(SqliteDatabase db, int rows) {
        db.executeAll(INSERT, IntStream.range(0, rows).boxed().toList(), (p, i) -> p.text(1, "x".repeat(200) + i));
    }

    private static long count(SqliteDatabase db) {
        return db.getOne(COUNT, SqlBinder.NONE, row -> row.bigint(1));
    }

    private static void execute(SqliteDatabase db, String sql) {
        db.execute(SqlStatement.write("", "test", sql), SqlBinder.NONE);
    }

    @Test
    void aBackupIsOneStateOfADatabaseInUseAndOpensByItself() {
        Path copy = folder.resolve("it's a copy.db");
        try (SqliteDatabase db = open(file)) {
            fill(db, 1000);
            try (Stream<Long> open = db.stream(ROWS, SqlBinder.NONE, row -> row.bigint(1))) {
                assertEquals(1L, open.iterator().next());
                db.maintenance().backup(copy);
            }
            fill(db, 1);
            assertThrows(SqlMisuseException.class, () -> db.maintenance().backup(copy));
        }
        try (SqliteDatabase db = open(copy)) {
            assertEquals(1000, count(db));
            assertTrue(db.maintenance().integrityCheck().isClean());
        }
        try (SqliteDatabase memory =
                SqliteDatabase.openInMemory(List.of(), List.of(SCHEMA), SqliteOptions.defaults())) {
            fill(memory, 7);
            memory.maintenance().backup(folder.resolve("memory.db"));
        }
        try (SqliteDatabase db = open(folder.resolve("memory.db"))) {
            assertEquals(7, count(db));
        }
    }

    @Test
    void ofBackupsToOnePlaceEveryOneThatSucceedsIsWhole() throws Exception {
        Path copy = folder.resolve("copy.db");
        try (SqliteDatabase db = SqliteDatabase.open(
                folder.resolve("raced.db"), List.of(), Bank.migrations(2_000), SqliteOptions.defaults())) {
            ExecutorService threads = Executors.newFixedThreadPool(4);
            List<Future<?>> backups = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                backups.add(threads.submit(() -> db.maintenance().backup(copy)));
            }
            threads.shutdown();
            int made = 0;
            for (Future<?> backup : backups) {
                try {
                    backup.get();
                    made++;
                } catch (ExecutionException refused) {
                    assertInstanceOf(SqlMisuseException.class, refused.getCause());
                }
            }
            assertTrue(made > 0);
        }
        try (SqliteDatabase db =
                SqliteDatabase.open(copy, List.of(), Bank.migrations(2_000), SqliteOptions.defaults())) {
            assertTrue(db.maintenance().integrityCheck().isClean());
            assertEquals(Bank.MONEY, Bank.total(db));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".unfinished")));
        }
    }

    @Test
    void vacuumGivesFreePagesBack() {
        try (SqliteDatabase db = open(file)) {
            fill(db, 2000);
            execute(db, "DELETE FROM parents");
            SqliteSize before = db.maintenance().size();
            assertTrue(before.freeBytes() > before.bytes() / 2);
            long freed = db.maintenance().vacuum();
            SqliteSize after = db.maintenance().size();
            assertEquals(before.bytes() - freed, after.bytes());
            assertEquals(0, after.freeBytes());
        }
    }

    @Test
    void aCheckpointEmptiesTheLog() throws Exception {
        try (SqliteDatabase db = open(file)) {
            fill(db, 100);
            assertTrue(db.maintenance().size().logBytes() > 0);
            assertTrue(db.maintenance().checkpoint());
            assertEquals(0, db.maintenance().size().logBytes());
            assertEquals(Files.size(file), db.maintenance().size().bytes());
            db.maintenance().optimize();
        }
    }

    @Test
    void orphanedRowsAreListedByTableAndKey() {
        SqliteOptions options = SqliteOptions.defaults();
        List<SqlitePragma> off = List.of(new SqlitePragma("foreign_keys", "OFF"));
        try (SqliteDatabase db = SqliteDatabase.open(file, off, List.of(SCHEMA), options)) {
            execute(db, "INSERT INTO children VALUES ('it''s', 3, 77)");
        }
        try (SqliteDatabase db = open(file)) {
            SqliteIntegrity found = db.maintenance().integrityCheck();
            assertEquals(List.of(), found.problems());
            assertEquals(
                    List.of(new SqliteOrphan("children", "a = 'it''s', b = 3", "parents", "parent_id")),
                    found.orphans());
            assertEquals(
                    "children (a = 'it''s', b = 3): parent_id refers to no row of parents",
                    found.orphans().get(0).toString());
        }
    }

    @Test
    void damageIsFoundOrATypedErrorSaysSo() throws Exception {
        try (SqliteDatabase db = open(file)) {
            fill(db, 2000);
        }
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(20 * 4096);
            raw.write(new byte[3 * 4096]);
        }
        try (SqliteDatabase db = open(file)) {
            assertFalse(db.maintenance().integrityCheck().isClean());
            SqlStatement all = SqlStatement.read("parents", "list", "SELECT body FROM parents");
            assertThrows(SqlCorruptException.class, () -> db.list(all, SqlBinder.NONE, row -> row.text(1)));
        }
        Files.writeString(
                folder.resolve("text.db"), "this is no database, but it is long enough to have a header".repeat(50));
        assertThrows(SqlCorruptException.class, () -> open(folder.resolve("text.db")));
    }
}
