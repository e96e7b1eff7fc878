package io.rowloom.examples.sessions;

import io.rowloom.examples.sessions.db.Job;
import io.rowloom.examples.sessions.db.NewSession;
import io.rowloom.examples.sessions.db.PromptJobData;
import io.rowloom.examples.sessions.db.Provider;
import io.rowloom.examples.sessions.db.Session;
import io.rowloom.examples.sessions.db.SessionMetadata;
import io.rowloom.examples.sessions.db.SessionsDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Prompts wait in a queue, an assistant answers them, and one that fails is tried again; all of it outlives the program. */
public final class Main {
    private final PrintStream out;
    private final SessionsDatabase database;

    private Main(SessionsDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Takes the path of the database file, which is made if it is missing. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "sessions.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        try (SessionsDatabase database = SessionsDatabase.open(file)) {
            out.println("Opened " + file.getFileName());
            new Main(database, out).work();
        }
    }

    private void work() {
        Clock clock = Clock.systemUTC();
        Session session = database.sessions()
                .insert(NewSession.builder()
                        .id(UUID.randomUUID())
                        .provider(Provider.CODEX_CLI)
                        .projectPath("/workspace/frontend")
                        .name("Dark mode")
                        .metadata(new SessionMetadata("frontend", "dark-mode", List.of("edit", "test")))
                        .build());
        JobQueue queue = new JobQueue(database, clock);
        queue.enqueue(session, "prompt-1", "Add a dark mode.");
        queue.enqueue(session, "prompt-2", "Break the network.");
        queue.enqueue(session, "prompt-3", "Write a test of it.");

        Worker worker = new Worker(database, clock, Main::answer);
        workUntilNothingIsDue(worker);
        for (int minutes = 1; minutes <= 2; minutes++) {
            say("later, when the pause is over");
            workUntilNothingIsDue(new Worker(database, Clock.offset(clock, Duration.ofMinutes(minutes)), Main::answer));
        }

        Session now = database.sessions().findById(session.id()).orElseThrow();
        say(now.name() + ", messages: " + now.messageCount() + ", tokens: " + now.tokenCount() + ", last job: "
                + now.lastJobStatus());
        for (Session recent : database.sessions().recentlyUsed(10)) {
            say("recently used: " + recent.name());
        }
        say("jobs in all: " + database.jobQueue().count());
    }

    private void workUntilNothingIsDue(Worker worker) {
        for (Optional<Job> job = worker.workOnce(); job.isPresent(); job = worker.workOnce()) {
            Job after = database.jobQueue().findById(job.get().id()).orElseThrow();
            String error = after.error() == null ? "" : ", " + after.error();
            say(after.promptId() + ", attempt " + after.attempts() + ": "
                    + after.status().value() + error);
        }
    }

    /** Stands in for an assistant: fails when it is told to. */
    private static Assistant.Answer answer(PromptJobData prompt, Optional<String> resumeToken)
            throws Assistant.AssistantFailure {
        if (prompt.prompt().startsWith("Break")) {
            throw new Assistant.AssistantFailure("connection reset");
        }
        int turn = resumeToken
                .map(token -> Integer.parseInt(token.substring(5)) + 1)
                .orElse(1);
        return new Assistant.Answer(
                "{\"text\":\"Done.\"}", "turn-" + turn, 40 + prompt.prompt().length());
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
