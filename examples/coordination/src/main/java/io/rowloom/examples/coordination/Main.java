package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.Agent;
import io.rowloom.examples.coordination.db.CoordinationDatabase;
import io.rowloom.examples.coordination.db.DagTask;
import io.rowloom.examples.coordination.db.NewDagTask;
import io.rowloom.examples.coordination.db.NewProject;
import io.rowloom.examples.coordination.db.NewProjectSession;
import io.rowloom.examples.coordination.db.Project;
import io.rowloom.examples.coordination.db.QueuedMessage;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A team of agents works off a plan, over a database file that outlives the program. */
public final class Main {
    private static final String PROJECT = "parser";

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** Takes the path of the database file, which is made if it is missing. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length > 0 ? arguments[0] : "coordination.db"), System.out);
    }

    static void run(Path file, PrintStream out) {
        Main main = new Main(out);
        try (CoordinationDatabase database = CoordinationDatabase.open(file)) {
            out.println("Opened " + file.getFileName());
            main.work(database);
        }
        try (CoordinationDatabase database = CoordinationDatabase.open(file)) {
            out.println("Opened " + file.getFileName() + " again");
            main.readBack(database);
        }
    }

    private void work(CoordinationDatabase database) {
        Project project = database.projects().findById(PROJECT).orElseGet(() -> newProject(database));
        String leadId = "lead-" + (database.projectSessions().count() + 1);
        database.projectSessions()
                .insert(NewProjectSession.builder()
                        .projectId(project.id())
                        .leadId(leadId)
                        .task("Replace the tokenizer")
                        .build());
        say(leadId + " opens a session of project " + project.name());

        Coordinator coordinator = new Coordinator(database, project.id(), leadId, this::say);
        Agent first = coordinator.register("dev-1", "developer", "large-2");
        Agent second = coordinator.register("dev-2", "developer", "small-2");
        Agent reviewer = coordinator.register("review-1", "reviewer", "large-2");
        coordinator.plan(plan(leadId));

        DagTask tokenizer = coordinator.startNext(first).orElseThrow();
        DagTask guide = coordinator.startNext(second).orElseThrow();
        coordinator.finish(tokenizer, first, 18_200, 2_900, 0.0981);
        coordinator.fail(guide, second, "the tool that renders it is missing");
        DagTask parser = coordinator.startNext(second).orElseThrow();
        coordinator.finish(parser, second, 40_100, 6_050, 0.0312);
        DagTask review = coordinator.startNext(reviewer).orElseThrow();
        coordinator.finish(review, reviewer, 22_700, 800, 0.0788);

        for (QueuedMessage message : database.transaction(tx -> new Mailbox(tx).fetch(leadId))) {
            say(leadId + " reads: " + message.payload());
        }
    }

    private Project newProject(CoordinationDatabase database) {
        return database.projects()
                .insert(NewProject.builder()
                        .id(PROJECT)
                        .name("Parser rewrite")
                        .workingDirectory("/workspace/parser")
                        .build());
    }

    /** The parser needs a file of the tokenizer, which nobody has written down as a dependency. */
    private static List<NewDagTask> plan(String leadId) {
        return List.of(
                task(leadId, "tokenizer", "developer", 5)
                        .description("Write the tokenizer anew.")
                        .files(List.of("src/Tokenizer.java"))
                        .build(),
                task(leadId, "parser", "developer", 3)
                        .description("Use the new tokenizer.")
                        .files(List.of("src/Parser.java", "src/Tokenizer.java"))
                        .build(),
                task(leadId, "guide", "developer", 1)
                        .description("Describe the new error messages.")
                        .files(List.of("docs/errors.md"))
                        .build(),
                task(leadId, "review", "reviewer", 0)
                        .description("Review both changes.")
                        .dependsOn(List.of("tokenizer", "parser"))
                        .build());
    }

    private static NewDagTask.Builder task(String leadId, String id, String role, int priority) {
        return NewDagTask.builder()
                .id(id)
                .leadId(leadId)
                .projectId(PROJECT)
                .role(role)
                .title(id)
                .priority(priority);
    }

    private void readBack(CoordinationDatabase database) {
        for (DagTask task : database.dagTasks().list(100)) {
            String reason = task.failureReason() == null ? "" : ", because " + task.failureReason();
            say(task.leadId() + "/" + task.id() + " is " + task.status() + reason);
        }
        Costs.Total total = new Costs(database).total();
        say(total.tokens() + " tokens for $" + total.usd());
        say("sessions: " + database.projectSessions().count()
                + ", activities: " + database.activityLog().count()
                + ", files held: " + database.fileLocks().count()
                + ", delegations open: " + database.activeDelegations().count());
    }

    private void say(String line) {
        out.println("  " + line);
    }
}
