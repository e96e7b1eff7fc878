package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryVariants.Variant;
import io.rowloom.generator.query.StatementReader.Understood;
import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.query.typing.StatementTypes;
import io.rowloom.generator.query.typing.TableRow;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.runtime.SqlOrder;
import io.rowloom.runtime.SqlPages;
import io.rowloom.runtime.SqlStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Decides what a named query's method takes and gives; each of the statements that it stands for must bear it out. */
final class NamedQueryAnalyzer {
    private final Model model;
    private final Relations relations;
    private final QueryEngine engine;
    private final StatementReader reader;

    NamedQueryAnalyzer(Model model, Relations relations, QueryEngine engine, StatementReader reader) {
        this.model = model;
        this.relations = relations;
        this.engine = engine;
        this.reader = reader;
    }

    /** A variant with what was found of it. */
    private record Known(Variant variant, QueryText text, Understood statement) {}

    AnalysedQuery analyse(NamedQuery query) throws QueryFault, SQLException {
        DaoNames.check(query, model);
        QueryText text = QueryText.read(query);
        QueryVariants variants = QueryVariants.of(text);
        reader.check(text);
        List<Known> known = new ArrayList<>();
        for (Variant variant : variants.all()) {
            known.add(read(variant));
        }
        // With every condition the most is known of parameters.
        Known full = known.get((known.size() / Math.max(1, query.orders().size())) - 1);
        List<StatementTypes.Column> columns = merged(full, known);
        boolean withoutResult = columns.isEmpty();
        QueryRows rows = rows(text, withoutResult, full.statement().types().oneRow());
        Optional<QueryResult> result =
                withoutResult ? Optional.empty() : Optional.of(new ResultTypes(text, columns).decide(rows));
        List<QueryParameter> parameters = new ArrayList<>();
        for (QueryParameter parameter : full.statement().parameters()) {
            parameters.add(variants.isOptional(parameter.name()) ? parameter.leftOut() : parameter);
        }
        List<QueryVariant> statements = new ArrayList<>();
        for (Known each : known) {
            statements.add(rows == QueryRows.PAGE ? page(each, parameters, columns) : statement(each, parameters));
        }
        QueryVariant first = statements.get(known.indexOf(full));
        return new AnalysedQuery(
                query,
                first.sql(),
                text.writes(),
                parameters,
                rows,
                result,
                first.plan(),
                UnkeptColumns.of(full.statement().tree(), model),
                known.stream()
                        .flatMap(each -> each.statement().types().decimals().stream())
                        .distinct()
                        .toList(),
                known.stream()
                        .flatMap(each -> each.statement().types().moments().stream())
                        .distinct()
                        .toList(),
                first.page(),
                variants.isOne() ? List.of() : statements,
                variants.orderAt());
    }

    private Known read(Variant variant) throws QueryFault, SQLException {
        QueryText text = QueryText.read(variant.query());
        if (variant.order().isPresent()) {
            checkOrder(variant, text);
        }
        Understood statement = reader.read(text);
        QueryText writtenOut = text.with(statement.types().writtenOut());
        OptionalInt star = writtenOut.unknownStar();
        if (star.isPresent()) {
            throw QueryFault.at(
                    variant.query(),
                    star.getAsInt(),
                    ProblemCode.QUERY_RESULT,
                    "the columns of * cannot be told here, and a migrated database has them in another order than the model",
                    Optional.of("name them"));
        }
        return new Known(variant, writtenOut, statement);
    }

    /** Whatever SQLite does not like of the statement with its order is the order's fault: it took it without. */
    private void checkOrder(Variant variant, QueryText text) throws QueryFault, SQLException {
        NamedQuery.Order order = variant.order().orElseThrow();
        try {
            engine.prepare(SqliteExpression.withoutStringsInDoubleQuotes(
                    variant.query().sql()));
        } catch (SQLException refusal) {
            NamedQuery alone = new NamedQuery(
                    variant.query().name(),
                    Optional.empty(),
                    Optional.empty(),
                    order.sql().sql(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    order.location(),
                    order.sql().location());
            QueryText piece =
                    new QueryText(alone, SqlTokenizer.tokens(order.sql().sql()), Map.of(), Set.of(), Map.of(), false);
            String before = variant.query().sql().substring(0, variant.orderStart());
            throw new EngineRefusal(
                            piece,
                            relations,
                            engine,
                            ".orders." + order.name(),
                            before,
                            relations.mentioned(text.tokens()))
                    .fault(refusal);
        }
    }

    /** What the result is whichever statement runs: a condition that is left out no longer keeps NULL away. */
    private static List<StatementTypes.Column> merged(Known full, List<Known> all) {
        List<StatementTypes.Column> merged = new ArrayList<>();
        List<StatementTypes.Column> columns = full.statement().types().columns();
        for (int i = 0; i < columns.size(); i++) {
            StatementTypes.Column column = columns.get(i);
            Value value = column.value();
            boolean missing = false;
            boolean row = true;
            for (Known each : all) {
                StatementTypes.Column other = each.statement().types().columns().get(i);
                value = value.or(other.value());
                row &= other.row().isPresent();
                missing |= other.row().filter(TableRow::mayBeMissing).isPresent();
            }
            boolean mayBeMissing = missing;
            merged.add(new StatementTypes.Column(
                    column.name(),
                    value,
                    row
                            ? column.row().map(its -> new TableRow(its.table(), its.alias(), mayBeMissing, its.at()))
                            : Optional.empty()));
        }
        return merged;
    }

    private QueryVariant statement(Known known, List<QueryParameter> parameters) throws SQLException {
        Understood statement = known.statement();
        String sql = known.text().numbered(names(known, parameters));
        String checked = SqliteExpression.withoutStringsInDoubleQuotes(sql);
        QueryPlan plan = new PlanReader(engine, checked, statement.types().tables(), statement.tree()).read();
        return new QueryVariant(
                known.variant().given(),
                known.variant().order().map(NamedQuery.Order::name),
                sql,
                plan,
                Optional.empty());
    }

    /** The same for pages, with the plans of the statements that give them. */
    private QueryVariant page(Known known, List<QueryParameter> parameters, List<StatementTypes.Column> columns)
            throws QueryFault, SQLException {
        Understood statement = known.statement();
        List<String> names = names(known, parameters);
        PageOrder.Ordered ordered =
                PageOrder.of(known.text(), names, statement.types(), columns, statement.tree(), relations);
        SqlOrder[] keys = ordered.page().order().stream()
                .map(key -> new SqlOrder(key.column(), key.descending(), key.nullable()))
                .toArray(SqlOrder[]::new);
        SqlPages pages = SqlPages.of(
                SqlStatement.read("", known.variant().query().name(), ordered.sql()),
                ordered.page().width(),
                keys);
        QueryPlan plan = new PlanReader(
                        engine,
                        SqliteExpression.withoutStringsInDoubleQuotes(pages.following(names.size())),
                        statement.types().tables(),
                        statement.tree())
                .readPages(SqliteExpression.withoutStringsInDoubleQuotes(pages.first(names.size())));
        return new QueryVariant(
                known.variant().given(),
                known.variant().order().map(NamedQuery.Order::name),
                ordered.sql(),
                plan,
                Optional.of(ordered.page()));
    }

    /** The parameters of a statement by their numbers. */
    private static List<String> names(Known known, List<QueryParameter> parameters) {
        List<String> names = new ArrayList<>();
        for (QueryParameter parameter : parameters) {
            if (!parameter.optional() || known.variant().given().contains(parameter.name())) {
                names.add(parameter.name());
            }
        }
        return names;
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
        if (rows == QueryRows.PAGE && text.writes()) {
            throw QueryFault.at(
                    text.query(),
                    text.query().location(),
                    ".returns",
                    ProblemCode.QUERY_RETURNS,
                    "a statement that changes rows gives no pages",
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
