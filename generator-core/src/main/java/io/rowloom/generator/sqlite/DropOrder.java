package io.rowloom.generator.sqlite;

import io.rowloom.model.ForeignKey;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which tables can be dropped while foreign keys are enforced: who refers goes before whom it refers to,
 * see <a href="https://sqlite.org/foreignkeys.html#fk_schemacommands">CREATE, ALTER and DROP TABLE commands</a>.
 */
final class DropOrder {
    private DropOrder() {}

    /** The tables of the model in that order; the last of the model first where nothing else decides. */
    static List<Table> of(Model model) {
        Map<String, List<Table>> referrers = new HashMap<>();
        for (Table table : model.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                referrers
                        .computeIfAbsent(key.targetTable(), name -> new ArrayList<>())
                        .add(table);
            }
        }
        Map<String, Table> ordered = new LinkedHashMap<>();
        Set<String> visited = new HashSet<>();
        // A stack of our own: a chain of references may be longer than the thread's stack is deep.
        Deque<Table> stack = new ArrayDeque<>(model.tables());
        while (!stack.isEmpty()) {
            Table table = stack.peekLast();
            if (visited.add(table.name())) {
                for (Table referrer : referrers.getOrDefault(table.name(), List.of())) {
                    if (!visited.contains(referrer.name())) {
                        stack.addLast(referrer);
                    }
                }
            } else {
                stack.removeLast();
                ordered.putIfAbsent(table.name(), table);
            }
        }
        return List.copyOf(ordered.values());
    }
}
