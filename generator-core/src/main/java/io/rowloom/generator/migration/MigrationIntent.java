package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.schema.SqlExpression;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What only the user can say about a change.
 *
 * @param renames names that changed
 * @param backfills SQL expressions for the values that existing rows get, by column, by table; present names
 * @param acknowledged ids of hazards that were accepted, {@code drop-column:tasks.notes}
 */
public record MigrationIntent(Renames renames, Map<String, Map<String, String>> backfills, Set<String> acknowledged) {
    public MigrationIntent {
        Map<String, Map<String, String>> byTable = new HashMap<>();
        backfills.forEach((table, columns) -> {
            Map<String, String> byColumn = new HashMap<>();
            columns.forEach((column, expression) -> byColumn.put(SqlExpression.lower(column), expression));
            byTable.put(SqlExpression.lower(table), Map.copyOf(byColumn));
        });
        backfills = Map.copyOf(byTable);
        acknowledged = Set.copyOf(acknowledged);
    }

    /** Nothing to say. */
    public static MigrationIntent none() {
        return new MigrationIntent(Renames.none(), Map.of(), Set.of());
    }

    /** The same with more hazards accepted. */
    public MigrationIntent acknowledging(Set<String> ids) {
        Set<String> all = new java.util.TreeSet<>(acknowledged);
        all.addAll(ids);
        return new MigrationIntent(renames, backfills, all);
    }

    /** The value that existing rows of a table get in a column. */
    public Optional<String> backfill(String table, String column) {
        return Optional.ofNullable(
                backfills.getOrDefault(SqlExpression.lower(table), Map.of()).get(SqlExpression.lower(column)));
    }
}
