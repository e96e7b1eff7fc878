package io.rowloom.generator.dao;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns by whose values SQLite finds rows without going through the table.
 *
 * @param columns the columns, in the order in which the index has them
 * @param kind what the index belongs to
 * @param index the name of the key, constraint or index, as the model has it; empty for the primary key
 * @param unique whether at most one row has given values, none of them NULL
 * @param single whether at most one row has given values, even if some are NULL
 * @param present the columns of which the index has no NULL
 * @param orders the orders in which indexes have the rows that are found, the usual one first; empty if none has a whole one
 */
public record Lookup(
        List<ColumnDescriptor> columns,
        Kind kind,
        String index,
        boolean unique,
        boolean single,
        List<String> present,
        List<RowOrder> orders) {
    /** What stands behind a lookup. */
    public enum Kind {
        /** The primary key. */
        PRIMARY_KEY,
        /** The index of a unique constraint. */
        UNIQUE,
        /** An index. */
        INDEX;

        /** {@code the index idx_books_genre}; plain text. */
        String words(String name) {
            return switch (this) {
                case PRIMARY_KEY -> "the primary key";
                case UNIQUE -> "the unique constraint " + name;
                case INDEX -> "the index " + name;
            };
        }
    }

    public Lookup {
        columns = List.copyOf(columns);
        present = List.copyOf(present);
        orders = List.copyOf(orders);
    }

    /** {@code NameAndLeadId}, as it ends the name of a method. */
    public String suffix() {
        return columns.stream().map(ColumnDescriptor::methodSuffix).collect(Collectors.joining("And"));
    }

    /** How SQLite gets at the rows, {@code a search by the index idx_books_genre}; plain text. */
    public String words() {
        return "a search by " + kind.words(index);
    }

    /** Whether rows with NULL in that column can be found. */
    boolean takesNull(ColumnDescriptor column) {
        return column.nullable() && !present.contains(column.name());
    }
}
