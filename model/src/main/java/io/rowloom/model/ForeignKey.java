package io.rowloom.model;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name, {@code fk_messages_session_id}
 * @param columns the referencing columns, in order
 * @param targetTable the referenced table, spelled as it spells itself
 * @param targetColumns the referenced columns, as many as {@code columns}
 * @param onDelete what happens to the row when the referenced row is deleted
 * @param onUpdate what happens to the row when the referenced key changes
 * @param deferrable whether it is checked at the end of the transaction instead of at once
 * @param location where it is declared
 */
public record ForeignKey(
        String name,
        List<String> columns,
        String targetTable,
        List<String> targetColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean deferrable,
        Location location) {
    public ForeignKey {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
