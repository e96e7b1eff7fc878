package io.rowloom.examples.sessions;

import io.rowloom.examples.sessions.db.Job;
import io.rowloom.examples.sessions.db.NewJob;
import io.rowloom.examples.sessions.db.PromptJobData;
import io.rowloom.examples.sessions.db.Session;
import io.rowloom.examples.sessions.db.SessionMetadata;
import io.rowloom.examples.sessions.db.SessionsTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of prompts: what waits, what is worked on, what is tried again later and what is over. */
final class JobQueue {
    /** The pause before the second attempt; each further one waits twice as long. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final SessionsTables tables;
    private final Clock clock;

    JobQueue(SessionsTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Lets a prompt wait for its turn, with what the session allows. */
    Job enqueue(Session session, String promptId, String prompt) {
        return tables.jobQueue()
                .insert(NewJob.builder()
                        .id(UUID.randomUUID())
                        .sessionId(session.id())
                        .promptId(promptId)
                        .data(new PromptJobData(prompt, session.projectPath(), allowedTools(session), null, null))
                        .createdAt(clock.instant())
                        .build());
    }

    /** Takes the oldest job that is due; no other worker gets it, as one statement finds it and marks it. */
    Optional<Job> claim() {
        return tables.transaction(tx -> {
            Optional<Job> claimed = tx.jobQueue().claimNext(clock.instant());
            claimed.ifPresent(job -> mark(tx, job, true, "processing"));
            return claimed;
        });
    }

    void complete(Job job) {
        tables.inTransaction(tx -> {
            tx.jobQueue().patch(job.id(), to -> to.status(Job.Status.COMPLETED).completedAt(clock.instant()));
            mark(tx, job, false, "completed");
        });
    }

    /** Puts a job back for later, or gives it up when it was tried often enough; tells which. */
    boolean fail(Job job, String error) {
        return tables.transaction(tx -> {
            boolean again = tx.jobQueue().retry(error, nextAttempt(job), job.id()) > 0;
            if (!again) {
                tx.jobQueue()
                        .patch(
                                job.id(),
                                to -> to.status(Job.Status.FAILED).error(error).completedAt(clock.instant()));
            }
            mark(tx, job, false, again ? "waits for another attempt" : "failed");
            return again;
        });
    }

    /** Gives up whatever waits for a session. */
    int cancel(UUID sessionId) {
        return tables.jobQueue()
                .patchBySessionId(
                        sessionId,
                        to -> to.ifStatus(Job.Status.PENDING)
                                .status(Job.Status.CANCELLED)
                                .completedAt(clock.instant()));
    }

    private Instant nextAttempt(Job job) {
        return clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << (job.attempts() - 1)));
    }

    /** A session may be gone while its job is worked on. */
    private void mark(SessionsTables tx, Job job, boolean working, String status) {
        tx.sessions()
                .patch(
                        job.sessionId(),
                        to -> to.working(working)
                                .currentJobId(working ? job.id() : null)
                                .lastJobStatus(status));
    }

    private static @Nullable List<String> allowedTools(Session session) {
        SessionMetadata metadata = session.metadata();
        return metadata == null ? null : metadata.allowedTools();
    }
}
