package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.sqlite.SqliteLiterals;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Model;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What only the user can say about a change.
 *
 * @param renames names that changed
 * @param backfills SQL expressions for the values that existing rows get, by column, by table; present names
 * @param acknowledged ids of hazards that were accepted, {@code drop-column:tasks.notes}
 * @param samples rows that a table may hold, by table, each an SQL literal by column; present names
 * @param types what columns hold, by column, by table; present names in lower case
 */
public record MigrationIntent(
        Renames renames,
        Map<String, Map<String, String>> backfills,
        Set<String> acknowledged,
        Map<String, List<Map<String, String>>> samples,
        Map<String, Map<String, ColumnType>> types) {
    public MigrationIntent {
        Map<String, Map<String, String>> byTable = new HashMap<>();
        backfills.forEach((table, columns) -> {
            Map<String, String> byColumn = new HashMap<>();
            columns.forEach((column, expression) -> byColumn.put(SqlExpression.lower(column), expression));
            byTable.put(SqlExpression.lower(table), Map.copyOf(byColumn));
        });
        backfills = Map.copyOf(byTable);
        acknowledged = Set.copyOf(acknowledged);
        samples = Map.copyOf(samples);
        types = Map.copyOf(types);
    }

    /** Without rows that the user gave, and without types. */
    public MigrationIntent(Renames renames, Map<String, Map<String, String>> backfills, Set<String> acknowledged) {
        this(renames, backfills, acknowledged, Map.of(), Map.of());
    }

    /** Nothing to say. */
    public static MigrationIntent none() {
        return new MigrationIntent(Renames.none(), Map.of(), Set.of());
    }

    /**
     * What a model says of the change that leads to it.
     *
     * @param acknowledged ids of hazards that are accepted besides those that the model names
     */
    public static MigrationIntent of(Model model, Set<String> acknowledged) {
        Map<String, String> tables = new TreeMap<>();
        Map<String, Map<String, String>> columns = new TreeMap<>();
        Map<String, Map<String, String>> backfills = new TreeMap<>();
        for (Table table : model.tables()) {
            table.renamedFrom().ifPresent(former -> tables.put(table.name(), former));
            Map<String, String> former = new TreeMap<>();
            Map<String, String> values = new TreeMap<>();
            for (Column column : table.columns()) {
                column.renamedFrom().ifPresent(name -> former.put(column.name(), name));
                column.backfill().ifPresent(sql -> values.put(column.name(), sql));
            }
            if (!former.isEmpty()) {
                columns.put(table.name(), former);
            }
            if (!values.isEmpty()) {
                backfills.put(table.name(), values);
            }
        }
        return new MigrationIntent(new Renames(tables, columns), backfills, acknowledged, samples(model), types(model))
                .acknowledging(model.database().acknowledged());
    }

    /** The same with more hazards accepted. */
    public MigrationIntent acknowledging(Collection<String> ids) {
        Set<String> all = new TreeSet<>(acknowledged);
        all.addAll(ids);
        return new MigrationIntent(renames, backfills, all, samples, types);
    }

    private static Map<String, Map<String, ColumnType>> types(Model model) {
        Map<String, Map<String, ColumnType>> types = new TreeMap<>();
        for (Table table : model.tables()) {
            Map<String, ColumnType> ofTable = new TreeMap<>();
            table.columns().forEach(column -> ofTable.put(SqlExpression.lower(column.name()), column.type()));
            types.put(SqlExpression.lower(table.name()), ofTable);
        }
        return types;
    }

    private static Map<String, List<Map<String, String>>> samples(Model model) {
        Map<String, List<Map<String, String>>> samples = new TreeMap<>();
        for (Table table : model.tables()) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (Sample sample : table.samples()) {
                Map<String, String> row = new TreeMap<>();
                sample.values()
                        .forEach(value -> table.column(value.column())
                                .ifPresent(column -> row.put(
                                        column.name(), SqliteLiterals.literal(value.literal(), column.type()))));
                rows.add(row);
            }
            samples.put(SqlExpression.lower(table.name()), rows);
        }
        return samples;
    }

    /** The value that existing rows of a table get in a column. */
    public Optional<String> backfill(String table, String column) {
        return Optional.ofNullable(
                backfills.getOrDefault(SqlExpression.lower(table), Map.of()).get(SqlExpression.lower(column)));
    }
}
