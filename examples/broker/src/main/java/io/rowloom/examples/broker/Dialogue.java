package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.BrokerTables;
import io.rowloom.examples.broker.db.CompactionMetricDao.NearCompaction;
import io.rowloom.examples.broker.db.Conversation;
import io.rowloom.examples.broker.db.NewCompactionMetric;
import io.rowloom.examples.broker.db.NewConversation;
import io.rowloom.examples.broker.db.NewTurn;
import io.rowloom.examples.broker.db.Turn;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A conversation with an agent that has no terminal, and how full it makes the agent's context. */
final class Dialogue {
    static final int MANY_TURNS = 50;
    static final int MANY_TOKENS = 100_000;

    private final BrokerTables tables;
    private final Clock clock;
    private final Conversation conversation;
    private int turns;

    private Dialogue(BrokerTables tables, Clock clock, Conversation conversation) {
        this.tables = tables;
        this.clock = clock;
        this.conversation = conversation;
    }

    static Dialogue start(BrokerTables tables, Clock clock, String agentId) {
        Conversation conversation = tables.conversations()
                .insert(NewConversation.builder()
                        .conversationId(UUID.randomUUID().toString())
                        .agentId(agentId)
                        .status(Conversation.Status.ACTIVE)
                        .startedAt(clock.instant())
                        .build());
        return new Dialogue(tables, clock, conversation);
    }

    Turn say(Turn.Role role, String content) {
        turns++;
        return tables.turns()
                .insert(NewTurn.builder()
                        .turnId(conversation.conversationId() + "-" + turns)
                        .conversationId(conversation.conversationId())
                        .role(role)
                        .content(content)
                        .turnNumber(turns)
                        .createdAt(clock.instant())
                        .build());
    }

    Conversation complete() {
        return tables.conversations()
                .update(conversation.withStatus(Conversation.Status.COMPLETED).withEndedAt(clock.instant()));
    }

    Conversation fail(String message) {
        return tables.conversations()
                .update(conversation
                        .withStatus(Conversation.Status.ERROR)
                        .withErrorMessage(message)
                        .withEndedAt(clock.instant()));
    }

    /** What was said so far, read together with the conversation. */
    List<String> transcript() {
        return tables.conversations().findWithTurns(conversation.conversationId()).orElseThrow().turns().stream()
                .sorted(Comparator.comparing(Turn::turnNumber))
                .map(turn -> turn.role() + ": " + turn.content())
                .toList();
    }

    /** Notes how full the agent's context is. */
    void measure(int totalTokens, int errors) {
        tables.compactionMetrics()
                .insert(NewCompactionMetric.builder()
                        .agentId(conversation.agentId())
                        .conversationTurns(turns)
                        .totalTokens(totalTokens)
                        .errorCount(errors)
                        .detectedAt(clock.instant())
                        .build());
    }

    /** Measurements of agents whose context is about to be compacted, the last one first. */
    static List<NearCompaction> nearCompaction(BrokerTables tables) {
        return tables.compactionMetrics().nearCompaction(MANY_TURNS, MANY_TOKENS);
    }
}
