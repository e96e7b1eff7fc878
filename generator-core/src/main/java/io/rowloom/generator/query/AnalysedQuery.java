package io.rowloom.generator.query;

import io.rowloom.model.NamedQuery;
import java.util.List;
import java.util.Optional;

/**
 * A query of which everything is known.
 *
 * @param query the query as written
 * @param sql the statement that runs, with {@code ?1} for its first parameter
 * @param writes whether it changes rows
 * @param parameters its parameters, the one at index 0 bound to {@code ?1}
 * @param rows how many rows the method gives
 * @param result what a row is; empty where the method gives the number of rows changed
 * @param plan how SQLite runs it
 */
public record AnalysedQuery(
        NamedQuery query,
        String sql,
        boolean writes,
        List<QueryParameter> parameters,
        QueryRows rows,
        Optional<QueryResult> result,
        QueryPlan plan) {
    public AnalysedQuery {
        parameters = List.copyOf(parameters);
    }
}
