package io.rowloom.generator.dao;

import io.rowloom.model.Index;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the lookups of a table: its primary key, its unique constraints, its indexes, and their left prefixes. */
final class Lookups {
    private final Table table;
    private final Map<String, ColumnDescriptor> columns;
    /** By the set of columns, since the order of equal signs does not matter to a search. */
    private final Map<Set<String>, Lookup> found = new LinkedHashMap<>();

    private final List<Set<String>> keys = new ArrayList<>();

    private Lookups(Table table, Map<String, ColumnDescriptor> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** In the order key, unique constraints, indexes; each whole before its prefixes, and none twice. */
    static List<Lookup> of(Table table, Map<String, ColumnDescriptor> columns) {
        Lookups lookups = new Lookups(table, columns);
        lookups.collectKeys();
        table.primaryKey().ifPresent(key -> lookups.add(key.columns(), Lookup.Kind.PRIMARY_KEY, ""));
        for (UniqueConstraint unique : table.uniques()) {
            lookups.add(unique.columns(), Lookup.Kind.UNIQUE, unique.name());
        }
        for (Index index : table.indexes()) {
            if (index.where().isEmpty()) {
                lookups.add(lookups.searchable(index), Lookup.Kind.INDEX, index.name());
            }
        }
        return List.copyOf(lookups.found.values());
    }

    /** The columns of each key: the primary key first, unique constraints, unique indexes. */
    static List<List<ColumnDescriptor>> keys(Table table, Map<String, ColumnDescriptor> columns) {
        Lookups lookups = new Lookups(table, columns);
        lookups.collectKeys();
        return lookups.keys.stream()
                .map(key -> key.stream().map(columns::get).toList())
                .toList();
    }

    private void collectKeys() {
        table.primaryKey().ifPresent(key -> keys.add(new LinkedHashSet<>(key.columns())));
        table.uniques().forEach(unique -> keys.add(new LinkedHashSet<>(unique.columns())));
        for (Index index : table.indexes()) {
            List<String> names = searchable(index);
            if (index.unique()
                    && index.where().isEmpty()
                    && names.size() == index.parts().size()) {
                keys.add(new LinkedHashSet<>(names));
            }
        }
    }

    /** The columns up to the first part that an equal sign cannot use: an expression, or another collation. */
    private List<String> searchable(Index index) {
        List<String> names = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            if (!(part instanceof Index.ColumnPart column) || !comparesAlike(column)) {
                break;
            }
            names.add(column.column());
        }
        return names;
    }

    private boolean comparesAlike(Index.ColumnPart part) {
        Optional<String> own = table.column(part.column()).orElseThrow().collation();
        return part.collation().isEmpty() || part.collation().get().equalsIgnoreCase(own.orElse("BINARY"));
    }

    private void add(List<String> names, Lookup.Kind kind, String index) {
        for (int length = names.size(); length > 0; length--) {
            List<String> prefix = names.subList(0, length);
            Set<String> set = new HashSet<>(prefix);
            boolean unique = keys.stream().anyMatch(set::containsAll);
            List<ColumnDescriptor> described = prefix.stream().map(columns::get).toList();
            found.putIfAbsent(set, new Lookup(described, kind, index, unique));
        }
    }
}
