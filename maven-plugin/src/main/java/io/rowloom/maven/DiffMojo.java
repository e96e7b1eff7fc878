package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows what the next migration does, and changes nothing. */
@Mojo(name = "diff", threadSafe = true)
public final class DiffMojo extends ModelMojo {

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        new MigrationGoals(request()).diff().forEach(getLog()::info);
    }

    @Override
    String refusal() {
        return "the next migration cannot be told";
    }
}
