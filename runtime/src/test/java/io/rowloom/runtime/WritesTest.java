package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.runtime.Jobs.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inserts, upserts, updates, patches and claims, as DAOs ask for them. */
class WritesTest {
    private final List<String> statements = new ArrayList<>();

    @TempDir
    Path folder;

    private SqliteDatabase open() {
        SqlObserver observer = new SqlObserver() {
            @Override
            public void executed(SqlExecution execution) {
                if (execution.statement().table().equals("jobs")) {
                    statements.add(execution.statement().text());
                }
            }
        };
        return SqliteDatabase.openInMemory(
                List.of(), List.of(Jobs.SCHEMA), SqliteOptions.defaults().withObserver(observer));
    }

    private static long insert(SqliteDatabase db, String name) {
        Long key = Jobs.INSERT.insert(db, Job.named(name), row -> row.bigint(1));
        return key;
    }

    private static List<Job> jobs(int count) {
        return IntStream.range(0, count).mapToObj(i -> Job.named("job" + i)).toList();
    }

    @Test
    void manyRowsNeedFewStatementsAndComeBackInTheirOrderWithTheirKeys() {
        for (int count : new int[] {0, 1, 2, 49, 50, 51, 499, 500, 501, 1130}) {
            statements.clear();
            try (SqliteDatabase db = open()) {
                List<Job> stored = Jobs.insertAll(db, jobs(count));
                assertEquals(count, stored.size());
                for (int i = 0; i < count; i++) {
                    assertEquals(i + 1L, stored.get(i).id());
                    assertEquals("job" + i, stored.get(i).name());
                }
                int expected = 2 * (count / 500) + 2 * (count % 500 / 50) + count % 50;
                assertEquals(expected, statements.size(), count + " rows");
                assertTrue(new HashSet<>(statements).size() <= 4);
                assertEquals(stored, Jobs.all(db));
            }
        }
    }

    @Test
    void numbersFollowTheHighestRowWhereTheTableIsOfOtherMeans() {
        Migration schema = new Migration(
                1,
                "jobs",
                "v1:1",
                true,
                () -> List.of("CREATE TABLE jobs (id INTEGER PRIMARY KEY, name TEXT UNIQUE, state TEXT, worker TEXT,"
                        + " tries INTEGER, total INTEGER, version INTEGER)"),
                List::of);
        for (boolean others : new boolean[] {false, true}) {
            try (SqliteDatabase db =
                    SqliteDatabase.openInMemory(List.of(), List.of(schema), SqliteOptions.defaults())) {
                if (others) {
                    db.execute(
                            SqlStatement.write("", "test", "CREATE TABLE o (id INTEGER PRIMARY KEY AUTOINCREMENT)"),
                            SqlBinder.NONE);
                }
                Jobs.insertAll(db, List.of(Jobs.stored(Job.named("far"), 70L)));
                List<Job> stored = Jobs.insertAll(db, jobs(120));
                assertEquals(71L, stored.get(0).id());
                assertEquals(190L, stored.get(119).id());
                assertEquals(191, insert(db, "last"));
                // After the highest number SQLite looks for one that is free.
                Jobs.insertAll(db, List.of(Jobs.stored(Job.named("farthest"), Long.MAX_VALUE)));
                List<Job> more = Jobs.insertAll(
                        db,
                        IntStream.range(200, 260)
                                .mapToObj(i -> Job.named("job" + i))
                                .toList());
                assertEquals(60, more.stream().map(Job::id).distinct().count());
                assertTrue(Jobs.all(db).containsAll(more));
            }
        }
    }

    @Test
    void numbersFollowTheHighestThatWasEverGiven() {
        try (SqliteDatabase db = open()) {
            assertEquals(1, insert(db, "first"));
            Jobs.insertAll(db, List.of(Jobs.stored(Job.named("far"), 1000L)));
            assertEquals(1, Jobs.BY_ID.delete(db, parameters -> parameters.bigint(1, 1000)));
            List<Job> stored = Jobs.insertAll(db, jobs(60));
            assertEquals(1001L, stored.get(0).id());
            assertEquals(1060L, stored.get(59).id());
            assertEquals(1061, insert(db, "last"));
        }
    }

    @Test
    void aTriggerThatInsertsBetweenTakesItsNumbers() {
        SqlStatement trigger = SqlStatement.write(
                "jobs",
                "trigger",
                "CREATE TRIGGER echo AFTER INSERT ON jobs WHEN new.name LIKE 'job%' BEGIN INSERT INTO jobs (name, state, tries,"
                        + " total, version) VALUES ('echo of ' || new.name, 'new', 0, 0, 0); END");
        try (SqliteDatabase db = open()) {
            db.execute(trigger, SqlBinder.NONE);
            assertEquals(1, insert(db, "job"));
            List<Job> stored = Jobs.insertAll(db, jobs(60));
            assertEquals(122, Jobs.all(db).size());
            assertTrue(Jobs.all(db).containsAll(stored));
        }
    }

    @Test
    void aNumberThatDoesNotFitItsTypeIsAnErrorAndNothingIsInserted() {
        try (SqliteDatabase db = open()) {
            Jobs.insertAll(db, List.of(Jobs.stored(Job.named("far"), (long) Integer.MAX_VALUE - 3)));
            SqlDataException error = assertThrows(
                    SqlDataException.class,
                    () -> Jobs.INSERT.insertAll(
                            db, jobs(60), job -> null, row -> row.integer(1), (job, number) -> number));
            assertTrue(error.getMessage().contains("2147483648 is not a number of 32 bits"), error.getMessage());
            assertEquals(1, Jobs.all(db).size());
            Jobs.insertAll(db, List.of(Jobs.stored(Job.named("farther"), Long.MAX_VALUE - 3)));
            assertThrows(SqlAccessException.class, () -> Jobs.insertAll(db, jobs(60)));
            assertEquals(2, Jobs.all(db).size());
        }
    }

    @Test
    void rowsThatBringTheirKeysKeepThem() {
        try (SqliteDatabase db = open()) {
            List<Job> jobs = new ArrayList<>(jobs(9));
            jobs.set(4, Jobs.stored(jobs.get(4), 70L));
            List<Job> stored = Jobs.insertAll(db, jobs);
            assertEquals(
                    List.of(1L, 2L, 3L, 4L, 70L, 71L, 72L, 73L, 74L),
                    stored.stream().map(Job::id).toList());
            assertEquals(new HashSet<>(stored), new HashSet<>(Jobs.all(db)));
        }
    }

    @Test
    void theErrorOfOneAmongManyRowsNamesThatRowAndNothingIsInserted() {
        try (SqliteDatabase db = open()) {
            List<Job> jobs = new ArrayList<>(jobs(100));
            jobs.set(71, Job.named("job5"));
            SqlUniqueException error = assertThrows(SqlUniqueException.class, () -> Jobs.insertAll(db, jobs));
            assertTrue(error.getMessage().contains("name = 'job5'"), error.getMessage());
            assertEquals(7, error.parameters().size());
            assertEquals(List.of(), Jobs.all(db));

            jobs.set(71, Job.named("half \ud800"));
            SqlDataException broken = assertThrows(SqlDataException.class, () -> Jobs.insertAll(db, jobs));
            assertTrue(broken.getMessage().startsWith("jobs.insert: name: half a surrogate pair"), broken.getMessage());
            assertEquals(List.of(), Jobs.all(db));
        }
    }

    @Test
    void insertIfAbsentSaysWhetherItDid() {
        try (SqliteDatabase db = open()) {
            assertTrue(Jobs.INSERT.insertIfAbsent(db, Job.named("a")));
            assertFalse(Jobs.INSERT.insertIfAbsent(db, Job.named("a")));
            assertTrue(Jobs.INSERT.insertIfAbsent(db, Job.named("b")));
            assertEquals(2, Jobs.all(db).size());
        }
    }

    @Test
    void anUpsertWritesOverTheRowThatIsThereAndCountsIt() {
        try (SqliteDatabase db = open()) {
            Job first = Jobs.UPSERT.run(db, new Job(null, "a", "new", "x", 3, 1, 0), Jobs::read);
            assertEquals(new Job(1L, "a", "new", "x", 3, 1, 0), first);
            Job second = Jobs.UPSERT.run(db, new Job(null, "a", "old", null, 9, 2, 0), Jobs::read);
            assertEquals(new Job(1L, "a", "old", null, 3, 2, 1), second);
            assertEquals(List.of(second), Jobs.all(db));
        }
    }

    @Test
    void anUpdateNeedsTheVersionThatWasRead() {
        try (SqliteDatabase db = open()) {
            Job job = Jobs.insertAll(db, jobs(1)).get(0);
            Job changed = new Job(job.id(), "b", "old", "w", 1, 5, 1);
            Jobs.UPDATE.update(db, changed);
            assertEquals(List.of(changed), Jobs.all(db));
            SqlStaleVersionException stale =
                    assertThrows(SqlStaleVersionException.class, () -> Jobs.UPDATE.update(db, changed));
            assertEquals(List.of("id = 1", "version = 0"), stale.parameters());
        }
    }

    @Test
    void aPatchWritesWhatItSaysInWhateverOrderWithOneStatement() {
        try (SqliteDatabase db = open()) {
            Job job = Jobs.insertAll(db, jobs(1)).get(0);
            statements.clear();
            SqlChanges changes = new SqlChanges();
            changes.text(4, "w");
            changes.add(5, 2);
            changes.text(3, "old");
            changes.add(5, 3);
            assertEquals(1, patch(db, job, changes));
            assertEquals(List.of(new Job(1L, "job0", "old", "w", 5, 0, 0)), Jobs.all(db));
            SqlChanges other = new SqlChanges();
            other.text(3, "older");
            other.text(4, (String) null);
            other.add(5, -1);
            assertEquals(1, patch(db, job, other));
            assertEquals(List.of(new Job(1L, "job0", "older", null, 4, 0, 0)), Jobs.all(db));
            assertEquals(
                    1,
                    statements.stream()
                            .filter(sql -> sql.startsWith("UPDATE"))
                            .distinct()
                            .count());
        }
    }

    @Test
    void aPatchThatExpectsWhatIsNotSoChangesNothing() {
        try (SqliteDatabase db = open()) {
            Job job = Jobs.insertAll(db, jobs(1)).get(0);
            SqlChanges changes = new SqlChanges();
            changes.when().text(3, "old");
            changes.text(3, "done");
            assertEquals(0, patch(db, job, changes));
            SqlChanges right = new SqlChanges();
            right.text(3, "done");
            right.when().text(3, "new");
            right.when().text(4, (String) null);
            assertEquals(1, patch(db, job, right));
            assertEquals(0, patch(db, job, right));
            SqlChanges nothing = new SqlChanges();
            nothing.when().text(3, "done");
            assertTrue(nothing.isEmpty());
            assertEquals(1, patch(db, job, nothing));
            assertEquals("done", Jobs.all(db).get(0).state());
            assertEquals(1, patch(db, job, new SqlChanges()));
        }
    }

    @Test
    void aSumThatDoesNotFitIsAnErrorThatNamesTheColumn() {
        try (SqliteDatabase db = open()) {
            Job job = Jobs.insertAll(db, List.of(new Job(null, "a", "new", null, Integer.MAX_VALUE, Long.MAX_VALUE, 0)))
                    .get(0);
            SqlChanges tries = new SqlChanges();
            tries.add(5, 1);
            SqlDataException narrow = assertThrows(SqlDataException.class, () -> patch(db, job, tries));
            assertEquals(
                    "jobs.patchById: a sum is more than its column holds: integer overflow [id = 1, tries = 1]",
                    narrow.getMessage());
            SqlChanges orZero = new SqlChanges();
            orZero.orZero().add(5, 2);
            assertEquals(
                    "jobs.patchById: a sum is more than its column holds: integer overflow [id = 1, tries = 2]",
                    assertThrows(SqlDataException.class, () -> patch(db, job, orZero))
                            .getMessage());
            SqlChanges total = new SqlChanges();
            total.add(6, 1L);
            SqlDataException wide = assertThrows(SqlDataException.class, () -> patch(db, job, total));
            assertTrue(wide.getMessage().contains("jobs.total"), wide.getMessage());
            SqlChanges down = new SqlChanges();
            down.add(5, Integer.MIN_VALUE);
            down.add(6, Long.MIN_VALUE);
            assertEquals(1, patch(db, job, down));
            assertEquals(-1, Jobs.all(db).get(0).tries());
            assertThrows(ArithmeticException.class, () -> down.add(6, -1L));
            SqlChanges both = new SqlChanges();
            both.integer(5, 1);
            assertThrows(IllegalStateException.class, () -> both.add(5, 1));
        }
    }

    @Test
    void morePatchesThanAreRememberedStillWork() {
        SqlTable wide =
                SqlTable.of("wide", IntStream.range(0, 9).mapToObj(i -> "c" + i).toArray(String[]::new));
        String columns =
                IntStream.range(1, 9).mapToObj(i -> ", c" + i + " INTEGER").collect(Collectors.joining());
        Migration schema = new Migration(
                1,
                "wide",
                "v1:1",
                true,
                () -> List.of("CREATE TABLE wide (c0 INTEGER PRIMARY KEY" + columns + ")"),
                List::of);
        try (SqliteDatabase db = SqliteDatabase.openInMemory(List.of(), List.of(schema), SqliteOptions.defaults())) {
            db.execute(SqlStatement.write("wide", "insert", "INSERT INTO wide (c0) VALUES (1)"), SqlBinder.NONE);
            SqlFinder key = wide.finder("ByC0", "t.\"c0\" = ?1");
            for (int round = 0; round < 2; round++) {
                for (int set = 1; set < 256; set++) {
                    SqlChanges changes = new SqlChanges();
                    for (int column = 8; column > 0; column--) {
                        if ((set >> column - 1 & 1) == 1) {
                            changes.integer(column + 1, set + column);
                        }
                    }
                    assertEquals(1, key.patch(db, p -> p.integer(1, 1), changes));
                    int all = set;
                    List<Integer> row = key.find(db, p -> p.integer(1, 1), r -> {
                                List<Integer> values = new ArrayList<>();
                                for (int column = 1; column < 9; column++) {
                                    if ((all >> column - 1 & 1) == 1) {
                                        values.add(r.integer(column + 1) - all - column);
                                    }
                                }
                                return values;
                            })
                            .orElseThrow();
                    assertEquals(Set.of(0), new TreeSet<>(row));
                }
            }
        }
    }

    @Test
    void claimsTakeTheFirstRowsInOrderAndThoseAlone() {
        try (SqliteDatabase db = open()) {
            List<Job> jobs = IntStream.range(0, 10)
                    .mapToObj(i -> new Job(null, "job" + i, i == 3 ? "old" : "new", null, i % 3, 0, 0))
                    .toList();
            Jobs.insertAll(db, jobs);
            List<Job> claimed = Jobs.claim(db, 4, Jobs.taken("w"));
            assertEquals(List.of(3L, 6L, 9L, 2L), claimed.stream().map(Job::id).toList());
            assertEquals(new Job(3L, "job2", "taken", "w", 2, 0, 1), claimed.get(0));
            SqlChanges expecting = Jobs.taken("v");
            expecting.when().integer(5, 0);
            assertEquals(
                    List.of(1L, 7L),
                    Jobs.claim(db, 2, expecting).stream().map(Job::id).toList());
            assertEquals(List.of(), Jobs.claim(db, 0, Jobs.taken("w")));
            assertEquals(3, Jobs.claim(db, 100, Jobs.taken("w")).size());
            assertEquals(List.of(), Jobs.claim(db, 100, Jobs.taken("w")));
            assertThrows(IllegalArgumentException.class, () -> Jobs.claim(db, -1, Jobs.taken("w")));
        }
    }

    @Test
    void theErrorOfAClaimNamesItAndNoOtherOfTheTable() {
        SqlFinder byTries = Jobs.TABLE.finder("ByTries", "t.\"tries\" = ?1", SqlOrder.by("id"));
        try (SqliteDatabase db = open()) {
            Jobs.insertAll(db, jobs(4));
            SqlChanges same = new SqlChanges();
            same.text(2, "same");
            assertEquals(1, Jobs.claim(db, 1, same).size());
            SqlUniqueException error = assertThrows(
                    SqlUniqueException.class,
                    () -> byTries.claim(db, p -> p.integer(1, 0), 2, same, Jobs::read, Jobs.BY_ID, Jobs::bindKey));
            assertEquals("claimByTries", error.operation());
        }
    }

    @Test
    void eachRowIsClaimedOnceAmongThreadsAndProcesses() throws Exception {
        Path file = folder.resolve("jobs.db");
        int count = 600;
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Process> processes = new ArrayList<>();
        try (SqliteDatabase db = SqliteDatabase.open(file, List.of(), List.of(Jobs.SCHEMA), SqliteOptions.defaults())) {
            Jobs.insertAll(db, jobs(count));
            for (int i = 0; i < 2; i++) {
                processes.add(Child.start("claim", file.toString(), "process" + i));
            }
            List<Future<List<Job>>> results = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String worker = "thread" + i;
                Callable<List<Job>> work = () -> {
                    List<Job> mine = new ArrayList<>();
                    for (List<Job> some = Jobs.claim(db, 3, Jobs.taken(worker));
                            !some.isEmpty();
                            some = Jobs.claim(db, 3, Jobs.taken(worker))) {
                        mine.addAll(some);
                        Thread.sleep(5);
                    }
                    return mine;
                };
                results.add(threads.submit(work));
            }
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Job>> result : results) {
                result.get().forEach(job -> claimed.add(job.id()));
            }
            for (Process process : processes) {
                for (String line : Child.output(process).lines().toList()) {
                    if (line.startsWith("claimed ")) {
                        claimed.add(Long.parseLong(line.substring("claimed ".length())));
                    }
                }
                assertEquals(0, process.waitFor());
            }
            assertEquals(count, claimed.size());
            assertEquals(count, new HashSet<>(claimed).size());
            assertTrue(Jobs.all(db).stream().allMatch(job -> job.version() == 1 && job.worker() != null));
        } finally {
            threads.shutdownNow();
            processes.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void aValueThatCannotBeReadIsNamedByTableColumnAndKey() {
        try (SqliteDatabase db = open()) {
            Jobs.insertAll(db, jobs(3));
            db.execute(
                    SqlStatement.write("jobs", "test", "UPDATE jobs SET tries = 3000000000 WHERE id = 2"),
                    SqlBinder.NONE);
            SqlDataException error = assertThrows(SqlDataException.class, () -> Jobs.all(db));
            assertEquals(
                    "jobs.stream: column tries of row 2 (id = 2): 3000000000 is not a number of 32 bits",
                    error.getMessage());
            SqlStatement some = SqlStatement.read("jobs", "some", "SELECT tries, name FROM jobs WHERE id = 2");
            SqlDataException keyless =
                    assertThrows(SqlDataException.class, () -> db.list(some, SqlBinder.NONE, row -> row.integer(1)));
            assertEquals(
                    "jobs.some: column tries of row 1: 3000000000 is not a number of 32 bits", keyless.getMessage());
        }
    }

    @Test
    void aPatchCanExpectNothingLaterThan() {
        try (SqliteDatabase db = open()) {
            Job job = Jobs.insertAll(db, jobs(1)).get(0);
            SqlChanges changes = new SqlChanges();
            changes.upTo().integer(5, -1);
            changes.text(3, "late");
            assertEquals(0, patch(db, job, changes));
            changes.upTo().integer(5, 0);
            assertEquals(1, patch(db, job, changes));
        }
    }

    private static int patch(SqlSession session, Job job, SqlChanges changes) {
        return Jobs.BY_ID.patch(session, p -> Jobs.bindKey(p, job), changes);
    }
}
