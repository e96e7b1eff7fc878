package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be done so that a database has what its application has; decided from the two lists alone.
 *
 * @param steps what to do, in order
 * @param errors what forbids it
 * @param warnings what is worth saying
 */
record MigrationPlan(List<Step> steps, List<SqlMigrationException> errors, List<String> warnings) {
    /**
     * One thing to do.
     *
     * @param action what
     * @param migration what is applied, sealed or noted; empty for a rollback
     * @param applied what is undone, or was a draft
     */
    record Step(MigrationResult.Action action, Optional<Migration> migration, Optional<AppliedMigration> applied) {
        int number() {
            return migration
                    .map(Migration::number)
                    .orElseGet(() -> applied.orElseThrow().number());
        }

        String name() {
            return migration
                    .map(Migration::name)
                    .orElseGet(() -> applied.orElseThrow().name());
        }

        String id() {
            return Migration.id(number(), name());
        }
    }

    static MigrationPlan of(List<Migration> migrations, List<AppliedMigration> history, MigrationOptions options) {
        return new Planning(migrations, history, options).plan();
    }

    private static final class Planning {
        private final Map<Integer, Migration> known = new TreeMap<>();
        private final Map<Integer, AppliedMigration> applied = new TreeMap<>();
        private final MigrationOptions options;
        private final List<Step> steps = new ArrayList<>();
        private final List<SqlMigrationException> errors = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final Set<Integer> undone = new HashSet<>();

        Planning(List<Migration> migrations, List<AppliedMigration> history, MigrationOptions options) {
            this.options = options;
            for (Migration migration : migrations) {
                Migration other = known.put(migration.number(), migration);
                if (other != null) {
                    error("two migrations have the number " + migration.number() + ": " + other.id() + " and "
                            + migration.id() + "; run the goal rebase to renumber the one that was not released");
                }
            }
            history.forEach(entry -> applied.put(entry.number(), entry));
        }

        MigrationPlan plan() {
            new TreeMap<>(applied).descendingMap().values().forEach(this::missing);
            applied.values().forEach(this::changed);
            known.values().forEach(this::pending);
            return new MigrationPlan(List.copyOf(steps), List.copyOf(errors), List.copyOf(warnings));
        }

        /** Something that the database has and the application does not know. */
        private void missing(AppliedMigration entry) {
            if (known.containsKey(entry.number())) {
                return;
            }
            if (!entry.sealed() && options.drafts() == MigrationDrafts.REAPPLY) {
                steps.add(new Step(MigrationResult.Action.ROLLBACK, Optional.empty(), Optional.of(entry)));
                undone.add(entry.number());
                return;
            }
            int newest = known.isEmpty() ? 0 : ((TreeMap<Integer, Migration>) known).lastKey();
            if (!entry.sealed()) {
                error("the database has the draft " + entry.id() + ", which the application no longer has;"
                        + " undo it with rollback(1), or migrate with drafts REAPPLY");
            } else if (entry.number() > newest) {
                errors.add(new SqlNewerSchemaException(
                        SqlFailure.of("the database has " + entry.id() + ", the application knows only up to number "
                                + newest + "; start the newer application, or restore a backup of before"),
                        null));
            } else {
                error("the database has " + entry.id() + ", which is missing from the application;"
                        + " bring its file back, as a database made from nothing would differ");
            }
        }

        /** Something that both have, perhaps not alike. */
        private void changed(AppliedMigration entry) {
            Migration migration = known.get(entry.number());
            if (migration == null) {
                return;
            }
            if (!algorithm(entry.checksum()).equals(algorithm(migration.checksum()))) {
                warnings.add(entry.id() + ": its checksum was made in another way (" + algorithm(entry.checksum())
                        + ", now " + algorithm(migration.checksum()) + "), so that it cannot be compared");
            } else if (!entry.checksum().equals(migration.checksum())) {
                differs(entry, migration);
                return;
            }
            if (migration.sealed() && !entry.sealed()) {
                steps.add(new Step(MigrationResult.Action.SEAL, Optional.of(migration), Optional.of(entry)));
            } else if (!migration.sealed()) {
                warnings.add(entry.id() + " is applied and still a draft; seal it before a release");
            }
        }

        private void differs(AppliedMigration entry, Migration migration) {
            if (entry.sealed()) {
                errors.add(new SqlChecksumException(
                        SqlFailure.of(migration.id() + " is not what was applied to this database as " + entry.id()
                                + " (" + entry.checksum() + ", now " + migration.checksum()
                                + "); take the change back and put it into a new migration"),
                        null));
            } else if (options.drafts() == MigrationDrafts.REAPPLY) {
                steps.add(new Step(MigrationResult.Action.REAPPLY, Optional.of(migration), Optional.of(entry)));
            } else {
                errors.add(new SqlChecksumException(
                        SqlFailure.of("the draft " + entry.id() + " changed since it was applied to this database;"
                                + " undo it with rollback(1) and migrate again, migrate with drafts REAPPLY,"
                                + " or take the change back"),
                        null));
            }
        }

        private void pending(Migration migration) {
            if (applied.containsKey(migration.number())) {
                return;
            }
            if (applied.isEmpty() && migration.number() <= options.baseline()) {
                steps.add(new Step(MigrationResult.Action.BASELINE, Optional.of(migration), Optional.empty()));
                return;
            }
            Optional<AppliedMigration> later = applied.values().stream()
                    .filter(entry -> entry.number() > migration.number() && !undone.contains(entry.number()))
                    .findFirst();
            if (later.isPresent() && !options.outOfOrder()) {
                error(migration.id() + " is pending, but " + later.get().id()
                        + " is applied already; allow it with outOfOrder, or renumber it if it was never released");
            } else if (!migration.sealed() && options.drafts() == MigrationDrafts.REFUSE) {
                error(migration.id() + " is a draft, and drafts are refused; seal it (goal seal) and build anew");
            } else {
                if (!migration.sealed()) {
                    warnings.add(migration.id() + " is a draft; seal it before a release");
                }
                steps.add(new Step(MigrationResult.Action.APPLY, Optional.of(migration), Optional.empty()));
            }
        }

        private void error(String problem) {
            errors.add(new SqlMigrationException(SqlFailure.of(problem), null));
        }

        private static String algorithm(String checksum) {
            int colon = checksum.indexOf(':');
            return colon < 0 ? "" : checksum.substring(0, colon);
        }
    }
}
