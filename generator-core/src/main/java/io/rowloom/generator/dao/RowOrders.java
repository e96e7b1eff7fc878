package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteTypes;
import io.rowloom.model.Column;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The orders in which the indexes of a table have its rows.
 *
 * <p>An index ends in what leads from it to the row: the rowid, or the primary key in a table without one; so rows that are
 * equal in its columns are in that order (<a href="https://sqlite.org/fileformat2.html#indices">File Format</a>).
 */
final class RowOrders {
    private final Table table;
    private final List<RowOrder.Column> rowKey;

    RowOrders(Table table) {
        this.table = table;
        this.rowKey = rowKey(table);
    }

    /** The order in which an index has rows that are equal in its first {@code equal} columns; empty if it has no whole one. */
    Optional<RowOrder> of(SearchIndex index, int equal) {
        if (!index.whole() || rowKey.isEmpty() && !index.isTotal()) {
            return Optional.empty();
        }
        List<RowOrder.Column> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        index.parts().subList(0, equal).forEach(part -> names.add(part.name()));
        for (RowOrder.Column part : index.parts().subList(equal, index.parts().size())) {
            if (!names.contains(part.name())) {
                columns.add(part);
                names.add(part.name());
            }
        }
        List<RowOrder.Column> by = List.copyOf(columns);
        if (!index.isTotal()) {
            rowKey.stream().filter(column -> !names.contains(column.name())).forEach(columns::add);
        }
        return Optional.of(new RowOrder(by, columns, index.kind().words(index.name())));
    }

    /** The order of the table itself: that of its primary key, or without one that of its rowid. */
    Optional<RowOrder> ofTable(List<SearchIndex> indexes) {
        if (table.primaryKey().isPresent()) {
            return of(indexes.get(0), 0);
        }
        return rowKey.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowOrder(List.of(), rowKey, "the rowid, in which the table is stored"));
    }

    /** Whether indexes end in the primary key, as they do in a table without a rowid. */
    boolean endInKey() {
        return table.withoutRowid();
    }

    private static List<RowOrder.Column> rowKey(Table table) {
        List<String> key =
                table.primaryKey().map(primaryKey -> primaryKey.columns()).orElse(List.of());
        if (table.withoutRowid() || isRowid(table, key)) {
            return key.stream()
                    .map(name -> table.column(name).orElseThrow())
                    .map(column -> new RowOrder.Column(column.name(), column.javaName(), false, false))
                    .toList();
        }
        return rowid(table).stream()
                .map(name -> new RowOrder.Column(name, "", false, false))
                .toList();
    }

    /** A name of the number that SQLite gives to each row beside its key; empty if there is none, or it has no name left. */
    static Optional<String> rowid(Table table) {
        List<String> key =
                table.primaryKey().map(primaryKey -> primaryKey.columns()).orElse(List.of());
        if (table.withoutRowid() || isRowid(table, key)) {
            return Optional.empty();
        }
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> table.column(name).isEmpty())
                .findFirst();
    }

    /** Whether the key is the rowid by another name, see <a href="https://sqlite.org/lang_createtable.html#rowid">ROWIDs</a>. */
    private static boolean isRowid(Table table, List<String> key) {
        if (key.size() != 1) {
            return false;
        }
        Column column = table.column(key.get(0)).orElseThrow();
        return SqliteTypes.declared(column).equalsIgnoreCase("INTEGER");
    }
}
