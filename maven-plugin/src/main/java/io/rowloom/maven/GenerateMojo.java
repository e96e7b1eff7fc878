package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.GenerationResult;
import io.rowloom.generator.process.GenerationProcess;
import io.rowloom.model.problem.InvalidModelException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates migrations, Java sources, the reference document and the JSON Schema for editors from a table model.
 *
 * <p>Files that are right already are not touched. When neither the model nor anything else that counts has changed since the
 * last run, the goal does nothing at all.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends ModelMojo {
    /** Whether to generate nothing; the source root is registered all the same. */
    @Parameter(property = "rowloom.skip", defaultValue = "false")
    private boolean skip;

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        // First of all: an IDE that finds the goal skipped or up to date still has to find the sources.
        project.addCompileSourceRoot(outputDirectory.getPath());
        if (skip) {
            getLog().info("Generation is skipped: rowloom.skip is set");
            return;
        }
        RunningExecution running = new RunningExecution(session, project, execution);
        GenerationRequest request = request(running, running.announce());
        report(process().run(request));
    }

    private GenerationProcess process() {
        List<File> classPath = new ArrayList<>();
        for (Artifact artifact :
                execution.getMojoDescriptor().getPluginDescriptor().getArtifacts()) {
            classPath.add(artifact.getFile());
        }
        return new GenerationProcess(GenerationProcess.ownJava(), classPath, getLog()::debug);
    }

    private void report(GenerationResult result) {
        if (getLog().isDebugEnabled()) {
            result.written().forEach(file -> getLog().debug("written: " + file));
            result.removed().forEach(file -> getLog().debug("removed: " + file));
        }
        warn(result.notes());
        getLog().info(result.summary());
    }
}
