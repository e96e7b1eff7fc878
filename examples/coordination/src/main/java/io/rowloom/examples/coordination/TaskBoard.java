package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.Agent;
import io.rowloom.examples.coordination.db.CoordinationTables;
import io.rowloom.examples.coordination.db.DagTask;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan of one lead: tasks that wait for others, and the states they go through. */
final class TaskBoard {
    static final String PENDING = "pending";
    static final String RUNNING = "running";
    static final String DONE = "done";
    static final String FAILED = "failed";

    private final CoordinationTables tables;
    private final String leadId;

    TaskBoard(CoordinationTables tables, String leadId) {
        this.tables = tables;
        this.leadId = leadId;
    }

    /** Every task of the plan. */
    List<DagTask> tasks() {
        return tables.dagTasks().listByLeadId(leadId);
    }

    /** The tasks that can start now, the most urgent first: pending ones that wait for nothing that is not done. */
    List<DagTask> ready() {
        List<DagTask> tasks = tasks();
        Set<String> done = tasks.stream()
                .filter(task -> DONE.equals(task.status()))
                .map(DagTask::id)
                .collect(Collectors.toSet());
        return tasks.stream()
                .filter(task -> PENDING.equals(task.status()))
                .filter(task -> done.containsAll(task.dependsOn()))
                .sorted(Comparator.comparing(DagTask::priority).reversed().thenComparing(DagTask::id))
                .toList();
    }

    DagTask start(DagTask task, Agent agent) {
        return store(
                task.withStatus(RUNNING).withAssignedAgentId(agent.agentId()).withStartedAt(Instant.now()));
    }

    DagTask complete(DagTask task) {
        return store(task.withStatus(DONE).withCompletedAt(Instant.now()));
    }

    DagTask fail(DagTask task, String reason) {
        return store(task.withStatus(FAILED).withFailureReason(reason).withCompletedAt(Instant.now()));
    }

    private DagTask store(DagTask task) {
        return tables.dagTasks().update(task);
    }
}
