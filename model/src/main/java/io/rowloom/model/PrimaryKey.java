package io.rowloom.model;

import java.util.List;

/**
 * A primary key.
 *
 * @param columns the names of its columns, in key order and as the columns spell them; at least one
 * @param autoIncrement whether the database numbers the rows and never reuses a number (only with one column)
 * @param location where it is declared
 */
public record PrimaryKey(List<String> columns, boolean autoIncrement, Location location) {
    public PrimaryKey {
        columns = List.copyOf(columns);
    }
}
