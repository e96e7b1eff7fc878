package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConcurrencyTest {
    private static final int THREADS = 16;
    private static final int ROUNDS = 60;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");
    private static final List<SqlitePragma> FAST = List.of(new SqlitePragma("synchronous", "OFF"));

    @TempDir
    Path folder;

    private SqliteDatabase open(SqliteOptions options) {
        return SqliteDatabase.open(folder.resolve("bank.db"), FAST, Bank.migrations(0), options);
    }

    private static long handles(Path file) throws IOException {
        if (!Files.isDirectory(OPEN_FILES)) {
            return 0;
        }
        long handles = 0;
        try (Stream<Path> all = Files.list(OPEN_FILES)) {
            for (Path handle : all.toList()) {
                try {
                    handles += Files.readSymbolicLink(handle).toString().startsWith(file.toString()) ? 1 : 0;
                } catch (java.nio.file.NoSuchFileException e) {
                    // The one of this listing is closed again.
                    assertTrue(handles >= 0);
                }
            }
        }
        return handles;
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(executor.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void manyThreadsLoseNoUpdateAndMeetNoDeadlock() throws Exception {
        mixed(open(SqliteOptions.defaults()));
        assertEquals(0, handles(folder.resolve("bank.db")), "open files after closing");
    }

    @Test
    void manyThreadsShareADatabaseInMemory() throws Exception {
        mixed(SqliteDatabase.openInMemory(List.of(), Bank.migrations(0), SqliteOptions.defaults()));
    }

    private static void mixed(SqliteDatabase opened) throws Exception {
        AtomicLong next = new AtomicLong();
        AtomicInteger seeds = new AtomicInteger();
        try (SqliteDatabase db = opened) {
            together(THREADS, () -> {
                Random random = new Random(seeds.incrementAndGet());
                for (int round = 0; round < ROUNDS; round++) {
                    long from = 1 + random.nextInt(Bank.ACCOUNTS);
                    long to = 1 + random.nextInt(Bank.ACCOUNTS);
                    switch (random.nextInt(5)) {
                        case 0, 1 ->
                            db.transaction(tx -> {
                                Bank.transfer(tx, from, to, next.incrementAndGet());
                                return round(tx);
                            });
                        case 2 -> db.execute(Bank.NOTE, p -> p.bigint(1, next.incrementAndGet()));
                        case 3 -> assertEquals(Bank.MONEY, (long) db.read(ConcurrencyTest::round));
                        default -> {
                            // A stream with queries and writes inside, as people write them.
                            try (Stream<Long> ids = db.stream(Bank.ACCOUNT_IDS, SqlBinder.NONE, row -> row.bigint(1))) {
                                ids.forEach(id -> db.findOne(Bank.BALANCE, p -> p.bigint(1, id), row -> row.bigint(1)));
                            }
                            assertEquals(Bank.MONEY, Bank.total(db));
                        }
                    }
                }
                return null;
            });
            assertEquals(Bank.MONEY, Bank.total(db));
            assertEquals(
                    next.get(),
                    db.list(Bank.LEDGER, SqlBinder.NONE, row -> row.bigint(1)).size());
            assertTrue(db.maintenance().integrityCheck().isClean());
        }
    }

    /** Twice the same within one snapshot. */
    private static long round(SqlSession session) {
        long total = Bank.total(session);
        assertEquals(total, Bank.total(session));
        return total;
    }

    @Test
    void writersGetTheirTurnInOrder() throws Exception {
        List<Integer> order = new ArrayList<>();
        try (SqliteDatabase db = open(SqliteOptions.defaults())) {
            List<Thread> threads = new ArrayList<>();
            db.transaction(tx -> {
                for (int i = 0; i < 5; i++) {
                    int number = i;
                    Thread thread = new Thread(() -> db.transaction(inner -> order.add(number)));
                    thread.start();
                    while (thread.getState() != Thread.State.TIMED_WAITING) {
                        Thread.onSpinWait();
                    }
                    threads.add(thread);
                }
                return threads;
            });
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertEquals(List.of(0, 1, 2, 3, 4), order);
    }

    @Test
    void waitingInVainNamesWhoHoldsTheConnection() throws Exception {
        SqliteOptions options =
                SqliteOptions.defaults().withMaxWait(Duration.ofMillis(20)).withReaders(1);
        try (SqliteDatabase db = open(options)) {
            SqlBusyException busy = db.transaction(tx -> other(() ->
                    assertThrows(SqlBusyException.class, () -> db.execute(Bank.NOTE, p -> p.bigint(1, 1)))));
            assertTrue(busy.getMessage().contains("used by [transaction on thread "), busy.getMessage());
            try (Stream<Long> ids = db.stream(Bank.ACCOUNT_IDS, SqlBinder.NONE, row -> row.bigint(1))) {
                SqlBusyException reader = other(() -> assertThrows(SqlBusyException.class, () -> Bank.total(db)));
                assertTrue(reader.getMessage().contains("accounts.ids on thread "), reader.getMessage());
                assertEquals(Bank.MONEY, Bank.total(db), "the thread of the stream gets one beyond the number");
                assertEquals(Bank.ACCOUNTS, ids.count());
            }
        }
    }

    @Test
    void anInterruptedThreadLeavesNothingBehind() throws Exception {
        try (SqliteDatabase db = open(SqliteOptions.defaults())) {
            db.transaction(tx -> other(() -> {
                Thread.currentThread().interrupt();
                assertThrows(SqlInterruptedException.class, () -> db.execute(Bank.NOTE, p -> p.bigint(1, 1)));
                assertTrue(Thread.currentThread().isInterrupted());
                return null;
            }));
            Thread.currentThread().interrupt();
            assertEquals(1, db.execute(Bank.NOTE, p -> p.bigint(1, 2)), "what need not wait is not disturbed");
            assertTrue(Thread.interrupted());
            assertEquals(List.of(2L), db.list(Bank.LEDGER, SqlBinder.NONE, row -> row.bigint(1)));
        }
    }

    private static <T> T other(Callable<T> work) {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            return executor.submit(work).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void aForgottenStreamIsReportedAndItsConnectionComesBack() throws Exception {
        CountDownLatch reported = new CountDownLatch(1);
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
                reported.countDown();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("io.rowloom.runtime");
        logger.addHandler(handler);
        try (SqliteDatabase db = open(SqliteOptions.defaults().withReaders(1))) {
            assertEquals(1L, forget(db));
            while (reported.getCount() > 0) {
                System.gc();
                Thread.sleep(5);
            }
            assertTrue(messages.get(0).contains("accounts.ids was never closed"), messages.toString());
            assertEquals(Bank.MONEY, (long) other(() -> Bank.total(db)));
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(0, handles(folder.resolve("bank.db")));
    }

    private static long forget(SqliteDatabase db) {
        return db.stream(Bank.ACCOUNT_IDS, SqlBinder.NONE, row -> row.bigint(1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBusyDatabaseIsTriedAgainVisiblyAndThenGivenUp() throws Exception {
        List<Integer> attempts = new ArrayList<>();
        SqlObserver observer = new SqlObserver() {
            @Override
            public void executed(SqlExecution execution) {}

            @Override
            public void retrying(int attempt, Duration delay, SqlBusyException cause) {
                attempts.add(attempt);
            }
        };
        SqliteOptions options = SqliteOptions.defaults().withRetries(3).withObserver(observer);
        List<SqlitePragma> impatient = List.of(new SqlitePragma("busy_timeout", "1"));
        Path file = folder.resolve("bank.db");
        try (SqliteDatabase db = SqliteDatabase.open(file, impatient, Bank.migrations(0), options);
                Connection rival = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = rival.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            AtomicInteger runs = new AtomicInteger();
            SqlBusyException error =
                    assertThrows(SqlBusyException.class, () -> db.transaction(tx -> runs.incrementAndGet()));
            assertEquals(5, error.resultCode());
            assertEquals(List.of(1, 2, 3), attempts);
            assertEquals(0, runs.get());
            statement.execute("COMMIT");
            assertEquals((Object) 1, db.transaction(tx -> runs.incrementAndGet()));
        }
    }

    @Test
    void whatIsRepeatedAtItsCommitStartsFromTheBeginning() throws Exception {
        Path file = folder.resolve("jobs.db");
        List<SqlitePragma> pragmas =
                List.of(new SqlitePragma("journal_mode", "DELETE"), new SqlitePragma("busy_timeout", "1"));
        List<Integer> attempts = new ArrayList<>();
        try (Connection rival = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            rival.setAutoCommit(false);
            SqlObserver observer = new SqlObserver() {
                @Override
                public void executed(SqlExecution execution) {}

                @Override
                public void retrying(int attempt, Duration delay, SqlBusyException cause) {
                    attempts.add(attempt);
                    assertDoesNotThrow(rival::commit);
                }
            };
            try (SqliteDatabase db = SqliteDatabase.open(
                    file,
                    pragmas,
                    List.of(Jobs.SCHEMA),
                    SqliteOptions.defaults().withObserver(observer))) {
                attempts.clear();
                read(rival);
                SqlStatement rename = SqlStatement.write("jobs", "rename", "UPDATE jobs SET name = ? WHERE name = ?");
                List<Jobs.Job> stored = Jobs.insertAll(db, List.of(Jobs.Job.named("a"), Jobs.Job.named("b")));
                assertEquals(List.of(1L, 2L), stored.stream().map(Jobs.Job::id).toList());
                assertEquals(List.of(1), attempts);

                read(rival);
                Iterator<Jobs.Job> once = stored.iterator();
                long changed = db.executeAll(rename, () -> once, (parameters, job) -> {
                    parameters.text(1, job.name() + "2");
                    parameters.text(2, job.name());
                });
                assertEquals(2, changed);
                assertEquals(List.of(1, 1), attempts);

                read(rival);
                Iterator<Jobs.Job> again = Jobs.all(db).iterator();
                List<String> names = SqlUpdate.forEach(db, () -> again, tx -> job -> {
                    tx.execute(rename, parameters -> {
                        parameters.text(1, job.name() + "3");
                        parameters.text(2, job.name());
                    });
                    return job.name();
                });
                assertEquals(List.of("a2", "b2"), names);
                assertEquals(
                        List.of("a23", "b23"),
                        Jobs.all(db).stream().map(Jobs.Job::name).toList());
                assertEquals(List.of(1, 1, 1), attempts);
            }
        }
    }

    /** Has the file locked for reading, which in this mode keeps others from committing. */
    private static void read(Connection rival) throws SQLException {
        try (Statement statement = rival.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM jobs").close();
        }
    }

    @Test
    void closingWaitsForWhatRunsAndRefusesWhatComes() throws Exception {
        SqliteDatabase db = open(SqliteOptions.defaults());
        CountDownLatch inside = new CountDownLatch(1);
        Thread writer = new Thread(() -> db.transaction(tx -> {
            inside.countDown();
            for (int i = 1; i <= 200; i++) {
                int id = i;
                tx.execute(Bank.NOTE, p -> p.bigint(1, id));
            }
            return null;
        }));
        writer.start();
        inside.await();
        db.close();
        db.close();
        writer.join();
        assertThrows(SqlClosedException.class, () -> Bank.total(db));
        assertThrows(SqlClosedException.class, () -> db.transaction(Bank::total));
        assertEquals(0, handles(folder.resolve("bank.db")));
        try (SqliteDatabase again = open(SqliteOptions.defaults())) {
            assertEquals(
                    200,
                    again.list(Bank.LEDGER, SqlBinder.NONE, row -> row.bigint(1))
                            .size());
            assertInstanceOf(
                    SqlMisuseException.class,
                    again.transaction(tx -> assertThrows(SqlMisuseException.class, again::close)));
        }
    }
}
