package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.GenerationException;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.runtime.MigrationOptions;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Applies pending migrations to a database, as the application would when it opens it; a missing file is made. */
@Mojo(name = "migrate", threadSafe = true)
public final class MigrateMojo extends DatabaseMojo {
    /** How many migrations to apply at most. */
    @Parameter(property = "rowloom.limit", defaultValue = "2147483647")
    private int limit;

    /** Whether to run everything in one transaction and undo it. */
    @Parameter(property = "rowloom.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** What to do with a draft: {@code apply} it, {@code refuse} it, or {@code reapply} one that changed. */
    @Parameter(property = "rowloom.drafts", defaultValue = "apply")
    private String drafts;

    /** Whether a pending migration may have a number below an applied one. */
    @Parameter(property = "rowloom.outOfOrder", defaultValue = "false")
    private boolean outOfOrder;

    /** On a database without a history: up to this number, note migrations as applied without running them. */
    @Parameter(property = "rowloom.baseline", defaultValue = "0")
    private int baseline;

    /** Where a copy of the database goes before the first step; an existing file is never overwritten. */
    @Parameter(property = "rowloom.backup")
    private File backup;

    @Override
    void run(DatabaseGoals goals) throws InvalidModelException, GenerationException, IOException {
        MigrationOptions options = MigrationOptions.defaults()
                .withLimit(limit)
                .withDryRun(dryRun)
                .withDrafts(DatabaseGoals.drafts(drafts))
                .withOutOfOrder(outOfOrder)
                .withBaseline(baseline);
        goals.migrate(backup == null ? options : options.withBackup(backup.toPath()));
    }
}
