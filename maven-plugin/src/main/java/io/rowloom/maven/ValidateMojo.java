package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.GenerationException;
import io.rowloom.runtime.MigrationOptions;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails if a database cannot be migrated, or is not what the migrations that it had give; changes nothing. */
@Mojo(name = "validate", threadSafe = true)
public final class ValidateMojo extends DatabaseMojo {
    /** What is to be done with a draft: with {@code refuse}, a pending one is an error. */
    @Parameter(property = "rowloom.drafts", defaultValue = "apply")
    private String drafts;

    /** Whether a pending migration may have a number below an applied one. */
    @Parameter(property = "rowloom.outOfOrder", defaultValue = "false")
    private boolean outOfOrder;

    @Override
    void run(DatabaseGoals goals) throws GenerationException, IOException {
        goals.validate(MigrationOptions.defaults()
                .withDrafts(DatabaseGoals.drafts(drafts))
                .withOutOfOrder(outOfOrder));
    }

    @Override
    String refusal() {
        return "the database is not valid";
    }
}
