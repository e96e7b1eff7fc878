package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.Agent;
import io.rowloom.examples.sprites.db.Job;
import io.rowloom.examples.sprites.db.Message;
import io.rowloom.examples.sprites.db.MessageDao;
import io.rowloom.examples.sprites.db.NewJob;
import io.rowloom.examples.sprites.db.SpriteSession;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import io.rowloom.examples.sprites.db.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets agents deal with what comes in, and tidies up after conversations that have ended. */
final class Service {
    /** What an agent says to a message, in earnest a language model. */
    interface Mind {
        String answer(Agent agent, Optional<String> summary, List<Message> messages);
    }

    private final SpritesDatabase database;
    private final Clock clock;
    private final Mind mind;

    Service(SpritesDatabase database, Clock clock, Mind mind) {
        this.database = database;
        this.clock = clock;
        this.mind = mind;
    }

    /** Deals with one event: each agent of its integration runs a job. False if there was none. */
    boolean work() {
        Inbox inbox = new Inbox(database, clock);
        Optional<WorkItem> next = inbox.next();
        next.ifPresent(item -> {
            String integration = item.integrationId() == null ? "" : item.integrationId();
            List<Job> jobs = database.agents().answering(integration).stream()
                    .map(agent -> run(item, agent))
                    .toList();
            if (!jobs.isEmpty() && jobs.stream().allMatch(job -> job.status() == Job.Status.COMPLETED)) {
                inbox.done(item);
            } else {
                inbox.failed(item);
            }
        });
        return next.isPresent();
    }

    private Job run(WorkItem item, Agent agent) {
        Job job = database.jobs()
                .insert(NewJob.builder()
                        .id(UUID.randomUUID().toString())
                        .workItemId(item.id())
                        .agentId(agent.id())
                        .status(Job.Status.RUNNING)
                        .createdAt(clock.instant())
                        .startedAt(clock.instant())
                        .build());
        Conversation conversation = new Conversation(database, clock, item.sessionKey(), agent.id());
        conversation.add(job, Message.Role.USER, item.title() == null ? item.source() : item.title());
        try {
            String answer =
                    mind.answer(agent, conversation.summary().map(last -> last.summary()), conversation.sinceSummary());
            return database.transaction(tx -> {
                new Conversation(tx, clock, item.sessionKey(), agent.id()).add(job, Message.Role.ASSISTANT, answer);
                return tx.jobs().update(job.withStatus(Job.Status.COMPLETED).withCompletedAt(clock.instant()));
            });
        } catch (IllegalStateException failure) {
            return database.jobs()
                    .update(job.withStatus(Job.Status.FAILED)
                            .withError(failure.getMessage())
                            .withCompletedAt(clock.instant()));
        }
    }

    /** Shortens conversations in which nothing was said for so long; returns how many. */
    int compactIdle(Duration idle) {
        List<MessageDao.IdleSession> idleSessions =
                database.messages().idleSessions(clock.instant().minus(idle));
        for (MessageDao.IdleSession session : idleSessions) {
            new Conversation(database, clock, session.sessionKey(), session.agentId())
                    .compact((former, messages) ->
                            former.map(text -> text + " Then ").orElse("")
                                    + messages.size() + " messages, the last: "
                                    + messages.get(messages.size() - 1).content());
        }
        return idleSessions.size();
    }

    /** Closes shells that nobody has used for so long; returns how many. */
    int closeStale(Duration maxAge) {
        Shells shells = new Shells(database, clock);
        List<SpriteSession> stale = shells.stale(maxAge);
        stale.forEach(shell -> shells.close(shell.id()));
        return stale.size();
    }
}
