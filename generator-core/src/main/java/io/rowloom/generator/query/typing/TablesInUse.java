package io.rowloom.generator.query.typing;

import io.rowloom.model.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables of the model, and what a query was seen to do with them. */
final class TablesInUse {
    private final Relations relations;
    private final Set<String> doubtful;
    private final Set<String> absent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Table> aliases = new LinkedHashMap<>();
    private boolean derivedAbsent;

    /** The tables; {@code doubtful} are those of which the engine makes rows without values for a reason not seen here. */
    TablesInUse(Relations relations, Set<String> doubtful) {
        this.relations = relations;
        this.doubtful = doubtful;
    }

    Optional<Table> find(String name) {
        return relations.table(name);
    }

    Optional<Table> indexed(String name) {
        return relations.indexed(name);
    }

    boolean isView(Table table) {
        return relations.isView(table);
    }

    boolean isDoubtful(Table table) {
        return doubtful.contains(table.name());
    }

    void use(String alias, Table table) {
        aliases.putIfAbsent(Source.key(alias), table);
    }

    /** Notes that rows without one of that source are expected. */
    void expectAbsent(Source source) {
        // The engine may look into a view, and then makes rows without values of its tables.
        source.table()
                .filter(table -> !isView(table))
                .ifPresentOrElse(table -> absent.add(table.name()), () -> derivedAbsent = true);
    }

    /** Whether the engine may make rows without values of a table for a reason that was seen. */
    boolean isExpectedAbsent(String table) {
        return derivedAbsent
                || absent.contains(table)
                || aliases.values().stream().anyMatch(used -> relations.isExpectedAbsent(used, table));
    }

    /** The tables that are read, by what the query calls them, or a view that it reads. */
    Map<String, Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        aliases.forEach((alias, table) -> {
            if (!isView(table)) {
                tables.put(alias, table);
            }
        });
        aliases.values().forEach(view -> relations.tablesOf(view).forEach(tables::putIfAbsent));
        return tables;
    }
}
