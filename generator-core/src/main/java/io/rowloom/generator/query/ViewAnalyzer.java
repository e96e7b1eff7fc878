package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.StatementReader.Understood;
import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Column;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import io.rowloom.model.View;
import io.rowloom.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes views, each after those that it reads from, and decides what their columns are. */
final class ViewAnalyzer {
    private final Relations relations;
    private final QueryEngine engine;
    private final StatementReader reader;

    ViewAnalyzer(Relations relations, QueryEngine engine, StatementReader reader) {
        this.relations = relations;
        this.engine = engine;
        this.reader = reader;
    }

    AnalysedView analyse(View view) throws QueryFault, SQLException {
        NamedQuery select = select(view);
        QueryText text = QueryText.read(select);
        if (text.writes()) {
            throw QueryFault.at(
                    select,
                    text.tokens().get(0).start(),
                    ProblemCode.QUERY_STATEMENT,
                    "a view is a SELECT",
                    Optional.empty());
        }
        for (Map.Entry<String, Integer> parameter : text.parameters().entrySet()) {
            throw QueryFault.at(
                    select,
                    parameter.getValue(),
                    ProblemCode.QUERY_PARAMETER,
                    "a view has no parameters",
                    Optional.of("make it a query, or leave the condition to the queries that read the view"));
        }
        reader.check(text);
        Understood statement = reader.read(text);
        List<ResultColumn> columns = new ResultTypes(text, statement.types().columns()).columns();
        try {
            engine.execute(SqliteSchema.createView(view));
        } catch (SQLException refusal) {
            throw new EngineRefusal(text, relations, engine).fault(refusal);
        }
        Table table = table(view, columns);
        relations.add(table, statement.types());
        return new AnalysedView(view, table);
    }

    private static NamedQuery select(View view) {
        return new NamedQuery(
                view.name(),
                Optional.empty(),
                view.description(),
                view.sql().sql(),
                List.of(),
                view.results(),
                Optional.empty(),
                view.location(),
                view.sql().location());
    }

    private static Table table(View view, List<ResultColumn> results) {
        List<Column> columns = new ArrayList<>();
        for (ResultColumn result : results) {
            columns.add(new Column(
                    result.name(),
                    result.javaName(),
                    result.type(),
                    result.nullable(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    view.location()));
        }
        return new Table(
                view.name(),
                view.javaName(),
                view.recordName(),
                Optional.empty(),
                view.section(),
                view.description(),
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty(),
                view.location());
    }
}
