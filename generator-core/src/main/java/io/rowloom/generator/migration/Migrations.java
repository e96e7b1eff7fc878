package io.rowloom.generator.migration;

import io.rowloom.generator.migration.MigrationFile.Origin;
import io.rowloom.generator.migration.MigrationProblem.Code;
import io.rowloom.generator.migration.sqlite.ForeignObjects;
import io.rowloom.generator.migration.sqlite.MigrationFailure;
import io.rowloom.generator.migration.sqlite.MigrationProof;
import io.rowloom.generator.migration.sqlite.Replay;
import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.generator.migration.sqlite.SqliteDraft;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.generator.sqlite.SqliteScript;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The door to migrations: a folder and a model in, the draft and everything wrong out.
 *
 * <p>The state before is what the sealed migrations give when they are run, the state after what the model gives; there is
 * no snapshot. The draft is planned anew each time and proved before anybody sees it.
 */
public final class Migrations {
    private static final String INITIAL = "initial_schema";

    private final MigrationFolder folder;
    private final Model model;
    private final SqliteScript script;
    private final Origin origin;
    private final List<MigrationProblem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<MigrationSource> sources = new ArrayList<>();

    private Migrations(MigrationFolder folder, Model model) {
        this.folder = folder;
        this.model = model;
        this.script = SqliteSchema.render(model);
        this.origin = origin();
    }

    /** Takes a folder that was read and the model that its migrations have to give. */
    public static Migrations of(MigrationFolder folder, Model model) {
        return new Migrations(folder, model);
    }

    /**
     * Decides what becomes of the draft.
     *
     * @param folder the migrations of SQLite
     * @param base what paths in messages are relative to
     * @param model the model that the migrations have to give
     * @param acknowledged ids of hazards that the user accepts, {@code drop-column:tasks.notes}
     * @throws IOException if a file cannot be read
     */
    public static MigrationOutcome plan(Path folder, Path base, Model model, Set<String> acknowledged)
            throws IOException {
        return of(MigrationFolder.read(folder, base), model).plan(acknowledged);
    }

    /**
     * Whether the folder is known to be right without running anything: what a generated, untouched migration was made
     * from is what is there now. An ordinary build so never loads the database driver.
     */
    public boolean isCurrent() {
        if (!folder.problems().isEmpty()) {
            return false;
        }
        if (folder.draft().isPresent()) {
            return folder.draft().get().origin().filter(origin::equals).isPresent()
                    && (!folder.sealed().isEmpty() || first().isCurrent());
        }
        List<MigrationFile> sealed = folder.sealed();
        return !sealed.isEmpty()
                && sealed.get(sealed.size() - 1)
                        .origin()
                        .filter(last -> last.target().equals(origin.target()))
                        .isPresent();
    }

    /**
     * Decides what becomes of the draft; what is known to be right already is not planned again.
     *
     * @param acknowledged ids of hazards that the user accepts
     */
    public MigrationOutcome plan(Set<String> acknowledged) {
        if (isCurrent()) {
            sources.clear();
            return outcome(folder.draft(), Optional.empty(), List.of());
        }
        return planAnew(acknowledged);
    }

    /** The same, planned and proved whatever is known; for whoever wants to see the plan. */
    public MigrationOutcome planAnew(Set<String> acknowledged) {
        sources.clear();
        if (!folder.problems().isEmpty()) {
            return MigrationOutcome.refused(folder.problems());
        }
        try {
            return decide(acknowledged);
        } catch (SQLException failure) {
            throw new IllegalStateException("SQLite in memory failed: " + failure.getMessage(), failure);
        }
    }

    private MigrationOutcome decide(Set<String> acknowledged) throws SQLException {
        Optional<MigrationFile> draft = folder.draft();
        boolean byHand = draft.isPresent() && !draft.get().isUntouched();
        if (folder.sealed().isEmpty() && !byHand) {
            return first();
        }
        try (Replay replay = Replay.start();
                ScratchDatabase after = ScratchDatabase.open()) {
            for (MigrationFile file : folder.sealed()) {
                replay.run(statements(file), file.isGenerated());
            }
            if (!problems.isEmpty()) {
                return MigrationOutcome.refused(problems);
            }
            for (String sql : script.sql()) {
                after.execute(sql);
            }
            MigrationIntent stated = MigrationIntent.of(model, acknowledged);
            return byHand
                    ? ofEdited(replay, after.schema(), stated, draft.get())
                    : generated(replay, after.schema(), stated);
        } catch (Replay.ReplayException stopped) {
            problems.add(stopped.problem());
            return MigrationOutcome.refused(problems);
        }
    }

    /** The first migration is the model itself, sections and comments included; there is nothing to lose yet. */
    private MigrationOutcome first() {
        if (model.tables().isEmpty()) {
            return outcome(Optional.empty(), Optional.empty(), List.of());
        }
        String up = MigrationFile.marked(script.text() + "\n", origin);
        String down = MigrationFile.marked(SqliteSchema.renderDown(model).text() + "\n");
        return outcome(Optional.of(new MigrationFile(1, INITIAL, up, Optional.of(down))), Optional.empty(), List.of());
    }

    private MigrationOutcome generated(Replay replay, Schema target, MigrationIntent stated) throws SQLException {
        SqliteDraft draft = SqliteDraft.make(replay.database(), target, replay.foreign(), withDraft(stated));
        int number = folder.lock().last() + 1;
        List<String> taken = folder.sealed().stream().map(MigrationFile::name).toList();
        String name =
                draft.plan().isEmpty() ? "" : MigrationName.of(draft.plan().changes(), taken);
        Optional<MigrationFile> file =
                draft.plan().isEmpty() ? Optional.empty() : Optional.of(file(number, name, draft));
        String shown = folder.shownPath() + file.map(MigrationFile::fileName).orElse("");
        addHazards(draft.hazards());
        noteUnused(stated, draft);
        ModelPlaces places = new ModelPlaces(model);
        for (String fault : draft.faults()) {
            problems.add(places.backfill(fault).orElse(new MigrationProblem(Code.PROOF, shown, 1, fault)));
        }
        noteEmpty(draft.emptyTables());
        draft.plan().steps().stream()
                .filter(step -> step.kind() == MigrationPlan.Kind.REBUILD)
                .forEach(step -> notes.add(shown + ": " + step.title()));
        draft.obstacle().ifPresent(why -> notes.add(shown + " cannot be undone: " + why));
        return outcome(file, Optional.of(draft.plan()), draft.hazards());
    }

    private MigrationFile file(int number, String name, SqliteDraft draft) {
        return new MigrationFile(
                number,
                name,
                MigrationText.up(draft.plan(), draft.accepted(), origin),
                draft.back().map(MigrationText::down));
    }

    /** What a person wrote is kept; it has to give what the model gives, and to keep every row, by the same proofs. */
    private MigrationOutcome ofEdited(Replay replay, Schema target, MigrationIntent stated, MigrationFile draft)
            throws SQLException {
        MigrationIntent intent = withDraft(stated);
        String shown = folder.shownPath() + draft.fileName();
        MigrationStatements up = statements(draft.fileName(), draft.up());
        MigrationStatements down = statements(draft.downFileName(), draft.down().orElse(""));
        SqliteDraft planned = SqliteDraft.make(replay.database(), target, replay.foreign(), intent);
        addHazards(planned.hazards());
        noteUnused(stated, planned);
        if (problems.isEmpty()) {
            ForeignObjects foreign = draft.isGenerated() ? replay.foreign() : replay.foreignWith(up);
            try (MigrationProof proof = new MigrationProof(replay.database(), target, foreign, intent, true)) {
                prove(proof, planned, up, down);
            }
        }
        return outcome(Optional.of(draft), Optional.of(planned.plan()), planned.hazards());
    }

    private void prove(MigrationProof proof, SqliteDraft planned, MigrationStatements up, MigrationStatements down)
            throws SQLException {
        try {
            List<String> faults = proof.schemaFaults(up.sql());
            if (!faults.isEmpty()) {
                problems.add(new MigrationProblem(Code.DRAFT_DIFFERS, up.file(), 1, differs(faults)));
                return;
            }
        } catch (MigrationFailure refused) {
            String message = "SQLite refuses the statement: " + refused.getMessage() + refused.place();
            problems.add(new MigrationProblem(Code.MIGRATION_FAILS, up.file(), up.line(refused.statement()), message));
            return;
        }
        MigrationProof.Rows rows = proof.rows(up.sql());
        for (String fault : rows.faults()) {
            problems.add(new MigrationProblem(Code.PROOF, up.file(), 1, fault));
        }
        noteLost(up, rows);
        if (problems.isEmpty() && !down.parts().isEmpty()) {
            MigrationProof.Rows back =
                    proof.wayBack(up.sql(), down.sql(), planned.plan().changes());
            for (String fault : back.faults()) {
                problems.add(new MigrationProblem(Code.PROOF, down.file(), 1, fault));
            }
            noteLost(down, back);
        }
        noteEmpty(proof.emptyTables());
    }

    /** Whoever writes SQL by hand may mean to change data; it is said, in case they do not. */
    private void noteLost(MigrationStatements statements, MigrationProof.Rows rows) {
        rows.lost().forEach(lost -> notes.add(statements.file() + " was written by hand and changes data: " + lost));
    }

    private static String differs(List<String> faults) {
        return "this draft was edited or written by hand, so it is kept, but it does not give what the model gives\n    "
                + String.join("\n    ", faults)
                + "\n    Edit it until it does, or delete it and generate again."
                + "\n    If it is right and the model has moved on, seal it; the next migration then brings the rest.";
    }

    private void addHazards(List<Hazard> hazards) {
        ModelPlaces places = new ModelPlaces(model);
        hazards.forEach(hazard -> problems.add(places.problem(hazard)));
    }

    /** An acceptance that fits nothing is mistyped, or was left in the model when its migration was sealed. */
    private void noteUnused(MigrationIntent stated, SqliteDraft draft) {
        Set<String> unused = new TreeSet<>(stated.acknowledged());
        draft.accepted().forEach(unused::remove);
        draft.hazards().stream().map(Hazard::id).forEach(unused::remove);
        unused.forEach(id -> notes.add("Accepted, but the next migration has no such hazard: " + id));
    }

    private void noteEmpty(List<String> tables) {
        if (!tables.isEmpty()) {
            notes.add("No rows could be made up for " + String.join(", ", tables)
                    + ", so the proof says nothing of the rows there");
        }
    }

    private MigrationOutcome outcome(Optional<MigrationFile> file, Optional<MigrationPlan> plan, List<Hazard> hazards) {
        Map<String, String> wanted = new TreeMap<>();
        file.ifPresent(draft -> {
            wanted.put(draft.fileName(), draft.up());
            draft.down().ifPresent(down -> wanted.put(draft.downFileName(), down));
        });
        Map<String, String> present = new TreeMap<>();
        folder.draft().ifPresent(draft -> {
            present.put(draft.fileName(), draft.up());
            draft.down().ifPresent(down -> present.put(draft.downFileName(), down));
        });
        Set<String> delete = new TreeSet<>(present.keySet());
        delete.removeAll(wanted.keySet());
        wanted.entrySet().removeAll(present.entrySet());
        if (sources.isEmpty()) {
            folder.sealed().forEach(this::statements);
        }
        file.ifPresent(draft -> addSource(draft, false));
        return problems.isEmpty()
                ? new MigrationOutcome(wanted, delete, List.of(), notes, sources, plan, List.of())
                : new MigrationOutcome(Map.of(), Set.of(), problems, notes, List.of(), plan, hazards);
    }

    private MigrationStatements statements(MigrationFile file) {
        return addSource(file, true);
    }

    private MigrationStatements addSource(MigrationFile file, boolean sealed) {
        MigrationStatements up = statements(file.fileName(), file.up());
        MigrationStatements down = statements(file.downFileName(), file.down().orElse(""));
        sources.add(MigrationSource.of(file, sealed, up, down));
        return up;
    }

    private MigrationStatements statements(String fileName, String text) {
        MigrationStatements statements = MigrationStatements.read(folder.shownPath() + fileName, text);
        statements.problems().stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add);
        return statements;
    }

    /** What was accepted for the draft that is there stays accepted. */
    private MigrationIntent withDraft(MigrationIntent stated) {
        return folder.draft().isEmpty()
                ? stated
                : stated.acknowledging(folder.draft().get().acknowledged());
    }

    private Origin origin() {
        String target = String.join(";\n", script.sql());
        StringBuilder inputs = new StringBuilder(target);
        folder.sealed().forEach(file -> inputs.append('\n').append(Checksum.of(file.up())));
        for (Table table : model.tables()) {
            inputs.append('\n').append(table.renamedFrom());
            table.columns()
                    .forEach(column -> inputs.append(column.renamedFrom()).append(column.backfill()));
        }
        return new Origin(digest(target), digest(inputs.toString()));
    }

    private static String digest(String text) {
        return Checksum.of(text).substring(3, 19);
    }
}
