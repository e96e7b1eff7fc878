package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.NewAgent;
import io.rowloom.examples.sprites.db.NewAgentIntegration;
import io.rowloom.examples.sprites.db.NewIntegration;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A database in which the agent {@code scout} answers on the integration {@code chat}. */
final class Fixture {
    static final Instant NOON = Instant.parse("2026-01-26T12:00:00Z");
    static final String KEY = "telegram:42";

    private Fixture() {}

    static SpritesDatabase open() {
        SpritesDatabase database = SpritesDatabase.openInMemory();
        database.agents().insert(NewAgent.builder().id("scout").name("Scout").build());
        database.integrations()
                .insert(NewIntegration.builder()
                        .id("chat")
                        .type("telegram")
                        .name("Chat")
                        .build());
        database.agentIntegrations()
                .insert(NewAgentIntegration.builder()
                        .agentId("scout")
                        .integrationId("chat")
                        .build());
        return database;
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
