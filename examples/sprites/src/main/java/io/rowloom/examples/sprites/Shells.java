package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.NewSpriteSession;
import io.rowloom.examples.sprites.db.SpriteSession;
import io.rowloom.examples.sprites.db.SpritesTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** The shells that conversations go on using, until they are closed or forgotten. */
final class Shells {
    private final SpritesTables tables;
    private final Clock clock;

    Shells(SpritesTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * The open shell of a conversation, or a new one.
     *
     * @param sprite the machine that a new one runs on
     * @param start starts it and gives its id at the machine's API
     */
    SpriteSession of(String sessionKey, String agentId, String sprite, Supplier<String> start) {
        Instant now = clock.instant();
        return tables.transaction(tx -> tx.spriteSessions()
                .activeOfConversation(sessionKey, agentId)
                .map(shell -> tx.spriteSessions().update(shell.withLastActiveAt(now)))
                .orElseGet(() -> tx.spriteSessions()
                        .insert(NewSpriteSession.builder()
                                .spriteName(sprite)
                                .sessionId(start.get())
                                .sessionKey(sessionKey)
                                .agentId(agentId)
                                .createdAt(now)
                                .lastActiveAt(now)
                                .build())));
    }

    boolean close(String id) {
        return tables.spriteSessions().closeSession(id) > 0;
    }

    int closeConversation(String sessionKey, String agentId) {
        return tables.spriteSessions().closeSessionsForConversation(sessionKey, agentId);
    }

    /** Open shells that nobody has used for so long, the longest first. */
    List<SpriteSession> stale(Duration maxAge) {
        return tables.spriteSessions().staleSessions(clock.instant().minus(maxAge));
    }
}
