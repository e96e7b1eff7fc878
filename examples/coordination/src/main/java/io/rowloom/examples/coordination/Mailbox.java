package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.CoordinationTables;
import io.rowloom.examples.coordination.db.NewQueuedMessage;
import io.rowloom.examples.coordination.db.QueuedMessage;
import java.time.Instant;
import java.util.List;

/** Messages between agents, kept until they are fetched. */
final class Mailbox {
    private static final String QUEUED = "queued";
    private static final String DELIVERED = "delivered";

    private final CoordinationTables tables;

    Mailbox(CoordinationTables tables) {
        this.tables = tables;
    }

    QueuedMessage send(String from, String to, String text) {
        return tables.messageQueue()
                .insert(NewQueuedMessage.builder()
                        .sourceAgentId(from)
                        .targetAgentId(to)
                        .payload(text)
                        .build());
    }

    /** Gives an agent what waits for it, the oldest first, and marks it as delivered. */
    List<QueuedMessage> fetch(String agentId) {
        return tables.messageQueue().listByTargetAgentIdAndStatus(agentId, QUEUED).stream()
                .map(this::deliver)
                .toList();
    }

    private QueuedMessage deliver(QueuedMessage message) {
        return tables.messageQueue()
                .update(message.withStatus(DELIVERED)
                        .withAttempts(message.attempts() + 1)
                        .withDeliveredAt(Instant.now()));
    }
}
