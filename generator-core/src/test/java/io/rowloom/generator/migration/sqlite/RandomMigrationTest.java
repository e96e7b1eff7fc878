package io.rowloom.generator.migration.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.migration.Hazard;
import io.rowloom.generator.migration.HazardFinder;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.migration.MigrationPlan;
import io.rowloom.generator.schema.Schema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of schemas: the plan applies to filled tables, the result is the model's, kept data is the same, and down
 * undoes up. {@code -Drowloom.pairs=5000} tries more pairs, {@code -Drowloom.seed=…} others.
 */
class RandomMigrationTest {
    private static final int PAIRS = Integer.getInteger("rowloom.pairs", 300);
    private static final long SEED = Long.getLong("rowloom.seed", 1);

    @Test
    void everyPairOfSchemasHasAProvenMigration() throws SQLException {
        int undone = 0;
        int withRows = 0;
        Map<String, Integer> obstacles = new TreeMap<>();
        for (long seed = SEED; seed < SEED + PAIRS; seed++) {
            RandomSchema before = new RandomSchema(new Random(seed));
            RandomSchema after = before.changed();
            try (ScratchDatabase start = database(before);
                    ScratchDatabase end = database(after)) {
                String message = "seed " + seed + "\n" + String.join(";\n", before.ddl()) + "\n-->\n"
                        + String.join(";\n", after.ddl()) + "\nrenamed " + after.renamedTables + after.renamedColumns
                        + "\n";
                Schema target = end.schema();
                MigrationIntent intent = acknowledged(start, target, after);
                SqliteDraft draft = SqliteDraft.make(start, target, ForeignObjects.none(), intent);
                assertEquals(List.of(), draft.hazards(), message);
                assertEquals(
                        List.of(),
                        draft.faults(),
                        () -> message + String.join(";\n", draft.plan().sql()));
                if (draft.plan().isEmpty()) {
                    continue;
                }
                if (draft.back().isPresent()) {
                    undone++;
                } else {
                    obstacles.merge(
                            draft.obstacle().orElseThrow().lines().findFirst().orElse(""), 1, Integer::sum);
                }
                withRows += draft.emptyTables().isEmpty() ? 1 : 0;
                assertIdentityKept(before, after, start, target, intent, draft.plan(), message);
            } catch (SQLException | MigrationFailure failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        assertTrue(undone > PAIRS / 2, undone + " of " + PAIRS + " could be undone; obstacles " + obstacles);
        assertTrue(withRows > PAIRS / 2, withRows + " of " + PAIRS + " were proved with rows in every table");
        if (Boolean.getBoolean("rowloom.verbose")) {
            obstacles.forEach((text, count) -> System.out.println(count + " " + text));
            System.out.println(undone + " undone, " + withRows + " with rows, of " + PAIRS);
        }
    }

    private static ScratchDatabase database(RandomSchema schema) throws SQLException, MigrationFailure {
        ScratchDatabase database = ScratchDatabase.open();
        database.migrate(schema.ddl());
        return database;
    }

    private static MigrationIntent acknowledged(ScratchDatabase start, Schema target, RandomSchema after)
            throws SQLException, MigrationFailure {
        MigrationIntent intent =
                new MigrationIntent(new Renames(after.renamedTables, after.renamedColumns), Map.of(), Set.of());
        try (ScratchDatabase scratch = start.copy()) {
            MigrationPlan plan = SqlitePlanner.plan(scratch, target, ForeignObjects.none(), intent);
            return intent.acknowledging(HazardFinder.find(plan.changes(), target, intent).stream()
                    .map(Hazard::id)
                    .collect(Collectors.toSet()));
        }
    }

    /** Asks the engine by the identity of tables and columns that only this test knows, not by what the planner thinks. */
    private static void assertIdentityKept(
            RandomSchema before,
            RandomSchema after,
            ScratchDatabase start,
            Schema target,
            MigrationIntent intent,
            MigrationPlan plan,
            String message)
            throws SQLException, MigrationFailure {
        try (ScratchDatabase database = start.copy()) {
            SyntheticRows.fill(database, RowRules.of(start.schema(), target, intent, false), Map.of(), Map.of());
            Map<String, List<String>> expected = values(database, before, before, after);
            database.migrate(plan.sql());
            Map<String, List<String>> actual = values(database, after, before, after);
            assertEquals(expected, actual, message);
        }
    }

    private static Map<String, List<String>> values(
            ScratchDatabase database, RandomSchema names, RandomSchema before, RandomSchema after) throws SQLException {
        Map<String, List<String>> values = new TreeMap<>();
        for (RandomSchema.Table table : before.tables) {
            for (RandomSchema.Table later : after.tables) {
                if (later.id == table.id) {
                    RandomSchema.Table named = names == before ? table : later;
                    String from = " FROM " + RandomSchema.quote(named.name);
                    values.put("rows of " + table.id, database.texts("SELECT id" + from + " ORDER BY id"));
                    for (RandomSchema.Column column : table.columns) {
                        for (RandomSchema.Column same : later.columns) {
                            if (same.id == column.id
                                    && same.type.equals(column.type)
                                    && (!same.notNull || column.notNull)) {
                                String name = RandomSchema.quote((names == before ? column : same).name);
                                values.put(
                                        "column " + column.id,
                                        database.texts(
                                                "SELECT quote(id) || quote(" + name + ")" + from + " ORDER BY 1"));
                            }
                        }
                    }
                }
            }
        }
        return values;
    }
}
