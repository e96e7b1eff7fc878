package io.rowloom.generator.query.typing;

import io.rowloom.model.Table;

/**
 * A whole row of a table in a result, {@code t.*}; each place that is written so has one of its own.
 *
 * @param table the table
 * @param alias what the query calls it
 * @param mayBeMissing whether an outer join may leave it out, so that all its columns are NULL
 * @param at the offset at which it is written
 */
public record TableRow(Table table, String alias, boolean mayBeMissing, int at) {}
