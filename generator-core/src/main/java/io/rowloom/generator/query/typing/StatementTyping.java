package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.FromTree;
import io.rowloom.generator.query.tree.FromTree.Named;
import io.rowloom.generator.query.tree.QueryTree.WithTable;
import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Parameter;
import io.rowloom.generator.query.tree.SqlValueTree.RowOf;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.generator.query.tree.StatementTree.*;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.generator.query.typing.QueryTyping.Output;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a statement gives and what its parameters are. */
public final class StatementTyping {
    private final TablesInUse tables;
    private final ParameterUses uses = new ParameterUses();
    private final Remarks remarks = new Remarks();
    private final QueryTyping queries;
    private final ValueTyping values;

    private StatementTyping(
            Relations relations, EngineFunctions functions, Map<String, Value> parameters, Set<String> doubtful) {
        this.tables = new TablesInUse(relations, doubtful);
        this.queries = new QueryTyping(tables, functions, parameters, uses, remarks);
        this.values = queries.values();
    }

    /**
     * Reads a statement.
     *
     * @param parameters what is known of parameters already, by name
     * @param doubtful tables of which every column is to be taken for nullable
     * @throws UnreadableQueryException if nothing can be told of it
     */
    public static StatementTypes read(
            StatementTree statement,
            Relations relations,
            EngineFunctions functions,
            Map<String, Value> parameters,
            Set<String> doubtful) {
        StatementTyping typing = new StatementTyping(relations, functions, parameters, doubtful);
        List<Output> outputs = typing.statement(statement);
        boolean oneRow = statement instanceof Reading reading && typing.queries.givesOneRow(reading.query());
        return new StatementTypes(
                outputs.stream()
                        .map(output -> new StatementTypes.Column(output.name(), output.value(), output.row()))
                        .toList(),
                typing.uses,
                typing.tables.tables(),
                typing.remarks.decimals().names(),
                typing.remarks.moments().mixed(),
                typing.remarks.words().strange(),
                typing.queries.writtenOut().texts(),
                oneRow,
                typing.tables::isExpectedAbsent,
                true);
    }

    private List<Output> statement(StatementTree statement) {
        if (statement instanceof Reading reading) {
            return queries.query(reading.query(), Scope.root());
        }
        if (statement instanceof Inserting inserting) {
            return inserting(inserting);
        }
        if (statement instanceof Updating updating) {
            return updating(updating);
        }
        Deleting deleting = (Deleting) statement;
        Scope scope = scope(deleting.with(), deleting.table());
        deleting.where().ifPresent(where -> values.value(where, scope, Wanted.of(Scalar.BOOLEAN)));
        return queries.items(deleting.returning(), scope(deleting.with(), deleting.table()), List.of());
    }

    /** The names of a statement that writes: common table expressions and its table. */
    private Scope scope(List<WithTable> with, Named table) {
        Scope outer = Scope.root().inner();
        queries.define(with, outer);
        Scope scope = outer.inner();
        scope.add(queries.sources().target(table));
        return scope;
    }

    private List<Output> inserting(Inserting inserting) {
        Table table = table(inserting.table());
        Scope scope = scope(inserting.with(), inserting.table());
        List<Wanted> wanted = new ArrayList<>();
        List<String> columns = inserting.columns().isEmpty()
                ? table.columns().stream()
                        .filter(column -> column.generated().isEmpty())
                        .map(Column::name)
                        .toList()
                : inserting.columns();
        if (inserting.columns().isEmpty() && inserting.query().isPresent()) {
            queries.writtenOut().insert(inserting.table().at(), columns);
        }
        columns.forEach(column -> wanted.add(wanted(table, column)));
        Scope outer = scope.outer().orElseThrow();
        inserting.query().ifPresent(query -> queries.query(query, outer, wanted));
        for (Upsert upsert : inserting.upserts()) {
            Scope conflict = outer.inner();
            conflict.add(queries.sources().target(inserting.table()));
            conflict.add(queries.sources()
                    .target(new Named(
                            inserting.table().name(),
                            "excluded",
                            inserting.table().at())));
            assign(table, upsert.assignments(), conflict);
            upsert.where().ifPresent(where -> values.value(where, conflict, Wanted.of(Scalar.BOOLEAN)));
        }
        return queries.items(inserting.returning(), scope(inserting.with(), inserting.table()), List.of());
    }

    private List<Output> updating(Updating updating) {
        Scope scope = scope(updating.with(), updating.table());
        Optional<FromTree> from = updating.from();
        from.ifPresent(
                sources -> queries.sources().add(sources, scope, scope.outer().orElseThrow()));
        assign(table(updating.table()), updating.assignments(), scope);
        updating.where().ifPresent(where -> values.value(where, scope, Wanted.of(Scalar.BOOLEAN)));
        // What a condition says of a row is no longer true once the row has changed.
        return queries.items(updating.returning(), scope(updating.with(), updating.table()), List.of());
    }

    private void assign(Table table, List<Assignment> assignments, Scope scope) {
        for (Assignment assignment : assignments) {
            List<SqlValueTree> parts = assignment.value() instanceof RowOf row
                            && row.values().size() == assignment.columns().size()
                    ? row.values()
                    : List.of(assignment.value());
            boolean each = parts.size() == assignment.columns().size();
            for (int i = 0; i < parts.size(); i++) {
                Wanted wanted = each ? wanted(table, assignment.columns().get(i)) : Wanted.ANYTHING;
                SqlValueTree part = parts.get(i);
                // NULL means something where it is stored as it is, not where it is calculated with.
                values.stored(part, scope, part instanceof Parameter ? wanted : new Wanted(wanted.type(), false));
            }
        }
    }

    private static Wanted wanted(Table table, String name) {
        return table.column(name)
                .map(column -> new Wanted(Optional.of(column.type()), column.nullable()))
                .orElse(ValueTyping.isRowId(name) ? Wanted.of(Scalar.BIGINT) : Wanted.ANYTHING);
    }

    private Table table(Named named) {
        return tables.find(named.name())
                .orElseThrow(() -> new UnreadableQueryException("a table that the model does not have"));
    }
}
