package io.rowloom.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How migrations are applied.
 *
 * @param limit apply at most so many
 * @param dryRun apply everything in one transaction on the real data and undo it
 * @param drafts what is done with migrations that are not sealed
 * @param outOfOrder whether a pending migration may come before one that is applied, as after merging two branches
 * @param baseline on a database without a history: up to this number, note migrations as applied without running them; 0 for
 *     none
 * @param backup where a copy of the database goes before the first migration, unless it is new; an existing file is an error
 * @param maxWait how long to wait for another process that is migrating
 * @param progress is told of each step, on the thread that migrates
 */
public record MigrationOptions(
        int limit,
        boolean dryRun,
        MigrationDrafts drafts,
        boolean outOfOrder,
        int baseline,
        Optional<Path> backup,
        Duration maxWait,
        Optional<Consumer<MigrationEvent>> progress) {
    public MigrationOptions {
        if (limit < 0 || baseline < 0 || maxWait.isNegative()) {
            throw new IllegalArgumentException("limit, baseline and maxWait are not negative");
        }
    }

    /** All that is pending, drafts once, in order, no backup; waits ten minutes for other processes. */
    public static MigrationOptions defaults() {
        return new MigrationOptions(
                Integer.MAX_VALUE,
                false,
                MigrationDrafts.APPLY,
                false,
                0,
                Optional.empty(),
                Duration.ofMinutes(10),
                Optional.empty());
    }

    /** These options with another {@code limit}. */
    public MigrationOptions withLimit(int limit) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code dryRun}. */
    public MigrationOptions withDryRun(boolean dryRun) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code drafts}. */
    public MigrationOptions withDrafts(MigrationDrafts drafts) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code outOfOrder}. */
    public MigrationOptions withOutOfOrder(boolean outOfOrder) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code baseline}. */
    public MigrationOptions withBaseline(int baseline) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code backup}. */
    public MigrationOptions withBackup(Path backup) {
        return new MigrationOptions(
                limit, dryRun, drafts, outOfOrder, baseline, Optional.of(backup), maxWait, progress);
    }

    /** These options with another {@code maxWait}. */
    public MigrationOptions withMaxWait(Duration maxWait) {
        return new MigrationOptions(limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, progress);
    }

    /** These options with another {@code progress}. */
    public MigrationOptions withProgress(Consumer<MigrationEvent> progress) {
        return new MigrationOptions(
                limit, dryRun, drafts, outOfOrder, baseline, backup, maxWait, Optional.of(progress));
    }
}
