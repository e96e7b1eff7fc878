package io.rowloom.maven;

import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationResult;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Writes the reference document alone; sources and migrations stay as they are. */
@Mojo(name = "docs", threadSafe = true)
public final class DocsMojo extends ModelMojo {

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        GenerationResult result = Generation.documents(request());
        result.written().forEach(file -> getLog().info("Written: " + file));
        result.removed().forEach(file -> getLog().info("Removed: " + file));
        warn(result.notes());
        getLog().info(result.summary());
    }
}
