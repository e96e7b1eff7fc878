package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.migration.MigrationPlan;
import io.rowloom.generator.schema.Schema;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a migration is undone.
 *
 * @param plan the steps back
 * @param obstacle why there is no way back over filled tables; the plan is then of no use
 */
record WayBack(MigrationPlan plan, Optional<String> obstacle) {

    /**
     * Plans the way back.
     *
     * @param migrated a database on which the migration was done, without rows; it is changed
     * @param before the tables and indexes that are to be again
     */
    static WayBack plan(ScratchDatabase migrated, Schema before, ForeignObjects foreign, List<Change> changes)
            throws SQLException, MigrationFailure {
        MadeUpValues values = new MadeUpValues(migrated);
        Renames renames = reversed(changes);
        MigrationIntent intent = new MigrationIntent(renames, Map.of(), Set.of());
        MigrationPlan plan = SqlitePlanner.plan(migrated, before, foreign, intent, values);
        Optional<String> obstacle = values.impossible.isEmpty()
                ? Optional.empty()
                : Optional.of("nothing is known of the values of " + String.join(", ", values.impossible));
        return new WayBack(plan, obstacle);
    }

    static Renames reversed(List<Change> changes) {
        Map<String, String> tables = new HashMap<>();
        Map<String, String> formerNames = new HashMap<>();
        Map<String, Map<String, String>> columns = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof Change.RenameTable rename) {
                tables.put(rename.from(), rename.to());
                formerNames.put(rename.to(), rename.from());
            } else if (change instanceof Change.RenameColumn rename) {
                String table = formerNames.getOrDefault(rename.table(), rename.table());
                columns.computeIfAbsent(table, name -> new HashMap<>()).put(rename.from(), rename.to());
            }
        }
        return new Renames(tables, columns);
    }
}
