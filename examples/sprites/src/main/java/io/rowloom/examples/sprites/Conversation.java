package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.Job;
import io.rowloom.examples.sprites.db.Message;
import io.rowloom.examples.sprites.db.NewMessage;
import io.rowloom.examples.sprites.db.NewSessionSummary;
import io.rowloom.examples.sprites.db.SessionSummary;
import io.rowloom.examples.sprites.db.SpritesTables;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What an agent and its partners said to each other, the older part of it in short. */
final class Conversation {
    private static final int PAGE = 100;

    private final SpritesTables tables;
    private final Clock clock;
    private final String sessionKey;
    private final String agentId;

    Conversation(SpritesTables tables, Clock clock, String sessionKey, String agentId) {
        this.tables = tables;
        this.clock = clock;
        this.sessionKey = sessionKey;
        this.agentId = agentId;
    }

    Message add(Job job, Message.Role role, String content) {
        return tables.messages()
                .insert(NewMessage.builder()
                        .jobId(job.id())
                        .sessionKey(sessionKey)
                        .agentId(agentId)
                        .role(role)
                        .content(content)
                        .createdAt(clock.instant())
                        .build());
    }

    Optional<SessionSummary> summary() {
        return tables.sessionSummaries().latest(sessionKey, agentId);
    }

    /** The messages that no summary covers yet, in the order in which they were said. */
    List<Message> sinceSummary() {
        return tables.messages().history(sessionKey, agentId, covered(), PAGE);
    }

    /**
     * Replaces what no summary covers yet by a summary of it.
     *
     * @param shorten makes one text of the former summary and the messages since
     */
    Optional<SessionSummary> compact(BiFunction<Optional<String>, List<Message>, String> shorten) {
        return tables.transaction(tx -> {
            Conversation within = new Conversation(tx, clock, sessionKey, agentId);
            List<Message> messages = within.sinceSummary();
            if (messages.isEmpty()) {
                return Optional.empty();
            }
            Optional<String> former = within.summary().map(SessionSummary::summary);
            return Optional.of(tx.sessionSummaries()
                    .insert(NewSessionSummary.builder()
                            .sessionKey(sessionKey)
                            .agentId(agentId)
                            .summary(shorten.apply(former, messages))
                            .lastMessageId(messages.get(messages.size() - 1).id())
                            .createdAt(clock.instant())
                            .build()));
        });
    }

    private long covered() {
        return summary()
                .flatMap(last -> Optional.ofNullable(last.lastMessageId()))
                .orElse(0L);
    }
}
