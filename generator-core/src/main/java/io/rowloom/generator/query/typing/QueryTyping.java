package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.QueryTree;
import io.rowloom.generator.query.tree.QueryTree.*;
import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Call;
import io.rowloom.generator.query.tree.SqlValueTree.ColumnName;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.model.ColumnType.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what queries give. */
final class QueryTyping {
    private static final int MOST_ROUNDS = 8;

    private final Sources sources;
    private final WrittenOut writtenOut = new WrittenOut();
    private final EngineFunctions functions;
    private final ValueTyping values;
    private final Deque<AggregateUse> aggregates = new ArrayDeque<>();

    /**
     * A column that a query gives.
     *
     * @param name its name
     * @param value what it is
     * @param row the whole row of a table that it was written as a part of, {@code t.*}
     */
    record Output(String name, Value value, Optional<TableRow> row) {}

    /** Where the names in the argument of an aggregate come from. */
    private static final class AggregateUse {
        private final Scope rows;
        private boolean own;
        private boolean outer;

        AggregateUse(Scope rows) {
            this.rows = rows;
        }
    }

    QueryTyping(
            TablesInUse tables,
            EngineFunctions functions,
            Map<String, Value> parameters,
            ParameterUses uses,
            Remarks remarks) {
        this.functions = functions;
        this.values = new ValueTyping(this, functions, parameters, uses, remarks);
        this.sources = new Sources(tables, this, values);
    }

    ValueTyping values() {
        return values;
    }

    WrittenOut writtenOut() {
        return writtenOut;
    }

    Sources sources() {
        return sources;
    }

    List<Output> query(QueryTree tree, Scope scope) {
        return query(tree, scope, List.of());
    }

    /** The columns of a query; {@code wanted} says what becomes of each, if it is as long. */
    List<Output> query(QueryTree tree, Scope scope, List<Wanted> wanted) {
        Scope inner = scope.inner();
        define(tree.with(), inner);
        List<SqlValueTree> orderBy = tree.others().isEmpty() ? tree.orderBy() : List.of();
        List<Output> outputs = core(tree.first(), inner, wanted, orderBy);
        for (Compound compound : tree.others()) {
            outputs = combined(compound.operator(), outputs, core(compound.core(), inner, wanted, List.of()));
        }
        for (SqlValueTree limit : tree.limit()) {
            values.value(limit, inner, Wanted.of(Scalar.INTEGER));
        }
        return outputs;
    }

    /** Reads a query of which only counts whether it gives rows. */
    void exists(QueryTree tree, Scope scope) {
        query(tree, scope);
        if (tree.first() instanceof Select select && tree.others().isEmpty()) {
            select.items().stream().filter(Star.class::isInstance).forEach(star -> writtenOut.leave((Star) star));
        }
    }

    void define(List<WithTable> tables, Scope scope) {
        for (WithTable table : tables) {
            scope.define(table.name(), Optional.empty());
        }
        for (WithTable table : tables) {
            scope.define(table.name(), Optional.of(withTable(table, scope)));
        }
    }

    /** What a common table expression gives; a recursive one is read until it says the same as before. */
    private List<Output> withTable(WithTable table, Scope scope) {
        QueryTree query = table.query();
        if (query.others().isEmpty()) {
            return renamed(query(query, scope), table.columns());
        }
        Scope inner = scope.inner();
        define(query.with(), inner);
        List<Output> first = renamed(core(query.first(), inner, List.of(), List.of()), table.columns());
        List<Output> known = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            inner.define(table.name(), Optional.of(known));
            List<Output> outputs = first;
            for (Compound compound : query.others()) {
                outputs = combined(compound.operator(), outputs, core(compound.core(), inner, List.of(), List.of()));
            }
            outputs = ofRounds(known, outputs);
            if (plain(outputs).equals(plain(known))) {
                for (SqlValueTree limit : query.limit()) {
                    values.value(limit, inner, Wanted.of(Scalar.INTEGER));
                }
                return known;
            }
            known = outputs;
        }
        throw new UnreadableQueryException("the types of a recursive query do not settle");
    }

    /** What was nullable or open in one round stays so, which is why the rounds end. */
    private static List<Output> ofRounds(List<Output> before, List<Output> now) {
        return combined("UNION ALL", before, now);
    }

    private static List<List<Object>> plain(List<Output> outputs) {
        return outputs.stream()
                .map(output ->
                        List.<Object>of(output.value().type(), output.value().nullable()))
                .toList();
    }

    private static List<Output> renamed(List<Output> outputs, List<String> names) {
        List<Output> renamed = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            renamed.add(new Output(names.isEmpty() ? output.name() : names.get(i), output.value(), Optional.empty()));
        }
        return renamed;
    }

    private static List<Output> combined(String operator, List<Output> left, List<Output> right) {
        List<Output> combined = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            Value a = left.get(i).value();
            Value b = right.get(i).value();
            Value value = ValueTypes.common(a, b);
            if (operator.equals("EXCEPT")) {
                value = a.computed(a.nullable());
            } else if (operator.equals("INTERSECT")) {
                value = a.computed(a.nullable() && b.nullable());
            }
            combined.add(new Output(left.get(i).name(), value, Optional.empty()));
        }
        return combined;
    }

    private List<Output> core(Core core, Scope enclosing, List<Wanted> wanted, List<SqlValueTree> orderBy) {
        return core instanceof Values rows
                ? values(rows, enclosing, wanted)
                : select((Select) core, enclosing, wanted, orderBy);
    }

    private List<Output> values(Values rows, Scope enclosing, List<Wanted> wanted) {
        List<Output> outputs = new ArrayList<>();
        int width = rows.rows().get(0).size();
        for (int i = 0; i < width; i++) {
            Wanted like = wanted.size() == width ? wanted.get(i) : Wanted.ANYTHING;
            List<Value> column = new ArrayList<>();
            for (List<SqlValueTree> row : rows.rows()) {
                column.add(values.stored(row.get(i), enclosing, like));
            }
            outputs.add(new Output("column" + (i + 1), ValueTypes.common(column), Optional.empty()));
        }
        return outputs;
    }

    private List<Output> select(Select select, Scope enclosing, List<Wanted> wanted, List<SqlValueTree> orderBy) {
        Scope scope = enclosing.inner();
        for (Item item : select.items()) {
            if (item instanceof Expression expression && expression.alias().isPresent()) {
                scope.alias(expression.alias().get(), expression.value());
            }
        }
        select.from().ifPresent(from -> sources.add(from, scope, enclosing));
        select.where().ifPresent(where -> {
            values.value(where, scope, Wanted.of(Scalar.BOOLEAN));
            NullRejection.apply(where, scope);
        });
        boolean withoutGroups = select.groupBy().isEmpty() && isAggregate(select, orderBy);
        if (withoutGroups) {
            sources.mayBeEmpty(scope);
        }
        Scope result = withoutGroups ? scope.withoutRow() : scope;
        values.all(select.groupBy(), scope);
        select.having().ifPresent(having -> values.value(having, result, Wanted.of(Scalar.BOOLEAN)));
        List<Output> outputs = items(select.items(), result, wanted);
        values.sorted(orderBy, result);
        return outputs;
    }

    List<Output> items(List<Item> items, Scope scope, List<Wanted> wanted) {
        List<Output> outputs = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Star star) {
                outputs.addAll(sources.star(star, scope));
                writtenOut.star(star, scope);
            } else {
                Expression expression = (Expression) items.get(i);
                Wanted like = wanted.size() == items.size() ? wanted.get(i) : Wanted.ANYTHING;
                outputs.add(new Output(
                        nameOf(expression, scope), values.stored(expression.value(), scope, like), Optional.empty()));
            }
        }
        return outputs;
    }

    private static String nameOf(Expression expression, Scope scope) {
        if (expression.alias().isPresent()) {
            return expression.alias().get();
        }
        return expression.value() instanceof ColumnName column ? column.name() : expression.text();
    }

    private boolean isAggregate(Select select, List<SqlValueTree> orderBy) {
        if (select.having().isPresent()) {
            return true;
        }
        for (Item item : select.items()) {
            if (item instanceof Expression expression && Subtrees.any(expression.value(), this::isAggregate)) {
                return true;
            }
        }
        return orderBy.stream().anyMatch(tree -> Subtrees.any(tree, this::isAggregate));
    }

    private boolean isAggregate(SqlValueTree tree) {
        return tree instanceof Call call
                && call.window().isEmpty()
                && functions.isAggregate(call.name(), call.arguments().size());
    }

    /** Whether a query gives exactly one row, whatever the tables hold. */
    boolean givesOneRow(QueryTree tree) {
        if (!tree.others().isEmpty() || !tree.limit().isEmpty()) {
            return false;
        }
        if (tree.first() instanceof Values rows) {
            return rows.rows().size() == 1;
        }
        Select select = (Select) tree.first();
        boolean aggregate = select.groupBy().isEmpty() && isAggregate(select, tree.orderBy());
        return select.having().isEmpty()
                && (aggregate || select.from().isEmpty() && select.where().isEmpty());
    }

    /** Notes that a name was found in a scope. */
    void used(Scope scope) {
        for (AggregateUse use : aggregates) {
            if (use.rows.isSame(scope)) {
                use.own = true;
            }
            for (Optional<Scope> outer = use.rows.outer();
                    outer.isPresent();
                    outer = outer.get().outer()) {
                if (outer.get().isSame(scope)) {
                    use.outer = true;
                }
            }
        }
    }

    /**
     * Reads the argument of an aggregate.
     *
     * @throws UnreadableQueryException for one over columns of a query around it only, which then is the aggregate
     */
    <T> T inAggregate(Scope rows, Supplier<T> arguments) {
        AggregateUse use = new AggregateUse(rows);
        aggregates.push(use);
        T result = arguments.get();
        aggregates.pop();
        if (use.outer && !use.own) {
            throw new UnreadableQueryException("an aggregate of the query around it");
        }
        return result;
    }
}
