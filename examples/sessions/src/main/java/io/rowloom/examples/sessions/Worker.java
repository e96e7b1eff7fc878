package io.rowloom.examples.sessions;

import io.rowloom.examples.sessions.db.Job;
import io.rowloom.examples.sessions.db.SessionsDatabase;
import java.time.Clock;
import java.util.Optional;

/** Works off the queue, one job at a time; several may work on one database. */
final class Worker {
    private final SessionsDatabase database;
    private final Clock clock;
    private final Assistant assistant;

    Worker(SessionsDatabase database, Clock clock, Assistant assistant) {
        this.database = database;
        this.clock = clock;
        this.assistant = assistant;
    }

    /** Takes one job and works on it; none if nothing is due. The assistant runs outside of any transaction. */
    Optional<Job> workOnce() {
        Optional<Job> claimed = new JobQueue(database, clock).claim();
        claimed.ifPresent(this::work);
        return claimed;
    }

    private void work(Job job) {
        Transcript transcript = new Transcript(database, clock, job.sessionId());
        try {
            Assistant.Answer answer = assistant.answer(job.data(), transcript.resumeToken());
            database.inTransaction(tx -> {
                Transcript said = new Transcript(tx, clock, job.sessionId());
                said.user(job.data().toJson());
                said.assistant(answer);
                new JobQueue(tx, clock).complete(job);
            });
        } catch (Assistant.AssistantFailure failure) {
            database.inTransaction(tx -> {
                if (!new JobQueue(tx, clock).fail(job, failure.getMessage())) {
                    new Transcript(tx, clock, job.sessionId()).error(job.data().toJson());
                }
            });
        }
    }
}
