package io.rowloom.maven;

import io.rowloom.generator.DocumentSettings;
import io.rowloom.generator.GenerationException;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.Strictness;
import io.rowloom.generator.output.OtherExecution;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.ProblemCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal knows: where the model, the migrations and the outputs are, and how a failure is told. */
abstract class ModelMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    MojoExecution execution;

    /** The model: a YAML file, or a folder whose {@code *.yaml} files make up one model. */
    @Parameter(property = "rowloom.model", defaultValue = "${project.basedir}/src/main/rowloom", required = true)
    private File model;

    /** Where Java sources go; the plugin makes the folder a source root of the project. */
    @Parameter(
            property = "rowloom.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/rowloom",
            required = true)
    File outputDirectory;

    /** Where migrations are kept, those for SQLite in its folder {@code sqlite}; they belong under version control. */
    @Parameter(
            property = "rowloom.migrationDirectory",
            defaultValue = "${project.basedir}/src/main/resources/db/migration",
            required = true)
    private File migrationDirectory;

    /** The reference document; it belongs under version control, where people read it. */
    @Parameter(property = "rowloom.docs", defaultValue = "${project.basedir}/docs/database.md", required = true)
    private File docs;

    /**
     * How the reference document is divided: {@code page}, {@code folder} (an index and a file for each section and table), or
     * {@code auto}, which is a page up to 40 tables.
     */
    @Parameter(property = "rowloom.docsLayout", defaultValue = "auto", required = true)
    private String docsLayout;

    /** Hazards of the next migration that are accepted, with commas between them, as the message about them says. */
    @Parameter(property = "rowloom.acknowledge")
    private String acknowledge;

    /**
     * What a query means that reads every row of a table: {@code warn}, {@code fail} or {@code off}. Tables that the model
     * marks {@code small} do not count.
     */
    @Parameter(property = "rowloom.fullScans", defaultValue = "warn", required = true)
    private String fullScans;

    /**
     * What it means where a lint rule finds something: {@code warn}, {@code fail} or {@code off}. The model turns off single
     * rules, with {@code lint_off}.
     */
    @Parameter(property = "rowloom.lint", defaultValue = "warn", required = true)
    private String lint;

    /** How many per cent of tables and columns need a description for {@code check} to succeed. */
    @Parameter(property = "rowloom.minimumCoverage", defaultValue = "0", required = true)
    private int minimumCoverage;

    /**
     * A Git revision, {@code HEAD} or {@code origin/main}: {@code check} fails if a smaller share of tables and columns has a
     * description than the reference document had there.
     */
    @Parameter(property = "rowloom.coverageSince")
    private String coverageSince;

    /**
     * A page for browsers with everything that the reference document says, diagrams and a search: one file that needs nothing
     * else. There is none unless this says where it goes, {@code ${project.build.directory}/database.html}.
     */
    @Parameter(property = "rowloom.html")
    private File html;

    /** The work of the goal. */
    abstract void run() throws InvalidModelException, GenerationException, IOException, MojoFailureException;

    /** What a refusal means, the first line of its message; goals that never write say what they could not do. */
    String refusal() {
        return "nothing was written";
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        try {
            run();
        } catch (InvalidModelException invalid) {
            annotations().errors(String.valueOf(invalid.getMessage()));
            throw new MojoFailureException(
                    "the model cannot be used, nothing was written\n" + invalid.getMessage() + whereToFind(invalid));
        } catch (GenerationException refused) {
            annotations().errors(String.valueOf(refused.getMessage()));
            throw new MojoFailureException(refusal() + "\n" + refused.getMessage());
        } catch (IOException failure) {
            throw new MojoExecutionException("Cannot read or write: " + failure.getMessage(), failure);
        } catch (RuntimeException bug) {
            throw new MojoExecutionException(
                    "Rowloom itself failed, which is a mistake in it: run with -e and report what it shows", bug);
        }
    }

    /** That the model may lie elsewhere, for whoever has one. */
    private static String whereToFind(InvalidModelException invalid) {
        boolean missing = invalid.problems().get(0).code() == ProblemCode.NO_MODEL;
        return missing ? "\n    or say with rowloom.model where the model is" : "";
    }

    /** What the user should know, in the log and where the build runs on GitHub also at its line. */
    final void warn(List<String> notes) {
        GitHubAnnotations annotations = annotations();
        for (String note : notes) {
            getLog().warn(note);
            annotations.warnings(note);
        }
    }

    private GitHubAnnotations annotations() {
        return new GitHubAnnotations(
                System.getenv(), project.getBasedir().toPath().toAbsolutePath().normalize(), System.out);
    }

    /** The request of a goal that leaves generated sources and documents alone. */
    final GenerationRequest request() throws GenerationException {
        return request(new RunningExecution(session, project, execution), List.of());
    }

    final GenerationRequest request(RunningExecution running, List<OtherExecution> others) throws GenerationException {
        return new GenerationRequest(
                project.getBasedir().toPath().toAbsolutePath().normalize(),
                absolute(model),
                absolute(outputDirectory),
                absolute(migrationDirectory),
                absolute(docs),
                running.stateFile(),
                GeneratorVersion.of(execution.getMojoDescriptor().getPluginDescriptor()),
                "mvn generate-sources",
                acknowledged(),
                Strictness.of(fullScans, "rowloom.fullScans"),
                Strictness.of(lint, "rowloom.lint"),
                documents(),
                others);
    }

    private DocumentSettings documents() throws GenerationException {
        return DocumentSettings.of(
                docsLayout,
                Optional.ofNullable(html).map(ModelMojo::absolute),
                minimumCoverage,
                Optional.ofNullable(coverageSince).filter(text -> !text.isBlank()));
    }

    private Set<String> acknowledged() {
        return acknowledge == null
                ? Set.of()
                : Arrays.stream(acknowledge.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static Path absolute(File file) {
        return file.toPath().toAbsolutePath().normalize();
    }
}
