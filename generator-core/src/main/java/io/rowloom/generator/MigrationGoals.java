package io.rowloom.generator;

import io.rowloom.generator.lint.Coverage;
import io.rowloom.generator.migration.LockFile;
import io.rowloom.generator.migration.MigrationFile;
import io.rowloom.generator.migration.MigrationFolder;
import io.rowloom.generator.migration.MigrationOutcome;
import io.rowloom.generator.migration.MigrationPlan;
import io.rowloom.generator.migration.MigrationProblem;
import io.rowloom.generator.migration.MigrationWriter;
import io.rowloom.generator.migration.Migrations;
import io.rowloom.generator.migration.Rebase;
import io.rowloom.generator.migration.Sealing;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What can be done with migrations besides generating them; each gives the lines that tell the user what was done. */
public final class MigrationGoals {
    private final GenerationRequest request;
    private final Path folder;

    /** Takes where the model and the migrations are. */
    public MigrationGoals(GenerationRequest request) {
        this.request = request;
        this.folder = request.sqliteMigrations();
    }

    /**
     * Seals the draft after it was brought up to date and proved. A draft written by hand may be sealed while the model has
     * moved on: the next migration brings the rest.
     *
     * @param name another description for its file
     */
    public List<String> seal(Optional<String> name) throws InvalidModelException, GenerationException, IOException {
        MigrationOutcome outcome = migrations().plan(request.acknowledged());
        refuse(outcome.problems().stream()
                .filter(problem -> !problem.code().equals(MigrationProblem.Code.DRAFT_DIFFERS.id()))
                .toList());
        if (outcome.problems().isEmpty()) {
            MigrationWriter.write(folder, outcome);
        }
        MigrationOutcome sealed = Sealing.seal(folder, request.baseDirectory(), name);
        refuse(sealed.problems());
        MigrationWriter.write(folder, sealed);
        if (sealed.write().isEmpty()) {
            return List.of("There is no draft to seal");
        }
        List<MigrationFile> files =
                MigrationFolder.read(folder, request.baseDirectory()).all();
        String last = files.get(files.size() - 1).fileName();
        return List.of(
                "Sealed " + shown(last) + ": it is listed in " + shown(LockFile.NAME) + " and must not change any more",
                "Run " + request.command() + " to write the documents again, which say what is sealed");
    }

    /** Makes an empty migration for SQL of the user's own. */
    public List<String> create(String name) throws InvalidModelException, GenerationException, IOException {
        MigrationOutcome outcome = Sealing.empty(folder, request.baseDirectory(), name);
        refuse(outcome.problems());
        MigrationWriter.write(folder, outcome);
        return new TreeSet<>(outcome.write().keySet())
                .stream().map(file -> "Written: " + shown(file)).toList();
    }

    /** Shows what the next migration does, and changes nothing. */
    public List<String> diff() throws InvalidModelException, GenerationException, IOException {
        MigrationOutcome outcome = migrations().planAnew(request.acknowledged());
        List<String> lines = new ArrayList<>();
        Optional<MigrationPlan> plan = outcome.plan();
        if (plan.isPresent()) {
            plan.get().changes().forEach(change -> lines.add(change.table() + ": " + change.summary()));
            plan.get().steps().forEach(step -> {
                lines.add("");
                lines.add("-- " + step.title());
                step.sql().forEach(sql -> lines.add(sql + ";"));
            });
        } else {
            outcome.write().forEach((file, text) -> lines.add(text));
        }
        outcome.problems().forEach(problem -> lines.add(problem.toString()));
        lines.addAll(outcome.notes());
        return lines.isEmpty() ? List.of("The migrations give what the model gives") : lines;
    }

    /** Renumbers what two branches numbered alike; generated migrations among them are to be generated again. */
    public List<String> rebase() throws IOException {
        MigrationOutcome outcome = Rebase.plan(folder);
        MigrationWriter.write(folder, outcome);
        List<String> lines = new ArrayList<>();
        new TreeSet<>(outcome.delete()).forEach(file -> lines.add("Removed: " + shown(file)));
        new TreeSet<>(outcome.write().keySet()).forEach(file -> lines.add("Written: " + shown(file)));
        return lines.isEmpty() ? List.of("No number is taken twice") : lines;
    }

    /**
     * What a check found that is as it should be.
     *
     * @param summary what was checked
     * @param notes what could be better, one warning each
     */
    public record Checked(List<String> summary, List<String> notes) {
        public Checked {
            summary = List.copyOf(summary);
            notes = List.copyOf(notes);
        }
    }

    /**
     * Says what is not as it should be, and changes nothing.
     *
     * @throws GenerationException if anything is stale or was changed, with the difference and what mends it
     */
    public Checked check() throws InvalidModelException, GenerationException, IOException {
        Model model = model();
        MigrationOutcome outcome = migrations(model).plan(request.acknowledged());
        List<String> problems = new MigrationCheck(request).problems(outcome);
        if (!outcome.problems().isEmpty()) {
            throw new GenerationException(problems);
        }
        List<String> notes = new ArrayList<>(Reminders.of(request, model, Integer.MAX_VALUE));
        problems.addAll(new DocumentCheck(request).problems(model, outcome, notes));
        problems.addAll(new CoverageCheck(request).problems(model));
        if (!problems.isEmpty()) {
            throw new GenerationException(problems);
        }
        return new Checked(
                List.of(
                        "The migrations give what the model gives, and nothing sealed was changed",
                        "The documents say what the model says; "
                                + Coverage.of(model).share().percent() + " % of tables and columns are described"),
                notes);
    }

    private Model model() throws InvalidModelException, IOException {
        return ModelReader.read(request.model(), request.baseDirectory());
    }

    private Migrations migrations() throws InvalidModelException, IOException {
        return migrations(model());
    }

    private Migrations migrations(Model model) throws InvalidModelException, IOException {
        Migrations migrations = Migrations.of(MigrationFolder.read(folder, request.baseDirectory()), model);
        if (!migrations.isCurrent()) {
            EngineJudgement.schema(model);
            EngineJudgement.objects(model);
        }
        return migrations;
    }

    private String shown(String file) {
        return request.shown(folder.resolve(file));
    }

    private static void refuse(List<MigrationProblem> problems) throws GenerationException {
        if (!problems.isEmpty()) {
            throw new GenerationException(
                    problems.stream().map(MigrationProblem::toString).toList());
        }
    }
}
