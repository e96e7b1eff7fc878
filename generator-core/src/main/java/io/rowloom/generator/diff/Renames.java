package io.rowloom.generator.diff;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that were declared to have changed.
 *
 * @param tables former names of tables by present name
 * @param columns former names of columns by present name, by the present name of their table
 */
public record Renames(Map<String, String> tables, Map<String, Map<String, String>> columns) {
    /** A name and what it becomes. */
    public record Rename(String from, String to) {}

    public Renames {
        tables = lowered(tables);
        Map<String, Map<String, String>> byTable = new LinkedHashMap<>();
        columns.forEach((table, names) -> byTable.put(SqlExpression.lower(table), lowered(names)));
        columns = Map.copyOf(byTable);
    }

    private static Map<String, String> lowered(Map<String, String> names) {
        Map<String, String> lowered = new LinkedHashMap<>();
        names.forEach((to, from) -> lowered.put(SqlExpression.lower(to), from));
        return Map.copyOf(lowered);
    }

    /** No renames. */
    public static Renames none() {
        return new Renames(Map.of(), Map.of());
    }

    /** Renames of tables that are still to be done, in an order in which no name is taken twice. */
    public List<Rename> ofTables(Schema before, Schema after) {
        return effective(
                tables,
                before.tables().stream().map(TableSchema::name).toList(),
                after.tables().stream().map(TableSchema::name).toList());
    }

    /** Renames of a table's columns that are still to be done, in an order in which no name is taken twice. */
    public List<Rename> ofColumns(TableSchema before, TableSchema after) {
        return effective(
                columns.getOrDefault(SqlExpression.lower(after.name()), Map.of()),
                before.columns().stream().map(ColumnSchema::name).toList(),
                after.columns().stream().map(ColumnSchema::name).toList());
    }

    /**
     * A declared rename counts if the old name is there and the new one is not, or is itself about to move away; so a
     * declaration that is left in place does no harm. A swap of two names cannot be told from that and is none.
     */
    private static List<Rename> effective(Map<String, String> declared, List<String> before, List<String> after) {
        List<Rename> order = new ArrayList<>();
        Set<String> taken =
                new HashSet<>(before.stream().map(SqlExpression::lower).toList());
        boolean found = true;
        while (found) {
            found = false;
            for (String name : after) {
                String to = SqlExpression.lower(name);
                String from = declared.get(to);
                if (from != null
                        && !taken.contains(to)
                        && taken.contains(SqlExpression.lower(from))
                        && isLeft(SqlExpression.lower(from), declared, after)) {
                    taken.remove(SqlExpression.lower(from));
                    taken.add(to);
                    order.add(new Rename(spelled(before, from), name));
                    found = true;
                }
            }
        }
        return order;
    }

    /** Whether nothing of the new schema is what the old name stands for, unless that comes from elsewhere itself. */
    private static boolean isLeft(String from, Map<String, String> declared, List<String> after) {
        return after.stream().noneMatch(from::equalsIgnoreCase) || declared.containsKey(from);
    }

    private static String spelled(List<String> names, String name) {
        Optional<String> known = names.stream().filter(name::equalsIgnoreCase).findFirst();
        return known.orElse(name);
    }
}
