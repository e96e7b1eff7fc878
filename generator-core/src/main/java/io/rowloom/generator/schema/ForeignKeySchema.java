package io.rowloom.generator.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param column the column at which it is written; empty for one of the table
 * @param columns the referencing columns
 * @param targetTable the referenced table as written
 * @param targetColumns the referenced columns; the target's primary key where none were written
 * @param onDelete the action in upper case, {@code NO ACTION} where none is written
 * @param onUpdate likewise
 * @param deferred whether it is checked at the end of the transaction
 */
public record ForeignKeySchema(
        Optional<String> name,
        Optional<String> column,
        List<String> columns,
        String targetTable,
        List<String> targetColumns,
        String onDelete,
        String onUpdate,
        boolean deferred) {
    public ForeignKeySchema {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** Whether the column is one of the referencing ones. */
    public boolean has(String other) {
        return columns.stream().anyMatch(other::equalsIgnoreCase);
    }

    /** What it says, without its name and the case of names. */
    public String signature() {
        return SqlExpression.lower(String.join(", ", columns) + " references " + targetTable + " ("
                        + String.join(", ", targetColumns) + ")")
                + (onDelete.equals("NO ACTION") ? "" : " on delete " + onDelete.toLowerCase(Locale.ROOT))
                + (onUpdate.equals("NO ACTION") ? "" : " on update " + onUpdate.toLowerCase(Locale.ROOT))
                + (deferred ? " deferred" : "");
    }
}
