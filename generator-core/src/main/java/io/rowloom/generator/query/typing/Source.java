package io.rowloom.generator.query.typing;

import io.rowloom.model.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Something in a FROM that columns come from, while the FROM is read: joins decide whether its row may be missing. */
final class Source {
    private final String name;
    private final Optional<Table> table;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Value> hidden = new HashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> present = new HashSet<>();
    private boolean missing;

    /** A column as the source spells it. */
    record Column(String name, Value value) {}

    /** A source; {@code columns} in the order in which a star gives them. */
    Source(String name, Optional<Table> table, List<Column> columns) {
        this.name = name;
        this.table = table;
        for (Column column : columns) {
            this.columns.putIfAbsent(key(column.name()), column);
        }
    }

    /** Adds a column that a star does not give. */
    void hide(String column, Value value) {
        hidden.putIfAbsent(key(column), value);
    }

    String name() {
        return name;
    }

    Optional<Table> table() {
        return table;
    }

    Iterable<Column> columns() {
        return columns.values();
    }

    boolean has(String column) {
        return columns.containsKey(key(column)) || hidden.containsKey(key(column));
    }

    /** Whether {@code *} gives a column of that name. */
    boolean hasShown(String column) {
        return columns.containsKey(key(column));
    }

    /** The value of a column as the joins and conditions so far leave it. */
    Value value(String column) {
        String key = key(column);
        Column found = columns.get(key);
        Value value = found == null ? hidden.getOrDefault(key, Value.UNKNOWN) : found.value();
        if (present.contains(key)) {
            return value.withNullable(false);
        }
        return missing ? value.withNullable(true) : value;
    }

    /** Says that rows without one of this source follow; whatever conditions before said of its columns is void. */
    void mayBeMissing() {
        missing = true;
        present.clear();
    }

    boolean isMissing() {
        return missing;
    }

    /** Says that no row is left in which that column is NULL, so that the row of this source is there. */
    void notNull(String column) {
        present.add(key(column));
        missing = false;
    }

    /** Notes a column that USING merges into that of a source before this one. */
    void join(String column) {
        joined.add(key(column));
    }

    boolean isJoined(String column) {
        return joined.contains(key(column));
    }

    boolean hasJoined() {
        return !joined.isEmpty();
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
