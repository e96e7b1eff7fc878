package io.rowloom.generator.docs;

import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.List;

/**
 * A foreign key with the tables at both of its ends.
 *
 * @param from the table that has it
 * @param key the key
 * @param to the table that it refers to
 */
record Reference(Table from, ForeignKey key, Table to) {

    /** Whether a row need not refer to any. */
    boolean isOptional() {
        for (Column column : from.columns()) {
            if (column.nullable() && key.columns().contains(column.name())) {
                return true;
            }
        }
        return false;
    }

    /** Whether no two rows refer to the same. */
    boolean isSingle() {
        List<String> columns = key.columns();
        if (from.primaryKey().isPresent()
                && columns.containsAll(from.primaryKey().get().columns())) {
            return true;
        }
        for (UniqueConstraint unique : from.uniques()) {
            if (columns.containsAll(unique.columns())) {
                return true;
            }
        }
        return false;
    }
}
