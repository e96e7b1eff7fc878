package io.rowloom.generator.query;

import io.rowloom.model.problem.Problem;
import java.util.List;

/**
 * The queries of a model, each either known or with what is wrong with it.
 *
 * @param queries those without a mistake, in the order of the model
 * @param problems the mistakes of the others, at most one for each
 */
public record QueryAnalysis(List<AnalysedQuery> queries, List<Problem> problems) {
    /** Of a model without queries. */
    public static final QueryAnalysis NONE = new QueryAnalysis(List.of(), List.of());

    public QueryAnalysis {
        queries = List.copyOf(queries);
        problems = List.copyOf(problems);
    }
}
