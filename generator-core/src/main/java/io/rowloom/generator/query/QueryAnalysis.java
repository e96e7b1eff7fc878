package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryPlan.FullScan;
import io.rowloom.generator.query.typing.MixedMoments;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The queries and views of a model, each either known or with what is wrong with it.
 *
 * @param queries those without a mistake, in the order of the model
 * @param views those without a mistake, each behind those that it reads from
 * @param problems the mistakes of the others and of triggers, at most one for each
 */
public record QueryAnalysis(List<AnalysedQuery> queries, List<AnalysedView> views, List<Problem> problems) {
    /** Of a model without any. */
    public static final QueryAnalysis NONE = new QueryAnalysis(List.of(), List.of(), List.of());

    public QueryAnalysis {
        queries = List.copyOf(queries);
        views = List.copyOf(views);
        problems = List.copyOf(problems);
    }

    /** The updates that leave a version or a moment of change as it is, one message for each; never a mistake for sure. */
    public List<Problem> unkept() {
        List<Problem> unkept = new ArrayList<>();
        for (AnalysedQuery query : queries) {
            if (!query.unkept().isEmpty()) {
                unkept.add(new Problem(
                        ProblemCode.UNKEPT_COLUMN,
                        query.query().sqlLocation(),
                        "the UPDATE does not count the version or note the moment, as updates of the DAO do",
                        query.query().name() + ".sql",
                        Optional.of("add  " + String.join(", ", query.unkept()) + "  to SET, or set it to itself")));
            }
        }
        return unkept;
    }

    /** The queries that compare or sort decimals by their texts, one message for each; right only where all have as many digits. */
    public List<Problem> decimals() {
        List<Problem> decimals = new ArrayList<>();
        for (AnalysedQuery query : queries) {
            if (!query.decimals().isEmpty()) {
                decimals.add(new Problem(
                        ProblemCode.DECIMAL_ORDER,
                        query.query().sqlLocation(),
                        "the order of " + String.join(", ", query.decimals())
                                + " matters here, and SQLite compares decimals as text: 9.00 is more than 10.00",
                        query.query().name() + ".sql",
                        Optional.of("write  CAST(… AS REAL)  around it, or hold whole cents in a bigint")));
            }
        }
        return decimals;
    }

    /** The comparisons of moments that are held in different forms, which are wrong without an error. */
    public List<Problem> moments() {
        List<Problem> moments = new ArrayList<>();
        for (AnalysedQuery query : queries) {
            for (MixedMoments mixed : query.moments()) {
                moments.add(new Problem(
                        ProblemCode.MOMENT_FORM,
                        query.query().sqlLocation(),
                        mixed.name() + " is held as " + mixed.form() + " and compared with " + mixed.other()
                                + ", and SQLite compares them as they are",
                        query.query().name() + ".sql",
                        Optional.of(mixed.advice())));
            }
        }
        return moments;
    }

    /** The tables that queries read as a whole, one message for each; whether that is a mistake is for the user to say. */
    public List<Problem> fullScans() {
        List<Problem> scans = new ArrayList<>();
        for (AnalysedQuery query : queries) {
            Set<FullScan> told = new HashSet<>(query.plan().fullScans());
            query.plan().fullScans().forEach(scan -> scans.add(problem(query, scan, "")));
            for (QueryVariant variant : query.variants()) {
                for (FullScan scan : variant.plan().fullScans()) {
                    if (told.add(scan)) {
                        scans.add(problem(query, scan, query.when(variant)));
                    }
                }
            }
        }
        return scans;
    }

    private static Problem problem(AnalysedQuery query, FullScan scan, String when) {
        return new Problem(
                ProblemCode.FULL_SCAN,
                query.query().sqlLocation(),
                "the query reads every row of " + Spelling.quote(scan.table()) + when,
                query.query().name() + ".sql",
                scan.index().isEmpty()
                        ? Optional.empty()
                        : Optional.of("SQLite would use an index: add  - " + scan.index() + "  to " + scan.table()
                                + ".indexes"));
    }
}
