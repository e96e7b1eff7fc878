package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.Agent;
import io.rowloom.examples.broker.db.AgentConfig;
import io.rowloom.examples.broker.db.Bootstrap;
import io.rowloom.examples.broker.db.BrokerTables;
import io.rowloom.examples.broker.db.NewAgent;
import io.rowloom.examples.broker.db.NewBootstrap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The agents that are there, how they were started, and whether they still live. */
final class Registry {
    /** An agent that was silent for longer is taken for gone. */
    static final Duration ALIVE = Duration.ofMinutes(5);

    private final BrokerTables tables;
    private final Clock clock;

    Registry(BrokerTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /** Registers an agent, or notes that a known one is back with other abilities. */
    Agent register(String agentId, String workingDirectory, List<String> capabilities) {
        Instant now = clock.instant();
        return tables.transaction(tx -> tx.agents()
                .findByAgentId(agentId)
                .map(known -> tx.agents()
                        .update(known.withWorkingDirectory(workingDirectory)
                                .withCapabilities(capabilities)
                                .withLastSeen(now)))
                .orElseGet(() -> tx.agents()
                        .insert(NewAgent.builder()
                                .agentId(agentId)
                                .workingDirectory(workingDirectory)
                                .capabilities(capabilities)
                                .registeredAt(now)
                                .lastSeen(now)
                                .build())));
    }

    /** Notes a sign of life; false if nobody of that name is registered. */
    boolean heartbeat(String agentId) {
        return tables.agents().patch(agentId, to -> to.lastSeen(clock.instant()));
    }

    /** The agents that live, the one heard of last first. */
    List<Agent> active() {
        return tables.agents().activeAgents(clock.instant().minus(ALIVE));
    }

    /** Gives an agent its first context, and notes the start in its history and at its template. */
    Bootstrap bootstrap(Agent agent, AgentConfig template, List<String> files, String context) {
        Instant now = clock.instant();
        return tables.transaction(tx -> {
            tx.agents()
                    .patch(agent.agentId(), to -> to.bootstrapContext(context).bootstrapStatus("completed"));
            tx.agentConfigs().started(now, template.id());
            return tx.bootstrapHistory()
                    .insert(NewBootstrap.builder()
                            .id(UUID.randomUUID().toString())
                            .agentId(agent.agentId())
                            .mode(template.bootstrapMode() == null ? "auto" : template.bootstrapMode())
                            .startedAt(now)
                            .completedAt(now)
                            .success(true)
                            .filesLoaded(files)
                            .contextSize(context.length())
                            .createdAt(now)
                            .build());
        });
    }
}
