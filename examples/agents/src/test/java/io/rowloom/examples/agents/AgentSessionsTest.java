package io.rowloom.examples.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.agents.db.Agent;
import io.rowloom.examples.agents.db.AgentsDatabase;
import io.rowloom.examples.agents.db.NewAgent;
import io.rowloom.examples.agents.db.NewSession;
import io.rowloom.examples.agents.db.NewSessionLog;
import io.rowloom.examples.agents.db.PermissionMode;
import io.rowloom.examples.agents.db.Session;
import io.rowloom.examples.agents.db.SessionDao.SessionWithAgent;
import io.rowloom.examples.agents.db.SessionLog;
import io.rowloom.runtime.Page;
import io.rowloom.runtime.SqlForeignKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The queries of the reference, each by the method that there is for it. */
class AgentSessionsTest {
    private static final String WORDS = "{\"text\":\"Please review\"}";

    private final AgentsDatabase database = AgentsDatabase.openInMemory();
    private final AgentSessions sessions = new AgentSessions(database);
    private final Agent agent = newAgent("Code Review Assistant");

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAgentIsCreatedReadChangedListedAndDeleted() {
        Agent second = newAgent("Second");
        assertEquals(agent, database.agents().findById(agent.id()).orElseThrow());
        assertEquals(Agent.Type.CUSTOM, agent.type());
        assertEquals(PermissionMode.READ_ONLY, agent.permissionMode());
        assertEquals(List.of("file_search", "code_analysis"), agent.builtInTools());

        Agent changed = database.agents().update(agent.withModel("large-3").withMcps(List.of()));

        assertEquals(changed, database.agents().findById(agent.id()).orElseThrow());
        assertEquals(2, database.agents().count());
        assertEquals(
                List.of("Code Review Assistant", "Second"),
                database.agents().listOrderedByTypeAndName(Page.first(10)).stream()
                        .map(Agent::name)
                        .toList());
        assertTrue(database.agents().deleteById(second.id()));
        assertFalse(database.agents().existsById(second.id()));
        assertEquals(List.of(changed), database.agents().list(10));
    }

    @Test
    void aSessionBeginsWithWhatTheUserWants() {
        Session session = start();

        assertEquals(session, database.sessions().findById(session.id()).orElseThrow());
        assertEquals(Session.Status.RUNNING, session.status());
        assertEquals(
                List.of(WORDS),
                database.sessionLogs().listBySessionId(session.id()).stream()
                        .map(SessionLog::content)
                        .toList());
    }

    @Test
    void aSessionThatCannotBeLoggedDoesNotBegin() {
        assertThrows(IllegalStateException.class, () -> sessions.start(agent.id(), "Review", "All", null));

        assertEquals(0, database.sessions().count());
    }

    @Test
    void aSessionNeedsItsAgent() {
        assertThrows(SqlForeignKeyException.class, () -> sessions.start(UUID.randomUUID(), "Review", "All", WORDS));

        assertEquals(0, database.sessions().count());
    }

    @Test
    void aSessionTakesFromItsAgentWhatItDoesNotSayItself() {
        Session session = start();
        SessionWithAgent inherited = sessions.effective(session.id());
        assertEquals("Code Review Assistant", inherited.agentName());
        assertEquals("large-2", inherited.effectiveModel());
        assertEquals(20, inherited.effectiveMaxSteps());
        assertEquals(PermissionMode.READ_ONLY, inherited.effectivePermissionMode());

        database.sessions().update(session.withModel("small-2").withPermissionMode(PermissionMode.ACCEPT_EDITS));

        SessionWithAgent own = sessions.effective(session.id());
        assertEquals("small-2", own.effectiveModel());
        assertEquals(PermissionMode.ACCEPT_EDITS, own.effectivePermissionMode());
    }

    @Test
    void aSessionIsReadTogetherWithItsAgentOrItsLogs() {
        Session session = start();
        log(session, null, "1");

        var withAgent = database.sessions().findWithMainAgent(session.id()).orElseThrow();
        assertEquals(session, withAgent.session());
        assertEquals(agent, withAgent.mainAgent());
        var withLogs = database.sessions().findWithSessionLogs(session.id()).orElseThrow();
        assertEquals(List.of(WORDS, "1"), contents(withLogs.sessionLogs()));
    }

    @Test
    void theStatusOfASessionIsChangedAlone() {
        Session session = start();

        sessions.finish(session.id(), Session.Status.STOPPED);

        Session stopped = database.sessions().findById(session.id()).orElseThrow();
        assertEquals(session.withStatus(Session.Status.STOPPED).withUpdatedAt(stopped.updatedAt()), stopped);
    }

    @Test
    void sessionsAreFoundByStatus() {
        Session running = start();
        Session failed = start();
        sessions.finish(failed.id(), Session.Status.FAILED);

        assertEquals(List.of(running), database.sessions().listByStatus(Session.Status.RUNNING));
        assertEquals(1, database.sessions().countByStatus(Session.Status.FAILED));
        assertFalse(database.sessions().existsByStatus(Session.Status.IDLE));
        assertEquals(2, database.sessions().countByMainAgentId(agent.id()));
    }

    @Test
    void aSessionIsFoundByItsNameElsewhere() {
        Session session = database.sessions().update(start().withExternalSessionId("ext-1"));
        start();

        assertEquals(List.of(session), database.sessions().listByExternalSessionId("ext-1"));
        assertEquals(List.of(), database.sessions().listByExternalSessionId("ext-2"));
    }

    @Test
    void sessionsAreListedPageByPage() {
        for (int number = 0; number < 5; number++) {
            start();
        }

        Page<Session> first = database.sessions().list(Page.first(3));
        Page<Session> second = database.sessions().list(first.next());

        assertEquals(3, first.size());
        assertEquals(2, second.size());
        assertTrue(second.hasPrevious());
        assertFalse(second.hasNext());
        List<Session> both = new ArrayList<>(first);
        both.addAll(second);
        assertEquals(database.sessions().list(10), both);
    }

    @Test
    void logsFormATree() {
        Session session = start();
        SessionLog thought = log(session, null, "1");
        log(session, thought.id(), "2");
        log(session, thought.id(), "3");

        assertEquals(4, database.sessionLogs().listBySessionId(session.id()).size());
        assertEquals(List.of("2", "3"), contents(database.sessionLogs().listByParentId(thought.id())));
        var withChildren =
                database.sessionLogs().findWithSessionLogsByParent(thought.id()).orElseThrow();
        assertEquals(List.of("2", "3"), contents(withChildren.sessionLogsByParent()));
        assertEquals(1, database.sessionLogs().countBySessionIdAndType(session.id(), SessionLog.Type.MESSAGE));
        assertThrows(SqlForeignKeyException.class, () -> log(session, 99L, "4"));
    }

    @Test
    void logsAreReadPageByPageWhileOthersAreAdded() {
        Session session = start();
        Session other = start();
        for (int number = 1; number <= 4; number++) {
            log(session, null, String.valueOf(number));
            log(other, null, "of another session");
        }

        Page<SessionLog> first = sessions.logs(session.id(), Page.first(3));
        log(session, null, "5");
        Page<SessionLog> second = sessions.logs(session.id(), first.next());

        assertEquals(List.of(WORDS, "1", "2"), contents(first));
        assertEquals(List.of("3", "4", "5"), contents(second));
        assertFalse(second.hasNext());
        assertEquals(first, sessions.logs(session.id(), second.previous()));
    }

    @Test
    void theLatestLogsComeTheLastOneFirst() {
        Session session = start();
        for (int number = 1; number <= 4; number++) {
            log(session, null, String.valueOf(number));
        }

        assertEquals(List.of("4", "3"), contents(sessions.latest(session.id(), 2)));
        assertEquals(List.of("3", "4"), contents(sessions.logs(session.id(), Page.last(2))));
    }

    @Test
    void aLogIsMendedAndDated() {
        Session session = start();
        Instant before = Instant.parse("2026-01-26T12:00:00Z");
        SessionLog log = database.sessionLogs()
                .insert(NewSessionLog.builder()
                        .sessionId(session.id())
                        .role(SessionLog.Role.SYSTEM)
                        .type(SessionLog.Type.MESSAGE)
                        .content("1")
                        .createdAt(before)
                        .updatedAt(before)
                        .build());

        SessionLog mended = database.sessionLogs().update(log.withMetadata("{\"tokens\":12}"));

        assertEquals(mended, database.sessionLogs().findById(log.id()).orElseThrow());
        assertEquals(before, mended.createdAt());
        assertTrue(mended.updatedAt().isAfter(before));
    }

    @Test
    void theLogsOfASessionAreCountedAndCleared() {
        Session session = start();
        Session other = start();
        SessionLog thought = log(session, null, "1");
        log(session, thought.id(), "2");
        assertEquals(3, database.sessionLogs().countBySessionId(session.id()));

        assertEquals(3, sessions.clear(session.id()));

        assertEquals(0, database.sessionLogs().countBySessionId(session.id()));
        assertEquals(1, database.sessionLogs().countBySessionId(other.id()));
    }

    @Test
    void deletingAnAgentTakesItsSessionsAndTheirLogsAlong() {
        Session session = start();
        log(session, log(session, null, "1").id(), "2");
        Agent other = newAgent("Other");
        database.sessions()
                .insert(NewSession.builder()
                        .id(UUID.randomUUID())
                        .mainAgentId(other.id())
                        .build());

        database.agents().deleteById(agent.id());

        assertEquals(1, database.sessions().count());
        assertEquals(0, database.sessionLogs().count());
    }

    @Test
    void aNameMayHoldSql() {
        Agent odd = newAgent("'); DROP TABLE agents; --");

        assertEquals(List.of(odd), database.agents().listByTypeAndName(Agent.Type.CUSTOM, "'); DROP TABLE agents; --"));
    }

    private Agent newAgent(String name) {
        return database.agents()
                .insert(NewAgent.builder()
                        .id(UUID.randomUUID())
                        .name(name)
                        .model("large-2")
                        .builtInTools(List.of("file_search", "code_analysis"))
                        .maxSteps(20)
                        .build());
    }

    private Session start() {
        return sessions.start(agent.id(), "Review", "Review the login", WORDS);
    }

    private SessionLog log(Session session, Long parent, String content) {
        return sessions.log(session.id(), parent, SessionLog.Role.AGENT, SessionLog.Type.THOUGHT, content);
    }

    private static List<String> contents(List<SessionLog> logs) {
        return logs.stream().map(SessionLog::content).toList();
    }
}
