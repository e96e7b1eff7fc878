package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.GenerationException;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.runtime.MigrationOptions;
import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Undoes the migrations that a database had last, by the SQL that it kept when they were applied. */
@Mojo(name = "rollback", threadSafe = true)
public final class RollbackMojo extends DatabaseMojo {
    /** How many migrations to undo. */
    @Parameter(property = "rowloom.steps", defaultValue = "1")
    private int steps;

    /** Whether to run everything in one transaction and undo it. */
    @Parameter(property = "rowloom.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** Where a copy of the database goes before the first step; an existing file is never overwritten. */
    @Parameter(property = "rowloom.backup")
    private File backup;

    @Override
    void run(DatabaseGoals goals) throws InvalidModelException, GenerationException, IOException {
        MigrationOptions options = MigrationOptions.defaults().withDryRun(dryRun);
        goals.rollback(steps, backup == null ? options : options.withBackup(backup.toPath()));
    }
}
