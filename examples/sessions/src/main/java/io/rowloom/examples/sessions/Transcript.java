package io.rowloom.examples.sessions;

import io.rowloom.examples.sessions.db.NewSessionMessage;
import io.rowloom.examples.sessions.db.Session;
import io.rowloom.examples.sessions.db.SessionMessage;
import io.rowloom.examples.sessions.db.SessionsTables;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was said in a session, and the session's counters, which go with it. */
final class Transcript {
    private final SessionsTables tables;
    private final Clock clock;
    private final UUID sessionId;

    Transcript(SessionsTables tables, Clock clock, UUID sessionId) {
        this.tables = tables;
        this.clock = clock;
        this.sessionId = sessionId;
    }

    SessionMessage user(String event) {
        return add(SessionMessage.Type.USER, event, null, null);
    }

    SessionMessage assistant(Assistant.Answer answer) {
        return add(SessionMessage.Type.ASSISTANT, answer.event(), answer.resumeToken(), answer.tokens());
    }

    SessionMessage error(String event) {
        return add(SessionMessage.Type.ERROR, event, null, null);
    }

    /** What the assistant needs to go on where it stopped. */
    Optional<String> resumeToken() {
        return tables.sessionMessages().resumeToken(sessionId);
    }

    private SessionMessage add(
            SessionMessage.Type type, String event, @Nullable String resumeToken, @Nullable Integer tokens) {
        return tables.transaction(tx -> {
            Instant now = clock.instant();
            Session session = tx.sessions().findById(sessionId).orElseThrow();
            tx.sessions()
                    .patch(
                            sessionId,
                            to -> to.incrementMessageCount(1)
                                    .incrementTokenCount(tokens == null ? 0 : tokens)
                                    .lastAccessedAt(now));
            return tx.sessionMessages()
                    .insert(NewSessionMessage.builder()
                            .id(UUID.randomUUID())
                            .sessionId(sessionId)
                            .provider(session.provider())
                            .type(type)
                            .contentData(event)
                            .providerSessionId(resumeToken)
                            .tokenCount(tokens)
                            .createdAt(now)
                            .build());
        });
    }
}
