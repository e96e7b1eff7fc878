package io.rowloom.examples.coordination;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.examples.coordination.db.Agent;
import io.rowloom.examples.coordination.db.CoordinationDatabase;
import io.rowloom.examples.coordination.db.DagTask;
import io.rowloom.examples.coordination.db.NewDagTask;
import io.rowloom.examples.coordination.db.NewProject;
import io.rowloom.examples.coordination.db.QueuedMessage;
import io.rowloom.examples.coordination.db.TaskCost;
import io.rowloom.runtime.SqlForeignKeyException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoordinatorTest {
    private static final String LEAD = "lead-1";

    private final List<String> report = new ArrayList<>();
    private CoordinationDatabase database;
    private Coordinator coordinator;
    private Agent first;
    private Agent second;

    @BeforeEach
    void registerTwoDevelopers() {
        database = CoordinationDatabase.openInMemory();
        database.projects()
                .insert(NewProject.builder().id("parser").name("Parser").build());
        coordinator = new Coordinator(database, "parser", LEAD, report::add);
        first = coordinator.register("dev-1", "developer", "large-2");
        second = coordinator.register("dev-2", "developer", "small-2");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAgentThatIsKnownIsNotRegisteredAgain() {
        Agent again = coordinator.register("dev-1", "developer", "another model");

        assertEquals(first, again);
        assertEquals(2, database.agentRoster().count());
    }

    @Test
    void aTaskStartsWithItsFilesLockedAndItsDelegationNoted() {
        plan(task("tokenizer", List.of("Tokenizer.java"), List.of()));

        DagTask started = coordinator.startNext(first).orElseThrow();

        assertEquals(TaskBoard.RUNNING, started.status());
        assertEquals(
                "dev-1",
                database.fileLocks()
                        .findByFilePath("Tokenizer.java")
                        .orElseThrow()
                        .agentId());
        assertTrue(database.activeDelegations().existsByDelegationId("lead-1/tokenizer"));
        assertEquals(started, stored("tokenizer"));
    }

    @Test
    void aTaskWhoseFileIsHeldIsRolledBackAsAWhole() {
        plan(
                task("a-tokenizer", List.of("Tokenizer.java"), List.of()),
                task("b-parser", List.of("Parser.java", "Tokenizer.java"), List.of()));
        coordinator.startNext(first).orElseThrow();

        assertTrue(coordinator.startNext(second).isEmpty());

        assertEquals(TaskBoard.PENDING, stored("b-parser").status());
        assertFalse(database.fileLocks().existsByFilePath("Parser.java"));
        assertFalse(database.activeDelegations().existsByDelegationId("lead-1/b-parser"));
        assertEquals("dev-2 can't start b-parser, a file of it is held: rolled back", report.get(report.size() - 1));
    }

    @Test
    void aFinishedTaskFreesItsFilesCostsSomethingAndTellsTheLead() {
        plan(task("tokenizer", List.of("Tokenizer.java"), List.of()));
        DagTask task = coordinator.startNext(first).orElseThrow();

        coordinator.finish(task, first, 1_000, 200, 0.5);

        assertEquals(TaskBoard.DONE, stored("tokenizer").status());
        assertEquals(0, database.fileLocks().count());
        TaskCost cost = database.taskCostRecords().list(10).get(0);
        assertEquals(List.of(1_000L, 200L, 0.5), List.of(cost.inputTokens(), cost.outputTokens(), cost.costUsd()));
        assertEquals(new Costs.Total(1_200, 0.5), new Costs(database).total());
        assertEquals(List.of("tokenizer is done"), fetched());
        assertEquals(List.of(), fetched());
    }

    @Test
    void aTaskWaitsUntilEverythingItDependsOnIsDone() {
        plan(task("a-tokenizer", List.of(), List.of()), task("b-parser", List.of(), List.of("a-tokenizer")));
        DagTask tokenizer = coordinator.startNext(first).orElseThrow();
        assertTrue(coordinator.startNext(second).isEmpty());

        coordinator.fail(tokenizer, first, "no idea");
        assertTrue(coordinator.startNext(second).isEmpty());

        new TaskBoard(database, LEAD).complete(stored("a-tokenizer"));
        assertEquals("b-parser", coordinator.startNext(second).orElseThrow().id());
    }

    @Test
    void anAgentThatIsNotRegisteredStartsNothing() {
        plan(task("tokenizer", List.of("Tokenizer.java"), List.of()));

        assertThrows(SqlForeignKeyException.class, () -> coordinator.startNext(first.withAgentId("stranger")));

        assertEquals(TaskBoard.PENDING, stored("tokenizer").status());
        assertEquals(0, database.fileLocks().count());
    }

    private void plan(NewDagTask... tasks) {
        coordinator.plan(List.of(tasks));
    }

    private static NewDagTask task(String id, List<String> files, List<String> dependsOn) {
        return NewDagTask.builder()
                .id(id)
                .leadId(LEAD)
                .role("developer")
                .description("Write " + id + '.')
                .files(files)
                .dependsOn(dependsOn)
                .build();
    }

    private DagTask stored(String id) {
        return database.dagTasks().findByIdAndLeadId(id, LEAD).orElseThrow();
    }

    private List<String> fetched() {
        return database.transaction(tx -> new Mailbox(tx).fetch(LEAD)).stream()
                .map(QueuedMessage::payload)
                .toList();
    }
}
