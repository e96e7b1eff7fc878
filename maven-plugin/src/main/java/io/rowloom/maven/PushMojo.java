package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.GenerationException;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Brings a scratch database to the model without a migration, for trying things out; what destroys data has to be accepted. */
@Mojo(name = "push", threadSafe = true)
public final class PushMojo extends DatabaseMojo {
    /** Whether only to say what would be done. */
    @Parameter(property = "rowloom.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Override
    void run(DatabaseGoals goals) throws InvalidModelException, GenerationException, IOException {
        goals.push(dryRun);
    }
}
