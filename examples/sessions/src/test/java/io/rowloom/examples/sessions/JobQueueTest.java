package io.rowloom.examples.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.sessions.db.Job;
import io.rowloom.examples.sessions.db.NewSession;
import io.rowloom.examples.sessions.db.PromptJobData;
import io.rowloom.examples.sessions.db.Provider;
import io.rowloom.examples.sessions.db.Session;
import io.rowloom.examples.sessions.db.SessionMessage;
import io.rowloom.examples.sessions.db.SessionMetadata;
import io.rowloom.examples.sessions.db.SessionsDatabase;
import io.rowloom.runtime.SqlForeignKeyException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {
    private static final Instant NOON = Instant.parse("2026-01-26T12:00:00Z");

    private SessionsDatabase database;
    private Session session;

    @BeforeEach
    void openASession() {
        database = SessionsDatabase.openInMemory();
        session = newSession(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPromptKeepsItsDataAsTypedJson() {
        Job job = queue(NOON).enqueue(session, "p-1", "Add a dark mode.");

        Job stored = stored(job);
        assertEquals(
                new PromptJobData("Add a dark mode.", "/workspace/frontend", List.of("edit", "test"), null, null),
                stored.data());
        assertEquals(job, stored);
        assertEquals(
                "{\"prompt\":\"Add a dark mode.\",\"projectPath\":\"/workspace/frontend\",\"allowedTools\":[\"edit\",\"test\"]}",
                stored.data().toJson());
    }

    @Test
    void theOldestJobIsTakenFirstAndItsSessionIsWorking() {
        Job second = queue(NOON.plusSeconds(1)).enqueue(session, "p-2", "Then this.");
        Job first = queue(NOON).enqueue(session, "p-1", "First this.");

        Job claimed = queue(NOON.plusSeconds(2)).claim().orElseThrow();

        assertEquals(first.id(), claimed.id());
        assertEquals(Job.Status.PROCESSING, claimed.status());
        assertEquals(1, claimed.attempts());
        assertEquals(NOON.plusSeconds(2), claimed.startedAt());
        assertTrue(session().working());
        assertEquals(first.id(), session().currentJobId());
        assertEquals(
                second.id(), queue(NOON.plusSeconds(3)).claim().orElseThrow().id());
        assertEquals(Optional.empty(), queue(NOON.plusSeconds(4)).claim());
    }

    @Test
    void aFailedJobWaitsLongerBeforeEachAttemptAndIsGivenUpAfterTheLast() {
        Job job = queue(NOON).enqueue(session, "p-1", "Break the network.");

        assertTrue(queue(NOON).fail(queue(NOON).claim().orElseThrow(), "first"));
        assertEquals(NOON.plusSeconds(10), stored(job).nextRetryAt());
        assertEquals(Optional.empty(), queue(NOON.plusSeconds(9)).claim());

        Instant then = NOON.plusSeconds(10);
        assertTrue(queue(then).fail(queue(then).claim().orElseThrow(), "second"));
        assertEquals(then.plusSeconds(20), stored(job).nextRetryAt());

        Instant last = then.plusSeconds(20);
        assertFalse(queue(last).fail(queue(last).claim().orElseThrow(), "third"));
        assertEquals(Job.Status.FAILED, stored(job).status());
        assertEquals("third", stored(job).error());
        assertEquals(3, stored(job).attempts());
        assertEquals("failed", session().lastJobStatus());
        assertFalse(session().working());
        assertEquals(Optional.empty(), queue(last.plus(Duration.ofDays(1))).claim());
    }

    @Test
    void cancellingLeavesWhatIsWorkedOn() {
        Job first = queue(NOON).enqueue(session, "p-1", "First this.");
        Job second = queue(NOON.plusSeconds(1)).enqueue(session, "p-2", "Then this.");
        queue(NOON.plusSeconds(2)).claim();

        assertEquals(1, queue(NOON.plusSeconds(3)).cancel(session.id()));

        assertEquals(Job.Status.PROCESSING, stored(first).status());
        assertEquals(Job.Status.CANCELLED, stored(second).status());
        assertEquals(NOON.plusSeconds(3), stored(second).completedAt());
    }

    @Test
    void anAnswerIsRecordedTogetherWithTheCountersAndTheEndOfTheJob() {
        Job job = queue(NOON).enqueue(session, "p-1", "Add a dark mode.");
        List<Optional<String>> tokens = new ArrayList<>();
        Worker worker = new Worker(database, at(NOON), (prompt, resumeToken) -> {
            tokens.add(resumeToken);
            return new Assistant.Answer("{\"text\":\"Done.\"}", "turn-1", 42);
        });

        worker.workOnce().orElseThrow();
        queue(NOON).enqueue(session, "p-2", "And a light one.");
        worker.workOnce().orElseThrow();

        assertEquals(Job.Status.COMPLETED, stored(job).status());
        assertEquals(4, session().messageCount());
        assertEquals(84, session().tokenCount());
        assertEquals(NOON, session().lastAccessedAt());
        assertEquals(List.of(Optional.empty(), Optional.of("turn-1")), tokens);
    }

    @Test
    void anAnswerThatCannotBeStoredLeavesNoHalfOfItself() {
        Job job = queue(NOON).enqueue(session, "p-1", "Add a dark mode.");
        Worker worker = new Worker(database, at(NOON), (prompt, resumeToken) -> {
            database.sessions().deleteById(session.id());
            return new Assistant.Answer("{}", "turn-1", 42);
        });

        assertThrows(java.util.NoSuchElementException.class, worker::workOnce);

        assertEquals(0, database.sessionMessages().count());
        assertEquals(Job.Status.PROCESSING, stored(job).status());
    }

    @Test
    void everyUpdateOfASessionIsDated() {
        Session old = database.sessions()
                .insert(NewSession.builder()
                        .id(UUID.randomUUID())
                        .provider(Provider.CLAUDE_CODE)
                        .projectPath("/")
                        .name("Old")
                        .createdAt(NOON)
                        .updatedAt(NOON)
                        .build());

        Session renamed = database.sessions().update(old.withName("Older"));
        assertTrue(renamed.updatedAt().isAfter(NOON));
        assertEquals(NOON, renamed.createdAt());
        assertEquals(renamed, database.sessions().findById(old.id()).orElseThrow());

        assertTrue(database.sessions().patch(old.id(), to -> to.state(Session.State.INACTIVE)));
        Session patched = database.sessions().findById(old.id()).orElseThrow();
        assertFalse(patched.updatedAt().isBefore(renamed.updatedAt()));
        assertEquals(Session.State.INACTIVE, patched.state());
    }

    @Test
    void theMessagesOfASessionGoWithItAndNoneComesWithoutOne() {
        new Transcript(database, at(NOON), session.id()).user("{}");
        SessionMessage message = database.sessionMessages().list(10).get(0);
        assertEquals(Provider.CODEX_CLI, message.provider());
        assertNull(message.tokenCount());

        database.sessions().deleteById(session.id());

        assertEquals(0, database.sessionMessages().count());
        UUID gone = session.id();
        assertThrows(
                SqlForeignKeyException.class,
                () -> database.sessionMessages()
                        .insert(io.rowloom.examples.sessions.db.NewSessionMessage.builder()
                                .id(UUID.randomUUID())
                                .sessionId(gone)
                                .provider(Provider.CLAUDE_CODE)
                                .type(SessionMessage.Type.SYSTEM)
                                .contentData("{}")
                                .build()));
    }

    @Test
    void noJobIsTakenTwiceByWorkersInParallel(@TempDir Path folder) throws Exception {
        int jobs = 60;
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (SessionsDatabase shared = SessionsDatabase.open(folder.resolve("sessions.db"))) {
            Session of = newSession(shared);
            for (int number = 1; number <= jobs; number++) {
                new JobQueue(shared, at(NOON)).enqueue(of, "p-" + number, "Do it.");
            }
            List<UUID> taken = Collections.synchronizedList(new ArrayList<>());
            List<Callable<Integer>> workers = Collections.nCopies(4, () -> {
                JobQueue queue = new JobQueue(shared, at(NOON));
                int count = 0;
                for (Optional<Job> job = queue.claim(); job.isPresent(); job = queue.claim()) {
                    taken.add(job.get().id());
                    queue.complete(job.get());
                    count++;
                }
                return count;
            });
            int total = 0;
            for (Future<Integer> worker : pool.invokeAll(workers)) {
                total += worker.get();
            }

            assertEquals(jobs, total);
            assertEquals(jobs, new HashSet<>(taken).size());
            try (var all = shared.jobQueue().stream()) {
                assertTrue(all.allMatch(job -> job.status() == Job.Status.COMPLETED && job.attempts() == 1));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Session newSession(SessionsDatabase database) {
        return database.sessions()
                .insert(NewSession.builder()
                        .id(UUID.randomUUID())
                        .provider(Provider.CODEX_CLI)
                        .projectPath("/workspace/frontend")
                        .name("Dark mode")
                        .metadata(new SessionMetadata("frontend", null, List.of("edit", "test")))
                        .build());
    }

    private JobQueue queue(Instant now) {
        return new JobQueue(database, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private Job stored(Job job) {
        return database.jobQueue().findById(job.id()).orElseThrow();
    }

    private Session session() {
        Session found = database.sessions().findById(session.id()).orElseThrow();
        assertNotNull(found.metadata());
        return found;
    }
}
