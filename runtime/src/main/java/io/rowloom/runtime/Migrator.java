package io.rowloom.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings a database to the schema of its application.
 *
 * <p>Each migration and its row in the history are one transaction, so that a process that is killed leaves the database
 * before or after it. Processes that start together are put in line by {@code BEGIN IMMEDIATE}; who comes second reads the
 * history again and finds nothing to do. A database that is current costs one query.
 */
public final class Migrator {
    /** The table in which a database keeps what was applied to it; it is part of no application's schema. */
    public static final String HISTORY_TABLE = "rowloom_history";

    /** The attached databases, the main one first; the file of one in memory is empty. */
    private static final SqlStatement MAIN_FILE = SqlStatement.read("", "file", "PRAGMA database_list");

    private final SqliteDatabase database;
    private final List<Migration> migrations;

    Migrator(SqliteDatabase database, List<Migration> migrations) {
        this.database = database;
        this.migrations = List.copyOf(migrations);
    }

    /**
     * Applies what is pending.
     *
     * @return what was done, in order; empty when the database was current
     * @throws SqlMigrationException when a migration fails, with the results until then, or when the history forbids it
     */
    public List<MigrationResult> migrate(MigrationOptions options) {
        return database.exclusively("migrate", connection -> migrate(connection, options));
    }

    /** Undoes the last applied migrations by the SQL that the database kept, each in a transaction of its own. */
    public List<MigrationResult> rollback(int steps) {
        return rollback(steps, MigrationOptions.defaults());
    }

    /** As {@link #rollback(int)}, with the options {@code dryRun}, {@code backup}, {@code maxWait} and {@code progress}. */
    public List<MigrationResult> rollback(int steps, MigrationOptions options) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps is " + steps + ", and cannot be negative");
        }
        return database.exclusively("rollback", connection -> {
            List<AppliedMigration> applied = new MigrationHistory(connection).list();
            int first = Math.max(0, applied.size() - steps);
            List<Integer> numbers = applied.subList(first, applied.size()).stream()
                    .map(AppliedMigration::number)
                    .toList();
            return new MigrationRun(connection, options, broken(connection))
                    .run(history -> history.stream()
                            .filter(entry -> numbers.contains(entry.number()))
                            .sorted((a, b) -> b.number() - a.number())
                            .map(entry -> new MigrationPlan.Step(
                                    MigrationResult.Action.ROLLBACK, Optional.empty(), Optional.of(entry)))
                            .toList());
        });
    }

    /** What is applied, pending and unknown. */
    public MigrationStatus status() {
        List<AppliedMigration> applied = history();
        List<String> pending = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Migration migration : sorted()) {
            if (applied.stream().noneMatch(entry -> entry.number() == migration.number())) {
                pending.add(migration.id());
            }
        }
        for (AppliedMigration entry : applied) {
            if (migrations.stream().noneMatch(migration -> migration.number() == entry.number())) {
                unknown.add(entry.id());
            }
        }
        return new MigrationStatus(applied, List.copyOf(pending), List.copyOf(unknown));
    }

    /** Compares the application's migrations with the history; changes nothing. */
    public MigrationValidation validate(MigrationOptions options) {
        MigrationPlan plan = MigrationPlan.of(migrations, history(), options);
        return new MigrationValidation(
                plan.errors().stream().map(Throwable::getMessage).toList(), plan.warnings());
    }

    private List<MigrationResult> migrate(SqliteConnection connection, MigrationOptions options) {
        // Outside a transaction first: that is all that a current database costs.
        List<AppliedMigration> applied = MigrationRun.waiting(options, () -> new MigrationHistory(connection).list());
        MigrationPlan plan = decided(MigrationPlan.of(migrations, applied, options));
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        if (!plan.warnings().isEmpty() && !inMemory(connection)) {
            for (String warning : plan.warnings()) {
                RuntimeLog.LOG.log(System.Logger.Level.WARNING, warning);
            }
        }
        return new MigrationRun(connection, options, broken(connection))
                .run(history ->
                        decided(MigrationPlan.of(migrations, history, options)).steps());
    }

    /** Databases in memory are those of tests, where drafts are no surprise and would be warned of hundreds of times. */
    private static boolean inMemory(SqliteConnection connection) {
        return connection.list(MAIN_FILE, SqlBinder.NONE, row -> row.textOrNull(3)).stream()
                .limit(1)
                .allMatch(file -> file == null || file.isEmpty());
    }

    private static MigrationPlan decided(MigrationPlan plan) {
        if (!plan.errors().isEmpty()) {
            SqlMigrationException first = plan.errors().get(0);
            plan.errors().subList(1, plan.errors().size()).forEach(first::addSuppressed);
            throw first;
        }
        return plan;
    }

    private List<AppliedMigration> history() {
        return database.exclusively("status", connection -> new MigrationHistory(connection).list());
    }

    private List<Migration> sorted() {
        return migrations.stream().sorted((a, b) -> a.number() - b.number()).toList();
    }

    private Runnable broken(SqliteConnection connection) {
        return () -> database.broken(connection);
    }

    static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }
}
