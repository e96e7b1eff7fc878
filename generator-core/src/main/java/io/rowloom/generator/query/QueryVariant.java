package io.rowloom.generator.query;

import java.util.List;
import java.util.Optional;

/**
 * One of the statements of a query that has several.
 *
 * @param given the optional parameters that are not null, by their names
 * @param order the name of the order; empty where the query has no choice
 * @param sql the statement that runs; its parameters are numbered in the order of the query's, without those left out
 * @param plan how SQLite runs it
 * @param page how it gives pages, if it does; {@code sql} is then without its order
 */
public record QueryVariant(
        List<String> given, Optional<String> order, String sql, QueryPlan plan, Optional<QueryPage> page) {
    public QueryVariant {
        given = List.copyOf(given);
    }
}
