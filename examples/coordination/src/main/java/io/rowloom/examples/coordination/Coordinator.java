package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.Agent;
import io.rowloom.examples.coordination.db.CoordinationDatabase;
import io.rowloom.examples.coordination.db.CoordinationTables;
import io.rowloom.examples.coordination.db.DagTask;
import io.rowloom.examples.coordination.db.NewActivity;
import io.rowloom.examples.coordination.db.NewAgent;
import io.rowloom.examples.coordination.db.NewDagTask;
import io.rowloom.examples.coordination.db.NewDelegation;
import io.rowloom.examples.coordination.db.NewTaskCost;
import io.rowloom.runtime.SqlUniqueException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands the tasks of a lead's plan to agents; every step is one transaction, so a crash leaves no half of it. */
final class Coordinator {
    private final CoordinationDatabase database;
    private final String projectId;
    private final String leadId;
    private final Consumer<String> report;

    /** A coordinator that tells {@code report} what it does, a line each. */
    Coordinator(CoordinationDatabase database, String projectId, String leadId, Consumer<String> report) {
        this.database = database;
        this.projectId = projectId;
        this.leadId = leadId;
        this.report = report;
    }

    /** The agent of that name; made known if it is new. */
    Agent register(String agentId, String role, String model) {
        Agent agent = database.agentRoster()
                .findByAgentId(agentId)
                .orElseGet(() -> database.agentRoster()
                        .insert(NewAgent.builder()
                                .agentId(agentId)
                                .role(role)
                                .model(model)
                                .projectId(projectId)
                                .build()));
        report.accept(agent.agentId() + " is a " + agent.role() + " on " + agent.model());
        return agent;
    }

    void plan(List<NewDagTask> tasks) {
        database.dagTasks().insertAll(tasks);
        report.accept("planned " + tasks.size() + " tasks");
    }

    /** Starts the most urgent task that suits the agent and whose files are free. */
    Optional<DagTask> startNext(Agent agent) {
        for (DagTask task : new TaskBoard(database, leadId).ready()) {
            if (task.role().equals(agent.role())) {
                try {
                    return Optional.of(database.transaction(tx -> start(tx, task, agent)));
                } catch (SqlUniqueException held) {
                    report.accept(
                            agent.agentId() + " can't start " + task.id() + ", a file of it is held: rolled back");
                }
            }
        }
        return Optional.empty();
    }

    private DagTask start(CoordinationTables tx, DagTask task, Agent agent) {
        DagTask started = new TaskBoard(tx, leadId).start(task, agent);
        for (String file : task.files()) {
            new FileLocks(tx).acquire(agent, file, task.title());
        }
        tx.activeDelegations()
                .insert(NewDelegation.builder()
                        .delegationId(delegationId(task))
                        .agentId(agent.agentId())
                        .task(task.description())
                        .dagTaskId(task.id())
                        .build());
        log(tx, agent, "task_started", task.id());
        report.accept(agent.agentId() + " starts " + task.id()
                + (task.files().isEmpty() ? "" : " and holds " + String.join(", ", task.files())));
        return started;
    }

    /** Ends a task well: frees its files, notes what it cost and tells the lead. */
    void finish(DagTask task, Agent agent, long inputTokens, long outputTokens, double costUsd) {
        database.inTransaction(tx -> {
            new TaskBoard(tx, leadId).complete(task);
            tx.taskCostRecords()
                    .insert(NewTaskCost.builder()
                            .agentId(agent.agentId())
                            .dagTaskId(task.id())
                            .leadId(leadId)
                            .projectId(projectId)
                            .inputTokens(inputTokens)
                            .outputTokens(outputTokens)
                            .costUsd(costUsd)
                            .build());
            end(tx, task, agent, "task_done", task.id() + " is done");
        });
        report.accept(agent.agentId() + " finishes " + task.id() + " for $" + costUsd);
    }

    /** Ends a task badly; what waits for it stays pending. */
    void fail(DagTask task, Agent agent, String reason) {
        database.inTransaction(tx -> {
            new TaskBoard(tx, leadId).fail(task, reason);
            end(tx, task, agent, "task_failed", task.id() + " failed: " + reason);
        });
        report.accept(agent.agentId() + " gives up on " + task.id() + ": " + reason);
    }

    private void end(CoordinationTables tx, DagTask task, Agent agent, String action, String message) {
        task.files().forEach(new FileLocks(tx)::release);
        tx.activeDelegations().deleteByDelegationId(delegationId(task));
        log(tx, agent, action, message);
        new Mailbox(tx).send(agent.agentId(), leadId, message);
    }

    private void log(CoordinationTables tx, Agent agent, String action, String summary) {
        tx.activityLog()
                .insert(NewActivity.builder()
                        .agentId(agent.agentId())
                        .agentRole(agent.role())
                        .actionType(action)
                        .summary(summary)
                        .projectId(projectId)
                        .build());
    }

    private String delegationId(DagTask task) {
        return leadId + '/' + task.id();
    }
}
