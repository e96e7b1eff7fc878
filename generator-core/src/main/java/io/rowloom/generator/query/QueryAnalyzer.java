package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryEngine.EngineColumn;
import io.rowloom.generator.query.tree.QueryParser;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.generator.query.typing.ParameterUses;
import io.rowloom.generator.query.typing.StatementTypes;
import io.rowloom.generator.query.typing.StatementTyping;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the queries of a model on an engine that holds its tables, and decides what their methods take and give.
 *
 * <p>The first use in a JVM loads the driver and its native library: ask only where a model has queries.
 */
public final class QueryAnalyzer {
    private final Model model;
    private final QueryEngine engine;

    private QueryAnalyzer(Model model, QueryEngine engine) {
        this.model = model;
        this.engine = engine;
    }

    /**
     * Analyses every query of the model, which an engine must be able to hold.
     *
     * @throws SQLException if the engine does not take the model's own tables
     */
    public static QueryAnalysis analyse(Model model) throws SQLException {
        if (model.queries().isEmpty()) {
            return QueryAnalysis.NONE;
        }
        List<AnalysedQuery> queries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (QueryEngine engine = QueryEngine.open(model)) {
            QueryAnalyzer analyzer = new QueryAnalyzer(model, engine);
            for (NamedQuery query : model.queries()) {
                try {
                    queries.add(analyzer.analyse(query));
                } catch (QueryFault fault) {
                    problems.add(fault.problem());
                }
            }
        }
        return new QueryAnalysis(queries, problems);
    }

    private AnalysedQuery analyse(NamedQuery query) throws QueryFault, SQLException {
        DaoNames.check(query);
        QueryText text = QueryText.read(query);
        List<EngineColumn> named = prepare(text);
        String sql = text.numbered();
        String checked = SqliteExpression.withoutStringsInDoubleQuotes(sql);
        Optional<StatementTree> tree = tree(text);
        StatementTypes first = types(tree, named, Map.of(), Set.of());
        List<QueryParameter> parameters = new ParameterTypes(text, first.parameters()).decide();
        Map<String, Value> known = new HashMap<>();
        for (QueryParameter parameter : parameters) {
            known.put(parameter.name(), Value.ofParameter(parameter.type(), parameter.nullable()));
        }
        StatementTypes types = types(tree, named, known, Set.of());
        if (types.isComplete()) {
            Set<String> doubtful = new TreeSet<>(engine.tablesWithoutValues(checked));
            doubtful.removeIf(types.expectedAbsent());
            if (!doubtful.isEmpty()) {
                types = types(tree, named, known, doubtful);
            }
        }
        QueryRows rows = rows(text, named.isEmpty(), types.oneRow());
        Optional<QueryResult> result =
                named.isEmpty() ? Optional.empty() : Optional.of(new ResultTypes(text, types.columns()).decide(rows));
        QueryPlan plan = new PlanReader(engine, checked, types.tables(), tree).read();
        return new AnalysedQuery(query, sql, text.writes(), parameters, rows, result, plan);
    }

    private List<EngineColumn> prepare(QueryText text) throws QueryFault {
        try {
            return engine.prepare(
                    SqliteExpression.withoutStringsInDoubleQuotes(text.query().sql()));
        } catch (SQLException refusal) {
            throw new EngineRefusal(text, model, engine).fault(refusal);
        }
    }

    private static Optional<StatementTree> tree(QueryText text) {
        try {
            return Optional.of(QueryParser.parse(text.query().sql(), text.tokens()));
        } catch (UnreadableQueryException unreadable) {
            return Optional.empty();
        }
    }

    /** What can be told; of a statement that the rules do not cover, or see otherwise than the engine, nothing. */
    private StatementTypes types(
            Optional<StatementTree> tree,
            List<EngineColumn> named,
            Map<String, Value> parameters,
            Set<String> doubtful) {
        if (tree.isPresent()) {
            try {
                StatementTypes types =
                        StatementTyping.read(tree.get(), model, engine.functions(), parameters, doubtful);
                if (agree(types, named)) {
                    List<StatementTypes.Column> columns = new ArrayList<>();
                    for (int i = 0; i < named.size(); i++) {
                        StatementTypes.Column column = types.columns().get(i);
                        columns.add(new StatementTypes.Column(named.get(i).label(), column.value(), column.row()));
                    }
                    return types.withColumns(columns);
                }
            } catch (UnreadableQueryException unreadable) {
                // Everything has to be declared then.
            }
        }
        List<StatementTypes.Column> open = new ArrayList<>();
        for (EngineColumn column : named) {
            open.add(new StatementTypes.Column(column.label(), Value.ofUnknown(), Optional.empty()));
        }
        return new StatementTypes(open, new ParameterUses(), Map.of(), false, table -> true, false);
    }

    /** Whether the engine sees as many columns, and each from the same table where both say one. */
    private static boolean agree(StatementTypes types, List<EngineColumn> named) {
        if (types.columns().size() != named.size()) {
            return false;
        }
        for (int i = 0; i < named.size(); i++) {
            Optional<Value.ColumnOrigin> origin = types.columns().get(i).value().origin();
            EngineColumn column = named.get(i);
            if (origin.isPresent()
                    && column.table().isPresent()
                    && !origin.get().table().equalsIgnoreCase(column.table().get())) {
                return false;
            }
        }
        return true;
    }

    private static QueryRows rows(QueryText text, boolean withoutResult, boolean oneRow) throws QueryFault {
        Optional<String> returns = text.query().returns();
        QueryRows rows = returns.map(word -> QueryRows.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(withoutResult ? QueryRows.COUNT : oneRow ? QueryRows.ONE : QueryRows.MANY);
        if (rows == QueryRows.COUNT && !withoutResult) {
            throw QueryFault.at(
                    text.query(),
                    text.query().location(),
                    ".returns",
                    ProblemCode.QUERY_RETURNS,
                    text.writes()
                            ? "a statement with RETURNING gives rows, not their number"
                            : "a SELECT changes no rows, so there is none to count",
                    Optional.of("returns can be many, one, optional or stream"));
        }
        if (rows != QueryRows.COUNT && withoutResult) {
            throw QueryFault.at(
                    text.query(),
                    text.query().location(),
                    ".returns",
                    ProblemCode.QUERY_RETURNS,
                    "the statement gives no rows",
                    Optional.of("add RETURNING to it, or let it return count"));
        }
        return rows;
    }
}
