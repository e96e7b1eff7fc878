package io.rowloom.generator.dao;

import io.rowloom.model.DefaultValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key by which a row that is inserted is one that is there already.
 *
 * @param columns the columns of the key
 * @param primary whether it is the primary key
 * @param kept columns that stay as they are in a row that is there: the primary key, and the moments at which rows are made
 */
public record Upsert(List<ColumnDescriptor> columns, boolean primary, List<ColumnDescriptor> kept) {
    public Upsert {
        columns = List.copyOf(columns);
        kept = List.copyOf(kept);
    }

    /**
     * The upserts of a table, none for a key beside which there is nothing to write.
     *
     * @param keys the columns of each key, the primary key first if there is one
     */
    static List<Upsert> of(List<List<ColumnDescriptor>> keys, boolean primary, List<ColumnDescriptor> columns) {
        List<Upsert> upserts = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        for (List<ColumnDescriptor> key : keys) {
            Set<String> names = Set.copyOf(ColumnDescriptor.names(key));
            List<ColumnDescriptor> kept = new ArrayList<>();
            boolean writes = false;
            for (ColumnDescriptor column : columns) {
                if (names.contains(column.name())) {
                    continue;
                }
                if (column.key() || isMomentOfInsert(column)) {
                    kept.add(column);
                } else {
                    writes |= column.isUpdated();
                }
            }
            if (seen.add(names) && writes) {
                upserts.add(new Upsert(key, primary && upserts.isEmpty() && key == keys.get(0), kept));
            }
        }
        return List.copyOf(upserts);
    }

    /** Whether a column says when its row was made, {@code created_at}. */
    private static boolean isMomentOfInsert(ColumnDescriptor column) {
        return !column.autoUpdate()
                && column.defaultValue()
                        .filter(DefaultValue.Now.class::isInstance)
                        .isPresent();
    }

    /** {@code NameAndLeadId}, as it ends the name of a method. */
    String suffix() {
        return columns.stream().map(ColumnDescriptor::methodSuffix).collect(Collectors.joining("And"));
    }
}
