package io.rowloom.examples.agents;

import io.rowloom.examples.agents.db.AgentsTables;
import io.rowloom.examples.agents.db.NewSession;
import io.rowloom.examples.agents.db.NewSessionLog;
import io.rowloom.examples.agents.db.Session;
import io.rowloom.examples.agents.db.SessionDao.SessionWithAgent;
import io.rowloom.examples.agents.db.SessionLog;
import io.rowloom.runtime.Page;
import io.rowloom.runtime.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions that agents run in, and the log of each. */
final class AgentSessions {
    private final AgentsTables tables;

    AgentSessions(AgentsTables tables) {
        this.tables = tables;
    }

    /**
     * Begins a session with what the user wants as its first log.
     *
     * @param message the user's words as JSON
     */
    Session start(UUID agentId, String name, String goal, String message) {
        return tables.transaction(tx -> {
            Session session = tx.sessions()
                    .insert(NewSession.builder()
                            .id(UUID.randomUUID())
                            .name(name)
                            .mainAgentId(agentId)
                            .userGoal(goal)
                            .status(Session.Status.RUNNING)
                            .permissionMode(null)
                            .maxSteps(null)
                            .build());
            new AgentSessions(tx).log(session.id(), null, SessionLog.Role.USER, SessionLog.Type.MESSAGE, message);
            return session;
        });
    }

    /**
     * Notes what happened.
     *
     * @param parent the log that led to it
     */
    SessionLog log(UUID sessionId, @Nullable Long parent, SessionLog.Role role, SessionLog.Type type, String content) {
        return tables.sessionLogs()
                .insert(NewSessionLog.builder()
                        .sessionId(sessionId)
                        .parentId(parent)
                        .role(role)
                        .type(type)
                        .content(content)
                        .build());
    }

    /** A session with its agent, and the settings that hold for it: its own, or else those of the agent. */
    SessionWithAgent effective(UUID sessionId) {
        return tables.sessions().sessionWithAgent(sessionId).orElseThrow();
    }

    /** Ends a session one way or another; nothing else of it changes. */
    void finish(UUID sessionId, Session.Status status) {
        tables.sessions().patch(sessionId, to -> to.status(status));
    }

    /** The logs of a session page by page, in the order in which they were written. */
    Page<SessionLog> logs(UUID sessionId, PageRequest page) {
        return tables.sessionLogs().listBySessionId(sessionId, page);
    }

    /** The last logs of a session, the last one first. */
    List<SessionLog> latest(UUID sessionId, int limit) {
        return tables.sessionLogs().latestLogs(sessionId, limit);
    }

    /** Deletes the logs of a session, all or none; returns how many. */
    int clear(UUID sessionId) {
        return tables.sessionLogs().deleteBySessionId(sessionId);
    }
}
