package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.AgentMemory;
import io.rowloom.examples.sprites.db.NewAgentMemory;
import io.rowloom.examples.sprites.db.SpritesTables;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an agent keeps beyond a conversation: used, it stays; unused, it fades. */
final class Memory {
    private static final Duration REST = Duration.ofDays(7);
    private static final double FADING = 0.5;
    private static final double FORGOTTEN = 0.1;

    private final SpritesTables tables;
    private final Clock clock;
    private final String agentId;

    Memory(SpritesTables tables, Clock clock, String agentId) {
        this.tables = tables;
        this.clock = clock;
        this.agentId = agentId;
    }

    AgentMemory keep(String content, boolean permanent) {
        Instant now = clock.instant();
        return tables.agentMemories()
                .insert(NewAgentMemory.builder()
                        .agentId(agentId)
                        .content(content)
                        .permanent(permanent)
                        .createdAt(now)
                        .lastUsedAt(now)
                        .build());
    }

    /** What it remembers best; remembering refreshes it. */
    List<AgentMemory> recall(int limit) {
        return tables.transaction(tx -> tx.agentMemories().recall(agentId, limit).stream()
                .map(memory -> tx.agentMemories().update(memory.withStrength(1).withLastUsedAt(clock.instant())))
                .toList());
    }

    /** Lets the memories of all agents fade that were not used for a week; returns how many are gone for good. */
    static int fade(SpritesTables tables, Clock clock) {
        return tables.transaction(tx -> {
            tx.agentMemories().fade(FADING, clock.instant().minus(REST));
            return tx.agentMemories().forgetFaded(FORGOTTEN);
        });
    }
}
