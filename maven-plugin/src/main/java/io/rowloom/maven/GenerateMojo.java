package io.rowloom.maven;

import io.rowloom.generator.Generation;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.GenerationResult;
import io.rowloom.model.problem.InvalidModelException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Generates migrations, Java sources, the reference document and the JSON Schema for editors from a table model.
 *
 * <p>Files that are right already are not touched. When neither the model nor anything else that counts has changed since the
 * last run, the goal does nothing at all.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** The model: a YAML file, or a folder whose {@code *.yaml} files make up one model. */
    @Parameter(property = "rowloom.model", defaultValue = "${project.basedir}/src/main/rowloom", required = true)
    private File model;

    /** Where Java sources go; the plugin makes the folder a source root of the project. */
    @Parameter(
            property = "rowloom.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/rowloom",
            required = true)
    private File outputDirectory;

    /** Where migrations are kept, those for SQLite in its folder {@code sqlite}; they belong under version control. */
    @Parameter(
            property = "rowloom.migrationDirectory",
            defaultValue = "${project.basedir}/src/main/resources/db/migration",
            required = true)
    private File migrationDirectory;

    /** The reference document; it belongs under version control, where people read it. */
    @Parameter(property = "rowloom.docs", defaultValue = "${project.basedir}/docs/database.md", required = true)
    private File docs;

    /** Whether to generate nothing; the source root is registered all the same. */
    @Parameter(property = "rowloom.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        // First of all: an IDE that finds the goal skipped or up to date still has to find the sources.
        project.addCompileSourceRoot(outputDirectory.getPath());
        if (skip) {
            getLog().info("Generation is skipped: rowloom.skip is set");
            return;
        }
        try {
            report(Generation.run(request()));
        } catch (InvalidModelException invalid) {
            throw new MojoFailureException("the model cannot be used, nothing was written\n" + invalid.getMessage());
        } catch (GenerationException refused) {
            throw new MojoFailureException("nothing was written\n" + refused.getMessage());
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot read or write: " + failure.getMessage(), failure);
        } catch (RuntimeException bug) {
            throw new MojoExecutionException(
                    "Rowloom itself failed, which is a mistake in it: run with -e and report what it shows", bug);
        }
    }

    private GenerationRequest request() {
        RunningExecution running = new RunningExecution(session, project, execution);
        return new GenerationRequest(
                project.getBasedir().toPath().toAbsolutePath().normalize(),
                absolute(model),
                absolute(outputDirectory),
                absolute(migrationDirectory),
                absolute(docs),
                running.stateFile(),
                GeneratorVersion.of(execution.getMojoDescriptor().getPluginDescriptor()),
                "mvn generate-sources",
                running.announce());
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }

    private void report(GenerationResult result) {
        if (getLog().isDebugEnabled()) {
            result.written().forEach(file -> getLog().debug("written: " + file));
            result.removed().forEach(file -> getLog().debug("removed: " + file));
        }
        getLog().info(result.summary());
    }
}
