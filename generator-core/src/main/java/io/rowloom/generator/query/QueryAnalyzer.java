package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.sqlite.ViewOrder;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.View;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Checks the views, triggers, full-text indexes and queries of a model on an engine that holds its tables, and decides what
 * Java makes of them.
 *
 * <p>The first use in a JVM loads the driver and its native library: ask only where a model has any of them.
 */
public final class QueryAnalyzer {
    private static final Comparator<Problem> BY_PLACE = Comparator.comparing(
                    (Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column());

    private final Model model;
    private final QueryEngine engine;
    private final Relations relations;
    private final StatementReader reader;
    private final List<Problem> problems = new ArrayList<>();

    private QueryAnalyzer(Model model, QueryEngine engine) {
        this.model = model;
        this.engine = engine;
        this.relations = new Relations(model);
        this.reader = new StatementReader(relations, engine);
    }

    /**
     * Analyses everything of the model that holds whole statements; its tables must be right.
     *
     * @throws SQLException if the engine does not take the model's own tables
     */
    public static QueryAnalysis analyse(Model model) throws SQLException {
        if (model.queries().isEmpty()
                && model.views().isEmpty()
                && model.triggers().isEmpty()
                && model.tables().stream().allMatch(table -> table.fullText().isEmpty())) {
            return QueryAnalysis.NONE;
        }
        try (QueryEngine engine = QueryEngine.open(model)) {
            return new QueryAnalyzer(model, engine).analyse();
        }
    }

    private QueryAnalysis analyse() throws SQLException {
        problems.addAll(new FullTextCheck(engine).problems(model));
        List<AnalysedView> views = views();
        if (problems.isEmpty()) {
            // A broken view would make its readers look broken.
            problems.addAll(new TriggerCheck(relations, engine).problems(model));
        }
        List<AnalysedQuery> queries = new ArrayList<>();
        if (problems.isEmpty()) {
            NamedQueryAnalyzer analyzer = new NamedQueryAnalyzer(model, relations, engine, reader);
            for (NamedQuery query : model.queries()) {
                try {
                    queries.add(analyzer.analyse(query));
                } catch (QueryFault fault) {
                    problems.add(fault.problem());
                }
            }
        }
        problems.sort(BY_PLACE);
        return new QueryAnalysis(queries, views, problems);
    }

    private List<AnalysedView> views() throws SQLException {
        List<AnalysedView> views = new ArrayList<>();
        List<View> refused = new ArrayList<>();
        ViewAnalyzer analyzer = new ViewAnalyzer(relations, engine, reader);
        for (View view : ViewOrder.of(model.views())) {
            List<View> missing = model.views().stream()
                    .filter(other -> relations.table(other.name()).isEmpty() && ViewOrder.mentions(view, other))
                    .toList();
            if (!missing.isEmpty()) {
                if (refused.stream().noneMatch(missing::contains)) {
                    problems.add(circle(view, missing.get(0)));
                }
                // Otherwise the mistake is in the other one.
                refused.add(view);
                continue;
            }
            try {
                views.add(analyzer.analyse(view));
            } catch (QueryFault fault) {
                refused.add(view);
                problems.add(fault.problem());
            }
        }
        return views;
    }

    private static Problem circle(View view, View other) {
        return new Problem(
                ProblemCode.INVALID_QUERY,
                view.location(),
                "the views " + Spelling.quote(view.name()) + " and " + Spelling.quote(other.name())
                        + " read from each other",
                view.name() + ".sql",
                Optional.empty());
    }
}
