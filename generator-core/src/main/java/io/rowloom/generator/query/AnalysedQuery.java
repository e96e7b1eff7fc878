package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.MixedMoments;
import io.rowloom.model.NamedQuery;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A query of which everything is known.
 *
 * @param query the query as written
 * @param sql the statement that runs, with {@code ?1} for its first parameter; where there are several, the one with all
 *     conditions and the first order
 * @param unkept what an UPDATE does not say of the columns that every update of a DAO sets, {@code version = version + 1}
 * @param decimals the decimals whose order matters somewhere, which SQLite holds as text, as messages call them
 * @param moments the comparisons of moments that are held in different forms
 * @param page how it gives pages, if it does; {@code sql} is then without its order
 * @param variants all the statements, where there are several: those of the first order first, and of each order in the
 *     order of binary numbers whose lowest digit is the first optional parameter
 * @param orderAt where the choice of an order stands among the parameters; empty if there is none
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
        QueryPlan plan,
        List<String> unkept,
        List<String> decimals,
        List<MixedMoments> moments,
        Optional<QueryPage> page,
        List<QueryVariant> variants,
        OptionalInt orderAt) {
    public AnalysedQuery {
        parameters = List.copyOf(parameters);
        unkept = List.copyOf(unkept);
        decimals = List.copyOf(decimals);
        moments = List.copyOf(moments);
        variants = List.copyOf(variants);
    }

    /** When a variant runs, to follow a sentence: {@code  without :state, in the order newest}; empty for the first. */
    public String when(QueryVariant variant) {
        StringBuilder when = new StringBuilder();
        for (QueryParameter parameter : parameters) {
            if (parameter.optional() && !variant.given().contains(parameter.name())) {
                when.append(when.isEmpty() ? " without :" : " and :").append(parameter.name());
            }
        }
        if (variants.stream().map(QueryVariant::order).distinct().count() > 1) {
            variant.order().ifPresent(order -> when.append(" in the order ").append(order));
        }
        return when.toString();
    }
}
