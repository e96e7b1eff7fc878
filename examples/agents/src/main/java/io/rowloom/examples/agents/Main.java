package io.rowloom.examples.agents;

import io.rowloom.examples.agents.db.Agent;
import io.rowloom.examples.agents.db.AgentsDatabase;
import io.rowloom.examples.agents.db.NewAgent;
import io.rowloom.examples.agents.db.Session;
import io.rowloom.examples.agents.db.SessionDao.SessionWithAgent;
import io.rowloom.examples.agents.db.SessionLog;
import io.rowloom.runtime.MigrationStatus;
import io.rowloom.runtime.Page;
import io.rowloom.runtime.PageRequest;
import io.rowloom.runtime.SqliteOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Brings a database up to date, then an agent works in a session, and its log is read again page by page. */
public final class Main {
    private final AgentsDatabase database;
    private final PrintStream out;

    private Main(AgentsDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Takes the path of the database file, which is made if it is missing. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "agents.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        try (AgentsDatabase database =
                AgentsDatabase.open(file, SqliteOptions.defaults().withMigrate(false))) {
            MigrationStatus before = database.sqlSession().migrator().status();
            out.println("Opened " + file.getFileName() + ": migrations applied "
                    + before.applied().size() + ", pending " + before.pending().size());
        }
        try (AgentsDatabase database = AgentsDatabase.open(file)) {
            out.println("Migrated to "
                    + database.sqlSession().migrator().status().current().orElseThrow());
            new Main(database, out).work();
        }
    }

    private void work() {
        Agent agent = database.agents().listByType(Agent.Type.CUSTOM).stream()
                .findFirst()
                .orElseGet(this::newAgent);
        AgentSessions sessions = new AgentSessions(database);
        Session session = sessions.start(
                agent.id(),
                "Code Review Session",
                "Review the authentication module for security issues",
                "{\"text\":\"Please review the authentication module\",\"files\":[\"/src/auth/login.ts\"]}");
        SessionLog thought = sessions.log(
                session.id(), null, SessionLog.Role.AGENT, SessionLog.Type.THOUGHT, "{\"text\":\"First the login\"}");
        for (int step = 1; step <= 4; step++) {
            sessions.log(
                    session.id(),
                    thought.id(),
                    SessionLog.Role.TOOL,
                    SessionLog.Type.OBSERVATION,
                    "{\"step\":" + step + "}");
        }
        sessions.finish(session.id(), Session.Status.COMPLETED);

        SessionWithAgent effective = sessions.effective(session.id());
        say(effective.name() + " of " + effective.agentName() + " is "
                + effective.status().value() + ", with " + effective.effectiveModel() + " and at most "
                + effective.effectiveMaxSteps() + " steps");
        int number = 1;
        for (PageRequest request = Page.first(4); ; number++) {
            Page<SessionLog> page = sessions.logs(session.id(), request);
            say("page " + number + ": " + contents(page));
            if (!page.hasNext()) {
                break;
            }
            request = page.next();
        }
        say("the last: " + contents(sessions.latest(session.id(), 1)));
        say("sessions completed: " + database.sessions().countByStatus(Session.Status.COMPLETED) + ", logs: "
                + database.sessionLogs().count());
    }

    private Agent newAgent() {
        return database.agents()
                .insert(NewAgent.builder()
                        .id(UUID.randomUUID())
                        .name("Code Review Assistant")
                        .instructions("Look at security, performance and maintainability.")
                        .model("large-2")
                        .smallModel("small-2")
                        .builtInTools(List.of("file_search", "code_analysis"))
                        .accessiblePaths(List.of("/src", "/tests"))
                        .maxSteps(20)
                        .build());
    }

    private static String contents(List<SessionLog> logs) {
        return String.join(" ", logs.stream().map(SessionLog::content).toList());
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
