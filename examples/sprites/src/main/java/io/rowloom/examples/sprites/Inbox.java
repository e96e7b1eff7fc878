package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.NewIdempotencyKey;
import io.rowloom.examples.sprites.db.NewWorkItem;
import io.rowloom.examples.sprites.db.SpritesTables;
import io.rowloom.examples.sprites.db.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What came in from the platforms: taken once however often it is delivered, and dealt with in the order of arrival. */
final class Inbox {
    /** Platforms give up delivering after a day. */
    private static final Duration REDELIVERY = Duration.ofDays(2);

    private final SpritesTables tables;
    private final Clock clock;

    Inbox(SpritesTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * Takes an event, unless it was delivered before.
     *
     * @param key what the platform calls the delivery
     */
    Optional<WorkItem> receive(String key, String integrationId, String sessionKey, String text) {
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        return tables.transaction(tx -> {
            // The key comes first, although its item does not exist yet: its foreign key is checked at the end.
            boolean isNew = tx.idempotencyKeys()
                    .insertIfAbsent(NewIdempotencyKey.builder()
                            .key(key)
                            .workItemId(id)
                            .createdAt(now)
                            .build());
            if (!isNew) {
                return Optional.empty();
            }
            return Optional.of(tx.workItems()
                    .insert(NewWorkItem.builder()
                            .id(id)
                            .integrationId(integrationId)
                            .sessionKey(sessionKey)
                            .source("message")
                            .title(text)
                            .createdAt(now)
                            .build()));
        });
    }

    /** The oldest event that nobody deals with yet; from now on the caller does. */
    Optional<WorkItem> next() {
        return tables
                .workItems()
                .claimByStatus(WorkItem.Status.NEW, 1, to -> to.status(WorkItem.Status.IN_PROGRESS))
                .stream()
                .findFirst();
    }

    void done(WorkItem item) {
        tables.workItems().patch(item.id(), to -> to.status(WorkItem.Status.DONE));
    }

    void failed(WorkItem item) {
        tables.workItems().patch(item.id(), to -> to.status(WorkItem.Status.FAILED));
    }

    /** Forgets deliveries that will not be repeated any more. */
    int tidy() {
        return tables.idempotencyKeys().forgetBefore(clock.instant().minus(REDELIVERY));
    }
}
