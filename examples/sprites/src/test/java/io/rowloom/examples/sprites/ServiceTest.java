package io.rowloom.examples.sprites;

import static io.rowloom.examples.sprites.Fixture.KEY;
import static io.rowloom.examples.sprites.Fixture.NOON;
import static io.rowloom.examples.sprites.Fixture.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.sprites.db.Job;
import io.rowloom.examples.sprites.db.Message;
import io.rowloom.examples.sprites.db.SessionSummary;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import io.rowloom.examples.sprites.db.WorkItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private final SpritesDatabase database = Fixture.open();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEventThatIsDeliveredTwiceIsTakenOnce() {
        assertTrue(receive("update-1", "Is the site up?").isPresent());
        assertFalse(receive("update-1", "Is the site up?").isPresent());
        assertTrue(receive("update-2", "Is the site up?").isPresent());

        assertEquals(2, database.workItems().count());
    }

    @Test
    void deliveriesAreForgottenWhenTheyWillNotBeRepeated() {
        receive("update-1", "Is the site up?");

        assertEquals(0, new Inbox(database, at(NOON.plus(Duration.ofDays(1)))).tidy());
        assertEquals(1, new Inbox(database, at(NOON.plus(Duration.ofDays(3)))).tidy());

        assertEquals(0, database.idempotencyKeys().count());
        assertEquals(1, database.workItems().count());
    }

    @Test
    void anEventBecomesAJobWithAnAnswer() {
        WorkItem item = receive("update-1", "Is the site up?").orElseThrow();

        assertTrue(service("Yes.").work());
        assertFalse(service("Yes.").work());

        assertEquals(WorkItem.Status.DONE, stored(item).status());
        Job job = database.jobs().list(10).get(0);
        assertEquals(Job.Status.COMPLETED, job.status());
        assertEquals(item.id(), job.workItemId());
        var withItem = database.jobs().findWithWorkItem(job.id()).orElseThrow();
        assertEquals("Is the site up?", withItem.workItem().title());
        assertEquals(NOON, job.completedAt());
        assertEquals(
                List.of("user: Is the site up?", "assistant: Yes."),
                history(0, 10).stream()
                        .map(message -> message.role().value() + ": " + message.content())
                        .toList());
    }

    @Test
    void aMindThatFailsLeavesTheReasonBehind() {
        WorkItem item = receive("update-1", "Is the site up?").orElseThrow();
        Service.Mind mind = (agent, summary, messages) -> {
            throw new IllegalStateException("overloaded");
        };

        assertTrue(new Service(database, at(NOON), mind).work());

        assertEquals(WorkItem.Status.FAILED, stored(item).status());
        Job job = database.jobs().list(10).get(0);
        assertEquals(Job.Status.FAILED, job.status());
        assertEquals("overloaded", job.error());
    }

    @Test
    void theHistoryOfAConversationIsReadPageByPage() {
        for (int number = 1; number <= 3; number++) {
            receive("update-" + number, "Question " + number);
            service("Answer " + number).work();
        }

        List<Message> first = history(0, 4);
        List<Message> second = history(first.get(3).id(), 4);

        assertEquals(
                List.of("Question 1", "Answer 1", "Question 2", "Answer 2"),
                first.stream().map(Message::content).toList());
        assertEquals(
                List.of("Question 3", "Answer 3"),
                second.stream().map(Message::content).toList());
    }

    @Test
    void anIdleConversationIsShortenedOnceAndAgainWhenItGoesOn() {
        receive("update-1", "Is the site up?");
        service("Yes.").work();

        assertEquals(0, at30Minutes().compactIdle(Duration.ofHours(1)));
        assertEquals(1, laterService().compactIdle(Duration.ofHours(1)));
        assertEquals(0, laterService().compactIdle(Duration.ofHours(1)));

        SessionSummary summary = conversation().summary().orElseThrow();
        assertEquals("2 messages, the last: Yes.", summary.summary());
        assertEquals(List.of(), conversation().sinceSummary());

        receive("update-2", "And now?");
        service("Still.").work();
        assertEquals(1, laterService().compactIdle(Duration.ofHours(1)));
        assertEquals(
                "2 messages, the last: Yes. Then 2 messages, the last: Still.",
                conversation().summary().orElseThrow().summary());
        assertEquals(2, database.sessionSummaries().count());
    }

    @Test
    void shellsThatNobodyUsesAreClosed() {
        new Shells(database, at(NOON)).of(KEY, "scout", "box", () -> "s-1");

        assertEquals(0, at30Minutes().closeStale(Duration.ofHours(1)));
        assertEquals(1, laterService().closeStale(Duration.ofHours(1)));
        assertEquals(0, laterService().closeStale(Duration.ofHours(1)));
    }

    @Test
    void whatIsRememberedStaysAndTheRestFades() {
        Memory memory = new Memory(database, at(NOON), "scout");
        memory.keep("The team deploys on Tuesdays.", true);
        memory.keep("Bob likes tea.", false);

        Instant inAMonth = NOON.plus(Duration.ofDays(30));
        for (int week = 1; week <= 3; week++) {
            assertEquals(0, Memory.fade(database, at(inAMonth)));
        }
        assertEquals(1, Memory.fade(database, at(inAMonth)));

        assertEquals(
                List.of("The team deploys on Tuesdays."),
                memory.recall(10).stream().map(kept -> kept.content()).toList());
    }

    @Test
    void deletingAnAgentTakesItsWorkAlongButNotTheEvent() {
        WorkItem item = receive("update-1", "Is the site up?").orElseThrow();
        service("Yes.").work();
        laterService().compactIdle(Duration.ofHours(1));

        database.agents().deleteById("scout");

        assertEquals(0, database.jobs().count());
        assertEquals(0, database.messages().count());
        assertEquals(0, database.sessionSummaries().count());
        assertEquals(0, database.agentIntegrations().count());
        assertEquals(stored(item).id(), item.id());
    }

    private Optional<WorkItem> receive(String key, String text) {
        return new Inbox(database, at(NOON)).receive(key, "chat", KEY, text);
    }

    private Service service(String answer) {
        return new Service(database, at(NOON), (agent, summary, messages) -> answer);
    }

    private Service at30Minutes() {
        return new Service(database, at(NOON.plusSeconds(1800)), (agent, summary, messages) -> "");
    }

    private Service laterService() {
        return new Service(database, at(NOON.plusSeconds(7200)), (agent, summary, messages) -> "");
    }

    private Conversation conversation() {
        return new Conversation(database, at(NOON), KEY, "scout");
    }

    private List<Message> history(long after, int limit) {
        return database.messages().history(KEY, "scout", after, limit);
    }

    private WorkItem stored(WorkItem item) {
        return database.workItems().findById(item.id()).orElseThrow();
    }
}
