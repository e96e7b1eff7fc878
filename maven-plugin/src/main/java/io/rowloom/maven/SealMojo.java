package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Seals the draft migration: it is listed in the lock file and must not change any more. Do this when you release. */
@Mojo(name = "seal", threadSafe = true)
public final class SealMojo extends ModelMojo {
    /** Another description for the migration, {@code add_priority}; without it, it keeps its own. */
    @Parameter(property = "rowloom.name")
    private String name;

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        new MigrationGoals(request()).seal(Optional.ofNullable(name)).forEach(getLog()::info);
    }
}
