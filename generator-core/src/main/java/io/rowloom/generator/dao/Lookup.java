package io.rowloom.generator.dao;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns by whose values SQLite finds rows without going through the table.
 *
 * @param columns the columns, in the order in which the index has them
 * @param kind what the index belongs to
 * @param index the name of the key, constraint or index, as the model has it; empty for the primary key
 * @param unique whether at most one row has given values
 */
public record Lookup(List<ColumnDescriptor> columns, Kind kind, String index, boolean unique) {
    /** What stands behind a lookup. */
    public enum Kind {
        /** The primary key. */
        PRIMARY_KEY,
        /** The index of a unique constraint. */
        UNIQUE,
        /** An index. */
        INDEX
    }

    public Lookup {
        columns = List.copyOf(columns);
    }

    /** {@code NameAndLeadId}, as it ends the name of a method. */
    public String suffix() {
        return columns.stream().map(ColumnDescriptor::methodSuffix).collect(Collectors.joining("And"));
    }

    /** How SQLite gets at the rows, {@code a search by the index idx_books_genre}; plain text. */
    public String words() {
        return switch (kind) {
            case PRIMARY_KEY -> "a search by the primary key";
            case UNIQUE -> "a search by the unique constraint " + index;
            case INDEX -> "a search by the index " + index;
        };
    }
}
