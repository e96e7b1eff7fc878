package io.rowloom.model;

import java.util.List;

/**
 * A unique constraint.
 *
 * @param name the constraint's name, {@code uq_chat_groups_name}
 * @param columns its columns, in order
 * @param location where it is declared
 */
public record UniqueConstraint(String name, List<String> columns, Location location) {
    public UniqueConstraint {
        columns = List.copyOf(columns);
    }
}
