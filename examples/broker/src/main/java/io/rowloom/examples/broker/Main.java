package io.rowloom.examples.broker;

import io.rowloom.examples.broker.db.Agent;
import io.rowloom.examples.broker.db.AgentConfig;
import io.rowloom.examples.broker.db.BrokerDatabase;
import io.rowloom.examples.broker.db.NewAgentConfig;
import io.rowloom.examples.broker.db.TeamMember;
import io.rowloom.examples.broker.db.TeamSession;
import io.rowloom.examples.broker.db.Ticket;
import io.rowloom.examples.broker.db.Turn;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A team of two agents starts, sends messages through the broker, and the file is looked after. */
public final class Main {
    private final BrokerDatabase database;
    private final Clock clock = Clock.systemUTC();
    private final PrintStream out;

    private Main(BrokerDatabase database, PrintStream out) {
        this.database = database;
        this.out = out;
    }

    /** Takes the path of the database file, which is made if it is missing. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "broker.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        try (BrokerDatabase database = BrokerDatabase.open(file)) {
            out.println("Opened " + file.getFileName());
            Main main = new Main(database, out);
            TeamSession session = main.startTeam();
            main.exchangeMessages();
            main.talk();
            new Teams(database, main.clock).stop(session);
            main.report();
        }
    }

    private TeamSession startTeam() {
        Registry registry = new Registry(database, clock);
        AgentConfig template = database.agentConfigs()
                .findById("frontend")
                .orElseGet(() -> database.agentConfigs()
                        .insert(NewAgentConfig.builder()
                                .id("frontend")
                                .projectId("global")
                                .name("Frontend developer")
                                .createdAt(clock.instant())
                                .build()));
        for (String name : List.of("Alice", "Bob")) {
            Agent agent = registry.register(name, "/workspace/frontend", List.of("code", "test"));
            registry.bootstrap(agent, template, List.of("README.md"), "This is a web shop.");
        }
        Teams teams = new Teams(database, clock);
        return teams.start(database.teams()
                .findByTeamId("web")
                .orElseGet(() -> teams.define(
                        "web",
                        "Web team",
                        List.of(new TeamMember("Alice", "frontend"), new TeamMember("Bob", "frontend")))));
    }

    private void exchangeMessages() {
        Router router = new Router(database, clock);
        router.send("Bob", "Alice", "Is the build green?");
        router.send("Bob", "Alice", "And the tests?");
        for (Ticket ticket : router.fetch("Alice")) {
            say("Alice reads: " + ticket.payload());
            router.respond(ticket, "Yes.");
        }
        say("answers for Bob: " + router.fetch("Bob").size() + ", new messages for Alice: "
                + router.fetch("Alice").size());
    }

    private void talk() {
        Dialogue dialogue = Dialogue.start(database, clock, "Alice");
        dialogue.say(Turn.Role.USER, "Run the tests.");
        dialogue.say(Turn.Role.ASSISTANT, "They pass.");
        dialogue.transcript().forEach(this::say);
        dialogue.measure(120_000, 0);
        dialogue.complete();
    }

    private void report() {
        for (Agent agent : new Registry(database, clock).active()) {
            say(agent.agentId() + " is active and can " + String.join(", ", agent.capabilities()));
        }
        for (var size : database.conversations().conversationSizes("Alice")) {
            say("a conversation of Alice, " + size.conversation().status().value() + ", turns: " + size.turnCount());
        }
        say("measurements near compaction: " + Dialogue.nearCompaction(database).size());
        say("starts: " + database.bootstrapHistory().count()
                + ", messages: " + database.tickets().count()
                + ", problems in the file: " + new Upkeep(database).problems().size());
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
