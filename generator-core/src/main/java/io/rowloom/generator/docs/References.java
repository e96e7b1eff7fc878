package io.rowloom.generator.docs;

import io.rowloom.model.ForeignKey;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every foreign key of a model, to be found from both of its ends. */
final class References {
    private final List<Reference> all = new ArrayList<>();
    private final Map<String, List<Reference>> from = new HashMap<>();
    private final Map<String, List<Reference>> to = new HashMap<>();

    References(Model model) {
        Map<String, Table> tables = new HashMap<>();
        model.tables().forEach(table -> tables.put(table.name(), table));
        for (Table table : model.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                Table target = tables.get(key.targetTable());
                if (target != null) {
                    Reference reference = new Reference(table, key, target);
                    all.add(reference);
                    from.computeIfAbsent(table.name(), name -> new ArrayList<>())
                            .add(reference);
                    to.computeIfAbsent(target.name(), name -> new ArrayList<>()).add(reference);
                }
            }
        }
    }

    /** Every one, in the order of the model. */
    List<Reference> all() {
        return all;
    }

    /** Those that the table has. */
    List<Reference> from(Table table) {
        return from.getOrDefault(table.name(), List.of());
    }

    /** Those that point to the table. */
    List<Reference> to(Table table) {
        return to.getOrDefault(table.name(), List.of());
    }
}
