package io.rowloom.model;

import java.util.List;

/**
 * A row that shows what a table holds.
 *
 * @param values what the row says, in the order written; columns that are missing get their default
 * @param location where the row stands
 */
public record Sample(List<Value> values, Location location) {
    public Sample {
        values = List.copyOf(values);
    }

    /** The value of one column, by the column's name. */
    public record Value(String column, Literal literal) {}
}
