package io.rowloom.generator.query;

import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.model.Column;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that every update of a DAO sets and an UPDATE of the user's own leaves as they are: who read the row before
 * then overwrites it without being told.
 */
final class UnkeptColumns {
    private UnkeptColumns() {}

    /** What the SQL would say of them, {@code version = version + 1}. */
    static List<String> of(Optional<StatementTree> tree, Model model) {
        if (tree.isEmpty() || !(tree.get() instanceof StatementTree.Updating updating)) {
            return List.of();
        }
        Optional<Table> table = model.table(updating.table().name());
        if (table.isEmpty()) {
            return List.of();
        }
        Set<String> set = new HashSet<>();
        updating.assignments()
                .forEach(
                        assignment -> assignment.columns().forEach(column -> set.add(column.toLowerCase(Locale.ROOT))));
        List<String> missing = new ArrayList<>();
        for (Column column : table.get().columns()) {
            String name = column.name();
            if (set.contains(name.toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (column.version()) {
                missing.add(name + " = " + name + " + 1");
            } else if (column.autoUpdate()) {
                missing.add(name + " = :now");
            }
        }
        return missing;
    }
}
