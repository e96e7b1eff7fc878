package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Makes an empty migration for SQL of your own, such as changes of data. */
@Mojo(name = "migration", threadSafe = true)
public final class MigrationMojo extends ModelMojo {
    /** What the migration does, {@code fill_slugs}. */
    @Parameter(property = "rowloom.name", required = true)
    private String name;

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        new MigrationGoals(request()).create(name).forEach(getLog()::info);
    }
}
