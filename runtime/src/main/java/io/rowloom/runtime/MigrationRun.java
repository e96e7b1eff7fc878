package io.rowloom.runtime;

import io.rowloom.runtime.MigrationResult.Action;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does the steps of a plan on one connection, each in its own transaction; the plan is made again before each. */
final class MigrationRun {
    private static final SqlStatement ANYTHING =
            SqlStatement.read("", "backup", "SELECT 1 FROM sqlite_schema AS s LIMIT 1");

    private final SqliteConnection connection;
    private final MigrationOptions options;
    private final Runnable broken;
    private final MigrationHistory history;
    private final ForeignKeyCheck foreignKeys;
    private final List<MigrationResult> results = new ArrayList<>();
    private List<ForeignKeyCheck.Violation> violations = List.of();
    private boolean checked;

    MigrationRun(SqliteConnection connection, MigrationOptions options, Runnable broken) {
        this.connection = connection;
        this.options = options;
        this.broken = broken;
        this.history = new MigrationHistory(connection);
        this.foreignKeys = new ForeignKeyCheck(connection);
    }

    List<MigrationResult> run(Function<List<AppliedMigration>, List<MigrationPlan.Step>> plan) {
        String foreignKeysBefore = pragma("foreign_keys", "OFF");
        String legacyBefore = pragma("legacy_alter_table", "OFF");
        try {
            if (!options.dryRun()) {
                options.backup().ifPresent(this::backup);
            }
            boolean more = options.limit() > 0;
            while (more) {
                more = options.dryRun() ? tried(plan) : begun(() -> step(plan));
            }
            return List.copyOf(results);
        } finally {
            // A migration that failed may have left it on, as it is not undone with the transaction.
            pragma("legacy_alter_table", legacyBefore);
            pragma("foreign_keys", foreignKeysBefore);
        }
    }

    /** All steps in one transaction, which is then undone. */
    private boolean tried(Function<List<AppliedMigration>, List<MigrationPlan.Step>> plan) {
        try {
            begun(() -> {
                while (step(plan)) {}
                throw new Undone();
            });
        } catch (Undone e) {
            return false;
        }
        throw new IllegalStateException("a dry run always ends by being undone");
    }

    /** Does the next step; says whether there may be another. */
    private boolean step(Function<List<AppliedMigration>, List<MigrationPlan.Step>> plan) {
        history.create();
        List<MigrationPlan.Step> steps = plan.apply(history.list());
        if (!checked) {
            violations = foreignKeys.run();
            checked = true;
        }
        List<MigrationPlan.Step> notes =
                steps.stream().filter(step -> step.action() == Action.BASELINE).toList();
        if (!notes.isEmpty()) {
            // Together: a history with one of them is no longer empty, and so takes no baseline.
            notes.forEach(this::run);
            return true;
        }
        if (steps.isEmpty()) {
            return false;
        }
        run(steps.get(0));
        return steps.size() > 1
                && results.stream()
                                .filter(result -> result.action() != Action.SEAL)
                                .count()
                        < options.limit();
    }

    private void run(MigrationPlan.Step step) {
        Instant start = Instant.now();
        event(MigrationEvent.Kind.STARTED, step, 0, 0);
        try {
            act(step, start);
        } catch (SqlAccessException e) {
            results.add(result(step, Optional.of(String.valueOf(e.getMessage())), start));
            event(MigrationEvent.Kind.FAILED, step, 0, 0);
            throw new SqlMigrationException(
                    new SqlFailure(
                            "",
                            "",
                            List.of(),
                            e.resultCode(),
                            step.id() + ": " + e.getMessage()
                                    + "\n  Nothing of it remains; the database is as it was before this migration."),
                    e,
                    results);
        }
        results.add(result(step, Optional.empty(), start));
        event(MigrationEvent.Kind.FINISHED, step, 0, 0);
    }

    private void act(MigrationPlan.Step step, Instant start) {
        switch (step.action()) {
            case SEAL -> history.seal(step.migration().orElseThrow());
            case BASELINE -> history.add(step.migration().orElseThrow(), start, Migrator.since(start));
            case ROLLBACK -> undo(step);
            case REAPPLY -> {
                undo(step);
                apply(step, start);
            }
            case APPLY, TRY -> apply(step, start);
        }
    }

    private void apply(MigrationPlan.Step step, Instant start) {
        Migration migration = step.migration().orElseThrow();
        execute(step, migration.up().get());
        history.add(migration, start, Migrator.since(start));
    }

    private void undo(MigrationPlan.Step step) {
        List<String> down = history.down(step.number());
        if (down.isEmpty()) {
            throw new SqlStatementException(
                    SqlFailure.of(
                            "it has no statements that undo it; restore a backup, or write a migration that does"),
                    null);
        }
        execute(step, down);
        history.remove(step.number());
    }

    private void execute(MigrationPlan.Step step, List<String> statements) {
        for (int i = 0; i < statements.size(); i++) {
            event(MigrationEvent.Kind.STATEMENT, step, i + 1, statements.size());
            String sql = statements.get(i);
            try (Statement statement = connection.jdbc().createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                String operation = "statement " + (i + 1) + " of " + statements.size();
                throw SqlErrors.of(e, SqlStatement.write("", operation, sql), List.of(Shortened.lines(sql)));
            }
        }
        List<ForeignKeyCheck.Violation> after = foreignKeys.run();
        List<ForeignKeyCheck.Violation> added = ForeignKeyCheck.added(violations, after);
        if (!added.isEmpty()) {
            throw new SqlForeignKeyException(
                    SqlFailure.of("it would leave rows that refer to none:" + foreignKeys.message(added)), null);
        }
        violations = after;
    }

    private boolean begun(BooleanSupplier work) {
        int done = results.size();
        return waiting(options, () -> {
            // A commit that found the database busy has undone its step.
            results.subList(done, results.size()).clear();
            return TransactionSession.run(connection, true, tx -> work.getAsBoolean(), broken);
        });
    }

    /** Runs {@code work}, again and again while another process holds the database, as long as the options say. */
    static <T> T waiting(MigrationOptions options, Supplier<T> work) {
        long end = System.nanoTime() + options.maxWait().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (SqlBusyException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                options.progress()
                        .ifPresent(to -> to.accept(new MigrationEvent(MigrationEvent.Kind.WAITING, "", 0, 0)));
                Backoff.sleep(attempt, "migrate");
            }
        }
    }

    private void backup(Path file) {
        if (connection.findOne(ANYTHING, SqlBinder.NONE, row -> row.integer(1)).isEmpty()) {
            return;
        }
        options.progress().ifPresent(to -> to.accept(new MigrationEvent(MigrationEvent.Kind.BACKUP, "", 0, 0)));
        Backup.write(connection, file);
    }

    /**
     * Sets it, and says what it was.
     *
     * @see <a href="https://sqlite.org/pragma.html#pragma_foreign_keys">foreign_keys</a>, which has no effect inside a transaction
     */
    private String pragma(String name, String value) {
        try (Statement statement = connection.jdbc().createStatement()) {
            String before = String.valueOf(PragmaSettings.read(statement, name));
            statement.execute("PRAGMA " + name + " = " + value);
            return before;
        } catch (SQLException e) {
            broken.run();
            throw SqlErrors.of(e, SqlStatement.write("", name, ""), SqlBinder.NONE);
        }
    }

    private MigrationResult result(MigrationPlan.Step step, Optional<String> error, Instant start) {
        Action action = options.dryRun() && step.action() == Action.APPLY ? Action.TRY : step.action();
        return new MigrationResult(step.number(), step.name(), action, error, start, Migrator.since(start));
    }

    private void event(MigrationEvent.Kind kind, MigrationPlan.Step step, int statement, int statements) {
        options.progress().ifPresent(to -> to.accept(new MigrationEvent(kind, step.id(), statement, statements)));
    }

    /** Ends a dry run. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;

        Undone() {
            super(null, null, false, false);
        }
    }
}
