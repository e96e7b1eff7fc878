package io.rowloom.generator.dao;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Index;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An index as far as equal signs and orders can use it.
 *
 * @param kind what it belongs to
 * @param name its name; empty for the primary key
 * @param parts its columns, up to the first part that is none or compares otherwise than its column
 * @param searchable how many of them can be given values
 * @param whole whether these are all of its parts
 * @param unique whether two rows cannot have equal parts
 * @param present the column of which it leaves out NULL, where it is partial in that way
 */
record SearchIndex(
        Lookup.Kind kind,
        String name,
        List<RowOrder.Column> parts,
        int searchable,
        boolean whole,
        boolean unique,
        Optional<String> present) {
    private static final Pattern NOT_NULL = Pattern.compile(
            "\\s*(?:\"((?:[^\"]|\"\")+)\"|([\\w$]+))\\s+(?:IS\\s+NOT\\s+NULL|NOTNULL|NOT\\s+NULL)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /** The primary key, unique constraints and indexes of a table, in that order; those that leave rows out come last. */
    static List<SearchIndex> of(Table table) {
        List<SearchIndex> found = new ArrayList<>();
        table.primaryKey().ifPresent(key -> found.add(constraint(table, Lookup.Kind.PRIMARY_KEY, "", key.columns())));
        table.uniques()
                .forEach(unique -> found.add(constraint(table, Lookup.Kind.UNIQUE, unique.name(), unique.columns())));
        for (Index index : table.indexes()) {
            if (index.where().isEmpty()) {
                found.add(index(table, index, Optional.empty()));
            }
        }
        for (Index index : table.indexes()) {
            index.where()
                    .flatMap(condition -> notNull(table, condition))
                    .ifPresent(column -> found.add(index(table, index, Optional.of(column))));
        }
        return found;
    }

    private static SearchIndex constraint(Table table, Lookup.Kind kind, String name, List<String> columns) {
        List<RowOrder.Column> parts = new ArrayList<>();
        for (String column : columns) {
            parts.add(part(table.column(column).orElseThrow(), false));
        }
        return new SearchIndex(kind, name, parts, searchable(table, parts), true, true, Optional.empty());
    }

    private static SearchIndex index(Table table, Index index, Optional<String> present) {
        List<RowOrder.Column> parts = new ArrayList<>();
        for (Index.Part part : index.parts()) {
            if (!(part instanceof Index.ColumnPart named)) {
                break;
            }
            Column column = table.column(named.column()).orElseThrow();
            if (!comparesAlike(named, column)) {
                break;
            }
            parts.add(part(column, named.order() == Index.Order.DESCENDING));
        }
        boolean whole = parts.size() == index.parts().size();
        return new SearchIndex(
                Lookup.Kind.INDEX,
                index.name(),
                parts,
                searchable(table, parts),
                whole,
                whole && index.unique(),
                present);
    }

    /** The column that a condition wants to be present: an equal sign implies that, and SQLite knows it does. */
    private static Optional<String> notNull(Table table, String condition) {
        Matcher matcher = NOT_NULL.matcher(condition);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name =
                matcher.group(1) == null ? matcher.group(2) : matcher.group(1).replace("\"\"", "\"");
        return table.column(name).map(Column::name);
    }

    private static boolean comparesAlike(Index.ColumnPart part, Column column) {
        return part.collation().isEmpty()
                || part.collation().get().equalsIgnoreCase(column.collation().orElse("BINARY"));
    }

    private static RowOrder.Column part(Column column, boolean descending) {
        return new RowOrder.Column(column.name(), column.javaName(), descending, column.nullable());
    }

    /** Up to a column of JSON: its texts may differ where the values do not. */
    private static int searchable(Table table, List<RowOrder.Column> parts) {
        int count = 0;
        while (count < parts.size()
                && !isJson(table.column(parts.get(count).name()).orElseThrow())) {
            count++;
        }
        return count;
    }

    private static boolean isJson(Column column) {
        return column.type() == ColumnType.Scalar.JSON || column.type() instanceof ColumnType.Json;
    }

    List<String> names() {
        return parts.stream().map(RowOrder.Column::name).toList();
    }

    /** Whether no two rows are equal in its columns, none of which can be NULL. */
    boolean isTotal() {
        return unique && present.isEmpty() && parts.stream().noneMatch(RowOrder.Column::nullable);
    }
}
