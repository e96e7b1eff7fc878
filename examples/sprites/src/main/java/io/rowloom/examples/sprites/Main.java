package io.rowloom.examples.sprites;

import io.rowloom.examples.sprites.db.Agent;
import io.rowloom.examples.sprites.db.Message;
import io.rowloom.examples.sprites.db.NewAgent;
import io.rowloom.examples.sprites.db.NewAgentIntegration;
import io.rowloom.examples.sprites.db.NewIntegration;
import io.rowloom.examples.sprites.db.SpriteSession;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An agent answers messages of a chat, uses a shell for it, remembers something, and everything is tidied up later. */
public final class Main {
    private static final String AGENT = "scout";
    private static final String CHAT = "team-chat";
    private static final String CONVERSATION = "telegram:42";

    private final SpritesDatabase database;
    private final PrintStream out;

    private Main(SpritesDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Takes the path of the database file, which is made if it is missing. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "sprites.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        try (SpritesDatabase database = SpritesDatabase.open(file)) {
            out.println("Opened " + file.getFileName());
            Main main = new Main(database, out);
            main.setUp();
            main.work(Clock.systemUTC());
            main.tidyUp(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        }
    }

    private void setUp() {
        database.inTransaction(tx -> {
            tx.agents()
                    .insertIfAbsent(NewAgent.builder()
                            .id(AGENT)
                            .name("Scout")
                            .config("{\"model\":\"large-2\"}")
                            .build());
            tx.integrations()
                    .insertIfAbsent(NewIntegration.builder()
                            .id(CHAT)
                            .type("telegram")
                            .name("Team chat")
                            .build());
            tx.agentIntegrations()
                    .insertIfAbsent(NewAgentIntegration.builder()
                            .agentId(AGENT)
                            .integrationId(CHAT)
                            .build());
        });
    }

    private void work(Clock clock) {
        Inbox inbox = new Inbox(database, clock);
        long first = database.workItems().count() + 1;
        for (long number : List.of(first, first + 1, first)) {
            String key = "telegram:update:" + number;
            boolean taken =
                    inbox.receive(key, CHAT, CONVERSATION, "Is the site up?").isPresent();
            say(key + (taken ? " is taken" : " was delivered before"));
        }
        Service service = new Service(database, clock, Main::answer);
        while (service.work()) {
            say("one event is dealt with");
        }
        Shells shells = new Shells(database, clock);
        SpriteSession shell = shells.of(CONVERSATION, AGENT, "scout-box", () -> "s-981");
        SpriteSession again = shells.of(CONVERSATION, AGENT, "scout-box", () -> "s-982");
        say("the conversation " + (shell.id().equals(again.id()) ? "goes on using its shell" : "got another shell"));

        Memory memory = new Memory(database, clock, AGENT);
        if (memory.recall(10).isEmpty()) {
            memory.keep("The team deploys on Tuesdays.", true);
        }
        memory.recall(10).forEach(kept -> say("remembers: " + kept.content()));
    }

    private void tidyUp(Clock clock) {
        Service service = new Service(database, clock, Main::answer);
        say("two hours later");
        say("conversations shortened: " + service.compactIdle(Duration.ofHours(1)));
        say("shells closed: " + service.closeStale(Duration.ofHours(1)));
        say("forgotten deliveries: " + new Inbox(database, Clock.offset(clock, Duration.ofDays(3))).tidy()
                + ", memories: " + Memory.fade(database, clock));
        new Conversation(database, clock, CONVERSATION, AGENT)
                .summary()
                .ifPresent(summary -> say("summary: " + summary.summary()));
    }

    /** Stands in for a language model. */
    private static String answer(Agent agent, Optional<String> summary, List<Message> messages) {
        return agent.name() + " says: yes, as " + messages.size() + " messages"
                + summary.map(text -> " and a summary").orElse("") + " show.";
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
