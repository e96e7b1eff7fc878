package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.BrokerTables;
import io.rowloom.examples.broker.db.NewTicket;
import io.rowloom.examples.broker.db.Ticket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages between agents: stored until they are fetched, and given up when nobody answers. */
final class Router {
    private final BrokerTables tables;
    private final Clock clock;

    Router(BrokerTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    Ticket send(String from, String to, String payload) {
        return tables.tickets()
                .insert(NewTicket.builder()
                        .ticketId(UUID.randomUUID().toString())
                        .fromAgentId(from)
                        .toAgentId(to)
                        .payload(payload)
                        .status(Ticket.Status.PENDING)
                        .createdAt(clock.instant())
                        .build());
    }

    /** What waits for an agent, the oldest first; fetched once. */
    List<Ticket> fetch(String agentId) {
        Instant now = clock.instant();
        return tables.transaction(tx -> tx.tickets().pendingTickets(agentId).stream()
                .map(ticket -> tx.tickets()
                        .update(ticket.withStatus(Ticket.Status.DELIVERED).withDeliveredAt(now)))
                .toList());
    }

    /** Answers a message with another one to its sender. */
    Ticket respond(Ticket ticket, String payload) {
        return tables.transaction(tx -> {
            tx.tickets().update(ticket.withStatus(Ticket.Status.RESPONDED).withRespondedAt(clock.instant()));
            return new Router(tx, clock).send(ticket.toAgentId(), ticket.fromAgentId(), payload);
        });
    }

    /** Gives up messages that nobody answered for so long; returns how many. */
    int expire(Duration patience) {
        return tables.tickets().expire(clock.instant().minus(patience));
    }
}
