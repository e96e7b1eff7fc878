package io.rowloom.generator;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.java.JavaRenderer;
import io.rowloom.generator.migration.MigrationFolder;
import io.rowloom.generator.migration.MigrationOutcome;
import io.rowloom.generator.migration.MigrationProblem;
import io.rowloom.generator.migration.MigrationWriter;
import io.rowloom.generator.migration.Migrations;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.output.OutputFolder;
import io.rowloom.generator.output.OutputPlan;
import io.rowloom.generator.output.OutputResult;
import io.rowloom.generator.output.OutputState;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.generator.sqlite.SampleProof;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.schema.ModelSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The pipeline: a model in, migration, Java, documents and editor schema out.
 *
 * <p>Each step takes a plain value and gives one. Nothing is written before everything has been decided and nothing is wrong.
 */
public final class Generation {
    /** More would bury what else the build says; the check lists all. */
    private static final int MOST_REMINDERS = 20;

    private final GenerationRequest request;
    private final OutputState previous;

    private Generation(GenerationRequest request, OutputState previous) {
        this.request = request;
        this.previous = previous;
    }

    /**
     * Writes the documents alone.
     *
     * @throws InvalidModelException if the model has mistakes; nothing was written
     * @throws GenerationException if something else needs a decision of the user; nothing was written
     * @throws IOException if a file cannot be read or written
     */
    public static GenerationResult documents(GenerationRequest request)
            throws InvalidModelException, GenerationException, IOException {
        Model model = ModelReader.read(request.model(), request.baseDirectory());
        Migrations migrations =
                Migrations.of(MigrationFolder.read(request.sqliteMigrations(), request.baseDirectory()), model);
        if (!migrations.isCurrent()) {
            EngineJudgement.schema(model);
        }
        if (!SampleProof.fingerprint(model).isEmpty()) {
            EngineJudgement.samples(model);
        }
        List<String> notes = new ArrayList<>();
        QueryAnalysis queries = EngineJudgement.queries(request, model, notes);
        MigrationOutcome outcome = migrations.plan(request.acknowledged());
        refuse(outcome.problems().stream().map(MigrationProblem::toString).toList());
        Documents documents = Documents.read(request);
        Daos daos = Daos.of(model);
        OutputFolder document = documents.of(model, queries, daos, outcome);
        notes.addAll(documents.notes(model, document));
        List<OutputFolder> folders = new ArrayList<>(List.of(document));
        documents.html(model, queries, daos, outcome).ifPresent(folders::add);
        OutputPlan plan =
                OutputPlan.of(request.baseDirectory(), folders, OutputState.NONE, request.toolVersion(), List.of());
        refuse(plan.problems());
        // What this leaves is no state: the next generation finds these files as it would have written them.
        OutputResult result = plan.carryOut("", request.toolVersion());
        return new GenerationResult(false, result.written(), result.removed(), notes, result.unchanged());
    }

    /**
     * Generates what is not there yet.
     *
     * @throws InvalidModelException if the model has mistakes; nothing was written
     * @throws GenerationException if something else needs a decision of the user; nothing was written
     * @throws IOException if a file cannot be read or written
     */
    public static GenerationResult run(GenerationRequest request)
            throws InvalidModelException, GenerationException, IOException {
        OutputState previous = OutputState.read(request.stateFile());
        String model = InputFingerprint.ofModel(request);
        Optional<GenerationResult> known = upToDate(request, previous, model);
        return known.isPresent() ? known.get() : new Generation(request, previous).generate(model);
    }

    /**
     * What {@link #run} gives where nothing changed since the last run; empty where something did.
     *
     * @throws IOException if a file cannot be read
     */
    public static Optional<GenerationResult> upToDate(GenerationRequest request) throws IOException {
        return upToDate(request, OutputState.read(request.stateFile()), InputFingerprint.ofModel(request));
    }

    private static Optional<GenerationResult> upToDate(GenerationRequest request, OutputState previous, String model)
            throws IOException {
        boolean sameInputs = previous.generator().equals(request.toolVersion())
                && previous.inputs().equals(model + InputFingerprint.ofMigrations(request));
        return sameInputs && previous.outputsUntouched(request.baseDirectory())
                ? Optional.of(GenerationResult.upToDate(previous.files().size()))
                : Optional.empty();
    }

    private GenerationResult generate(String modelFingerprint)
            throws InvalidModelException, GenerationException, IOException {
        Model model = ModelReader.read(request.model(), request.baseDirectory());
        Path folder = request.sqliteMigrations();
        Migrations migrations = Migrations.of(MigrationFolder.read(folder, request.baseDirectory()), model);
        if (!migrations.isCurrent()) {
            EngineJudgement.schema(model);
        }
        String samples = SampleProof.fingerprint(model);
        if (!samples.equals(previous.samples())) {
            EngineJudgement.samples(model);
        }
        List<String> notes = new ArrayList<>();
        QueryAnalysis queries = EngineJudgement.queries(request, model, notes);
        notes.addAll(Reminders.of(request, model, MOST_REMINDERS));
        MigrationOutcome outcome = migrations.plan(request.acknowledged());
        refuse(outcome.problems().stream().map(MigrationProblem::toString).toList());
        Documents documents = Documents.read(request);
        Daos daos = Daos.of(model);
        OutputFolder document = documents.of(model, queries, daos, outcome);
        notes.addAll(documents.notes(model, document));
        List<OutputFolder> folders = new ArrayList<>();
        folders.add(new OutputFolder(
                request.javaDirectory(), JavaRenderer.render(model, queries, daos, outcome.migrations())));
        folders.add(document);
        documents.html(model, queries, daos, outcome).ifPresent(folders::add);
        folders.add(editorSchema());
        OutputPlan plan =
                OutputPlan.of(request.baseDirectory(), folders, previous, request.toolVersion(), request.others());
        refuse(plan.problems());
        notes.addAll(outcome.notes());

        MigrationWriter.write(folder, outcome);
        List<String> written = shown(folder, outcome.write().keySet());
        List<String> removed = shown(folder, outcome.delete());
        // The migrations are looked at again because they were written; the model is not, as it may have been edited
        // since.
        String inputs = modelFingerprint + InputFingerprint.ofMigrations(request);
        OutputResult result = plan.carryOut(inputs, request.toolVersion());
        result.state().withSamples(samples).write(request.stateFile());
        written.addAll(result.written());
        removed.addAll(result.removed());
        return new GenerationResult(false, written, removed, notes, result.unchanged());
    }

    private List<String> shown(Path folder, Collection<String> names) {
        List<String> shown = new ArrayList<>();
        names.stream().sorted().forEach(name -> shown.add(request.shown(folder.resolve(name))));
        return shown;
    }

    private static void refuse(List<String> problems) throws GenerationException {
        if (!problems.isEmpty()) {
            throw new GenerationException(problems);
        }
    }

    /** What YAML editors check and complete a model by, where the model's own first line finds it. */
    private OutputFolder editorSchema() {
        Path model = request.model();
        // It is of the format and not of the model: with the same generator it is the same.
        GeneratedFile schema = new GeneratedFile("rowloom-model.schema.json", "schema", ModelSchema::json);
        return new OutputFolder(Files.isDirectory(model) ? model : model.getParent(), List.of(schema));
    }
}
