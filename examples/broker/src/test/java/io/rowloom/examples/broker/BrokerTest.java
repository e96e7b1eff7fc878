package io.rowloom.examples.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.broker.db.Agent;
import io.rowloom.examples.broker.db.AgentConfig;
import io.rowloom.examples.broker.db.Bootstrap;
import io.rowloom.examples.broker.db.BrokerDatabase;
import io.rowloom.examples.broker.db.CompactionMetricDao.NearCompaction;
import io.rowloom.examples.broker.db.Conversation;
import io.rowloom.examples.broker.db.ConversationDao.ConversationSize;
import io.rowloom.examples.broker.db.NewAgentConfig;
import io.rowloom.examples.broker.db.Team;
import io.rowloom.examples.broker.db.TeamMember;
import io.rowloom.examples.broker.db.TeamSession;
import io.rowloom.examples.broker.db.Ticket;
import io.rowloom.examples.broker.db.Turn;
import io.rowloom.runtime.SqlForeignKeyException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerTest {
    private static final Instant NOON = Instant.parse("2026-01-26T12:00:00Z");

    private final BrokerDatabase database = BrokerDatabase.openInMemory();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAgentThatComesBackKeepsItsFirstMoment() {
        register("Alice", NOON);
        Agent back =
                new Registry(database, at(NOON.plusSeconds(60))).register("Alice", "/workspace/api", List.of("code"));

        assertEquals(NOON, back.registeredAt());
        assertEquals(NOON.plusSeconds(60), back.lastSeen());
        assertEquals(List.of("code"), back.capabilities());
        assertEquals("pending", back.bootstrapStatus());
        assertEquals(1, database.agents().count());
    }

    @Test
    void activeAgentsHaveBeenSeenInTheLastFiveMinutesTheLastOneFirst() {
        register("Alice", NOON.minusSeconds(301));
        register("Bob", NOON.minusSeconds(240));
        register("Carol", NOON.minusSeconds(10));
        Registry registry = new Registry(database, at(NOON));
        assertEquals(List.of("Carol", "Bob"), ids(registry.active()));

        assertTrue(registry.heartbeat("Alice"));
        assertFalse(registry.heartbeat("Dave"));

        assertEquals(List.of("Alice", "Carol", "Bob"), ids(registry.active()));
    }

    @Test
    void capabilitiesAreJsonThatSqlCanLookInto() {
        register("Alice", NOON);
        new Registry(database, at(NOON)).register("Bob", "/", List.of());

        assertEquals(
                List.of("code", "null"),
                database.agents().firstCapabilities().stream()
                        .map(first -> String.valueOf(first.firstCapability()))
                        .toList());
    }

    @Test
    void aStartIsNotedInTheHistoryAtTheAgentAndAtItsTemplate() {
        AgentConfig template = template();
        Agent alice = register("Alice", NOON);

        Bootstrap bootstrap =
                new Registry(database, at(NOON)).bootstrap(alice, template, List.of("README.md"), "A web shop.");

        assertEquals(List.of("README.md"), bootstrap.filesLoaded());
        assertEquals(true, bootstrap.success());
        assertEquals("auto", bootstrap.mode());
        assertEquals(
                bootstrap, database.bootstrapHistory().findById(bootstrap.id()).orElseThrow());
        assertEquals(
                "completed",
                database.agents().findByAgentId("Alice").orElseThrow().bootstrapStatus());
        AgentConfig used = database.agentConfigs().findById("frontend").orElseThrow();
        assertEquals(1, used.bootstrapCount());
        assertEquals(NOON, used.lastBootstrap());
    }

    @Test
    void aTemplateHasTheDefaultsOfTheReference() {
        AgentConfig template = template();

        assertEquals("claude-code", template.cliType());
        assertEquals("headless", template.commMode());
        assertEquals("auto", template.bootstrapMode());
        assertEquals(0, template.bootstrapCount());
    }

    @Test
    void messagesWaitAreFetchedOnceAndAnswered() {
        Ticket second = router(NOON.plusSeconds(1)).send("Bob", "Alice", "second");
        Ticket first = router(NOON).send("Bob", "Alice", "first");
        router(NOON).send("Bob", "Carol", "for another");

        List<Ticket> fetched = router(NOON.plusSeconds(2)).fetch("Alice");
        assertEquals(
                List.of(first.ticketId(), second.ticketId()),
                fetched.stream().map(Ticket::ticketId).toList());
        assertEquals(List.of(), router(NOON.plusSeconds(3)).fetch("Alice"));

        router(NOON.plusSeconds(4)).respond(fetched.get(0), "answer");

        Ticket answered = database.tickets().findByTicketId(first.ticketId()).orElseThrow();
        assertEquals(Ticket.Status.RESPONDED, answered.status());
        assertEquals(NOON.plusSeconds(2), answered.deliveredAt());
        assertEquals(NOON.plusSeconds(4), answered.respondedAt());
        assertEquals("answer", router(NOON.plusSeconds(5)).fetch("Bob").get(0).payload());
    }

    @Test
    void messagesThatNobodyAnswersTimeOut() {
        Ticket old = router(NOON.minusSeconds(7200)).send("Bob", "Alice", "old");
        router(NOON.minusSeconds(7200)).respond(router(NOON.minusSeconds(7200)).send("Bob", "Carol", "x"), "y");
        router(NOON).send("Bob", "Alice", "new");

        assertEquals(2, router(NOON).expire(Duration.ofHours(1)));

        assertEquals(
                Ticket.Status.TIMEOUT,
                database.tickets().findByTicketId(old.ticketId()).orElseThrow().status());
        assertEquals(
                List.of("new"),
                router(NOON).fetch("Alice").stream().map(Ticket::payload).toList());
    }

    @Test
    void conversationsAreCountedWithTheirTurnsAlsoThoseWithoutAny() {
        register("Alice", NOON);
        Dialogue first = Dialogue.start(database, at(NOON), "Alice");
        first.say(Turn.Role.USER, "Run the tests.");
        first.say(Turn.Role.ASSISTANT, "They fail.");
        assertEquals(List.of("USER: Run the tests.", "ASSISTANT: They fail."), first.transcript());
        first.fail("out of memory");
        Dialogue.start(database, at(NOON.plusSeconds(60)), "Alice");

        List<ConversationSize> sizes = database.conversations().conversationSizes("Alice");

        assertEquals(
                List.of(0L, 2L), sizes.stream().map(ConversationSize::turnCount).toList());
        Conversation failed = sizes.get(1).conversation();
        assertEquals(Conversation.Status.ERROR, failed.status());
        assertEquals("out of memory", failed.errorMessage());
    }

    @Test
    void noConversationIsHeldWithAnAgentThatIsNotRegistered() {
        assertThrows(SqlForeignKeyException.class, () -> Dialogue.start(database, at(NOON), "Nobody"));
    }

    @Test
    void anAgentWithManyTurnsOrTokensIsNearCompaction() {
        register("Alice", NOON);
        register("Bob", NOON);
        Dialogue.start(database, at(NOON), "Alice").measure(100_000, 0);
        Dialogue.start(database, at(NOON.plusSeconds(1)), "Alice").measure(100_001, 2);
        Dialogue bobs = Dialogue.start(database, at(NOON.plusSeconds(2)), "Bob");
        for (int turn = 0; turn < 51; turn++) {
            bobs.say(Turn.Role.USER, "Go on.");
        }
        bobs.measure(10, 0);

        List<NearCompaction> near = Dialogue.nearCompaction(database);

        assertEquals(
                List.of("Bob", "Alice"),
                near.stream().map(NearCompaction::agentId).toList());
        assertEquals(51, near.get(0).conversationTurns());
    }

    @Test
    void aTeamIsStartedAndStopped() {
        Teams teams = new Teams(database, at(NOON));
        Team team = teams.define("web", "Web team", List.of(new TeamMember("Alice", "frontend")));
        assertEquals(team, database.teams().findByTeamId("web").orElseThrow());

        TeamSession running = teams.start(team);
        assertEquals("{\"Alice\":{\"config\":\"frontend\"}}", running.agentSessions());

        teams.stop(running);
        TeamSession stopped =
                database.teamSessions().findBySessionId(running.sessionId()).orElseThrow();
        assertEquals(TeamSession.Status.STOPPED, stopped.status());
        assertEquals(NOON, stopped.stoppedAt());
    }

    private AgentConfig template() {
        return database.agentConfigs()
                .insert(NewAgentConfig.builder()
                        .id("frontend")
                        .projectId("global")
                        .name("Frontend developer")
                        .build());
    }

    private Agent register(String name, Instant now) {
        return new Registry(database, at(now)).register(name, "/workspace/frontend", List.of("code", "test"));
    }

    private Router router(Instant now) {
        return new Router(database, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static List<String> ids(List<Agent> agents) {
        return agents.stream().map(Agent::agentId).toList();
    }
}
