package io.rowloom.generator.dao;

import io.rowloom.model.Column;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The lookups of a table: its primary key, its unique constraints, its indexes, and their left prefixes. */
final class Lookups {
    private final Map<String, ColumnDescriptor> columns = new LinkedHashMap<>();
    private final List<SearchIndex> indexes;
    private final RowOrders orders;
    private final List<Lookup> found;

    Lookups(Table table) {
        for (Column column : table.columns()) {
            columns.put(column.name(), ColumnDescriptor.of(column, table));
        }
        this.indexes = SearchIndex.of(table);
        this.orders = new RowOrders(table);
        this.found = find();
    }

    /** The columns of the table by name, in the order of the model. */
    Map<String, ColumnDescriptor> columns() {
        return columns;
    }

    /** In the order key, unique constraints, indexes; each whole before its prefixes, and none twice. */
    List<Lookup> list() {
        return found;
    }

    /** The orders of the whole table, that of its key first; none twice. */
    List<RowOrder> orders() {
        Map<List<String>, RowOrder> found = new LinkedHashMap<>();
        orders.ofTable(indexes).ifPresent(order -> found.put(order.terms(), order));
        for (SearchIndex index : indexes) {
            if (index.present().isEmpty()) {
                orders.of(index, 0).ifPresent(order -> found.putIfAbsent(order.terms(), order));
            }
        }
        return List.copyOf(found.values());
    }

    /** The columns of each key: the primary key first, unique constraints, unique indexes. */
    List<List<ColumnDescriptor>> keys() {
        return indexes.stream()
                .filter(index -> index.unique() && index.present().isEmpty())
                .map(index ->
                        index.names().stream().distinct().map(columns::get).toList())
                .toList();
    }

    private List<Lookup> find() {
        // By the set of columns, since the order of equal signs does not matter to a search.
        Map<Set<String>, List<Prefix>> prefixes = new LinkedHashMap<>();
        for (SearchIndex index : indexes) {
            for (int length = index.searchable(); length > 0; length--) {
                Prefix prefix = new Prefix(index, length);
                if (prefix.names().containsAll(present(index))) {
                    prefixes.computeIfAbsent(prefix.names(), names -> new ArrayList<>())
                            .add(prefix);
                }
            }
        }
        List<Lookup> lookups = new ArrayList<>();
        prefixes.forEach((names, together) -> lookups.add(lookup(names, together)));
        return List.copyOf(lookups);
    }

    private Lookup lookup(Set<String> names, List<Prefix> prefixes) {
        Prefix prefix = prefixes.get(0);
        List<ColumnDescriptor> described = prefix.index.parts().subList(0, prefix.length).stream()
                .map(part -> columns.get(part.name()))
                .toList();
        List<SearchIndex> keys = indexes.stream()
                .filter(key -> key.unique() && names.containsAll(key.names()) && names.containsAll(present(key)))
                .toList();
        // SQLite prefers a key that finds the one row to any longer index.
        Optional<SearchIndex> total = keys.stream().filter(SearchIndex::isTotal).findFirst();
        SearchIndex index = total.orElse(prefix.index);
        boolean single = total.isPresent()
                || !keys.isEmpty()
                        && described.stream()
                                .noneMatch(column ->
                                        column.nullable() && !present(index).contains(column.name()));
        return new Lookup(
                described,
                index.kind(),
                index.name(),
                !keys.isEmpty(),
                single,
                present(prefix.index),
                single
                        ? List.of()
                        : orders(
                                prefixes,
                                keys.stream().anyMatch(key -> key.present().isEmpty())));
    }

    private static List<String> present(SearchIndex index) {
        return index.present().stream().toList();
    }

    /**
     * An index of exactly these columns was made for this search, and so its order is the usual one.
     *
     * <p>Where it is a key, SQLite takes its rows for so few, even those with NULL, that it sorts them for any other order. In
     * a table without a rowid it does not see that such an index is in the order of the primary key, if another begins with the
     * same columns, and may search that one and sort.
     */
    private List<RowOrder> orders(List<Prefix> prefixes, boolean key) {
        Map<List<String>, RowOrder> found = new LinkedHashMap<>();
        for (boolean exact : new boolean[] {true, false}) {
            if (exact ? !key && prefixes.size() > 1 && orders.endInKey() : key) {
                continue;
            }
            for (Prefix prefix : prefixes) {
                // An index that leaves out rows serves no search that finds them.
                boolean serves =
                        prefix.index.present().equals(prefixes.get(0).index.present());
                if (serves && prefix.isExact() == exact) {
                    orders.of(prefix.index, prefix.length).ifPresent(order -> found.putIfAbsent(order.terms(), order));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** The first columns of an index. */
    private record Prefix(SearchIndex index, int length) {
        Set<String> names() {
            Set<String> names = new HashSet<>();
            index.parts().subList(0, length).forEach(part -> names.add(part.name()));
            return names;
        }

        boolean isExact() {
            return index.whole() && length == index.parts().size();
        }
    }
}
