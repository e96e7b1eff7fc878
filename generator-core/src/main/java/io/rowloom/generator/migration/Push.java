package io.rowloom.generator.migration;

import io.rowloom.generator.migration.sqlite.ForeignObjects;
import io.rowloom.generator.migration.sqlite.LiveDatabase;
import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.generator.migration.sqlite.SqliteDraft;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Model;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What brings a database to the model at once, without a migration file, for trying things out.
 *
 * @param plan what is to be done; empty if the database is as the model says
 * @param problems what forbids it
 * @param notes what the user should know, one sentence each
 */
public record Push(MigrationPlan plan, List<MigrationProblem> problems, List<String> notes) {
    public Push {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /**
     * Plans and proves it, as for a migration: over made-up rows, for those of the database are not touched yet.
     *
     * @param shown the database as messages name it
     * @param foreign what hand-written migrations make, which is left alone
     * @param acknowledged ids of hazards that the user accepts besides those that the model names
     */
    public static Push plan(
            LiveDatabase database, String shown, Model model, ForeignObjects foreign, Set<String> acknowledged)
            throws SQLException {
        try (ScratchDatabase before = database.withoutRows();
                ScratchDatabase after = ScratchDatabase.open()) {
            for (String sql : SqliteSchema.render(model).sql()) {
                after.execute(sql);
            }
            MigrationIntent intent = MigrationIntent.of(model, acknowledged);
            Schema target = after.schema();
            SqliteDraft draft = SqliteDraft.make(before, target, withVirtualTables(foreign, before.schema()), intent);
            ModelPlaces places = new ModelPlaces(model);
            List<MigrationProblem> problems = new ArrayList<>();
            draft.hazards().forEach(hazard -> problems.add(places.problem(hazard)));
            draft.faults()
                    .forEach(fault -> problems.add(places.backfill(fault)
                            .orElse(new MigrationProblem(MigrationProblem.Code.PROOF, shown, 1, fault))));
            List<String> notes = new ArrayList<>(kept(before.schema(), target));
            draft.plan().steps().stream()
                    .filter(step -> step.kind() == MigrationPlan.Kind.REBUILD)
                    .forEach(step -> notes.add(step.title()));
            return new Push(draft.plan(), problems, notes);
        }
    }

    /** Virtual tables may hold what nobody can make again; so those that the model does not know are left alone. */
    private static ForeignObjects withVirtualTables(ForeignObjects foreign, Schema before) {
        Set<String> objects = new HashSet<>(foreign.objects());
        before.virtualTables().forEach(table -> objects.add(table.key()));
        return new ForeignObjects(foreign.tables(), foreign.indexes(), objects);
    }

    private static List<String> kept(Schema before, Schema target) {
        Set<String> known =
                target.virtualTables().stream().map(SchemaObject::key).collect(Collectors.toSet());
        return before.virtualTables().stream()
                .filter(table -> !known.contains(table.key()))
                .map(table -> "the model does not know " + table.kind().word() + ' ' + table.name() + ", which stays")
                .toList();
    }
}
