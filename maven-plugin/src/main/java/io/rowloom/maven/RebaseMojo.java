package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Gives migrations that two branches numbered alike numbers of their own, after a merge. */
@Mojo(name = "rebase", threadSafe = true)
public final class RebaseMojo extends ModelMojo {

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        new MigrationGoals(request()).rebase().forEach(getLog()::info);
    }
}
