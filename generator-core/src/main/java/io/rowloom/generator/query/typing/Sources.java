package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.FromTree;
import io.rowloom.generator.query.tree.FromTree.*;
import io.rowloom.generator.query.tree.QueryTree.Star;
import io.rowloom.generator.query.tree.UnreadableQueryException;
import io.rowloom.generator.query.typing.QueryTyping.Output;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.FullText;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads FROM: what is joined, and which rows a join may leave out. */
final class Sources {
    private final TablesInUse tables;
    private final QueryTyping queries;
    private final ValueTyping values;

    Sources(TablesInUse tables, QueryTyping queries, ValueTyping values) {
        this.tables = tables;
        this.queries = queries;
        this.values = values;
    }

    /** Adds the sources of a FROM to {@code scope}; queries in it see {@code enclosing} only. */
    void add(FromTree from, Scope scope, Scope enclosing) {
        if (from instanceof Join join) {
            join(join, scope, enclosing);
        } else if (from instanceof Named named) {
            scope.add(named(named, scope));
        } else if (from instanceof Derived derived) {
            scope.add(derived(derived.alias(), queries.query(derived.query(), enclosing)));
        } else {
            scope.add(function((Function) from, scope));
        }
    }

    private Source named(Named named, Scope scope) {
        Optional<List<Output>> with = scope.withTable(named.name());
        if (with.isPresent()) {
            return derived(named.alias(), with.get());
        }
        Optional<Table> indexed = tables.indexed(named.name());
        if (indexed.isPresent()) {
            return fullText(named.alias(), indexed.get());
        }
        return table(
                named,
                tables.find(named.name())
                        .orElseThrow(() -> new UnreadableQueryException("a table that the model does not have")));
    }

    /**
     * A full-text index; what it gives of a column is what the table has, if both are in step.
     *
     * @see <a href="https://sqlite.org/fts5.html#the_rank_column">FTS5</a>
     */
    private static Source fullText(String alias, Table table) {
        FullText index = table.fullText().orElseThrow();
        List<Source.Column> columns = new ArrayList<>();
        for (String name : index.columns()) {
            table.column(name).ifPresent(column -> columns.add(new Source.Column(name, Value.of(column.type(), true))));
        }
        Source source = new Source(alias, Optional.empty(), columns);
        source.hide("rowid", Value.of(Scalar.BIGINT, false));
        source.hide("rank", Value.of(Scalar.REAL, true));
        boolean everyWord = index.columns().stream()
                .allMatch(name ->
                        table.column(name).filter(column -> !column.nullable()).isPresent());
        source.hide(index.name(), Value.of(Scalar.TEXT, !everyWord));
        return source;
    }

    /** A table of the model, or a view. */
    Source table(Named named, Table table) {
        tables.use(named.alias(), table);
        boolean doubtful = tables.isDoubtful(table);
        Object use = new Object();
        List<Source.Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            Value value = new Value(
                    Optional.of(column.type()),
                    column.nullable() || doubtful,
                    Optional.empty(),
                    false,
                    // The engine sees through a view to the tables that it reads from.
                    tables.isView(table)
                            ? Optional.empty()
                            : Optional.of(new Value.ColumnOrigin(table.name(), column.name(), use)));
            columns.add(new Source.Column(column.name(), value));
        }
        Source source = new Source(named.alias(), Optional.of(table), columns);
        if (!table.withoutRowid() && !tables.isView(table)) {
            for (String rowId : List.of("rowid", "oid", "_rowid_")) {
                source.hide(rowId, Value.of(Scalar.BIGINT, doubtful));
            }
        }
        return source;
    }

    Source target(Named named) {
        return table(
                named,
                tables.find(named.name())
                        .orElseThrow(() -> new UnreadableQueryException("a table that the model does not have")));
    }

    private static Source derived(String alias, List<Output> outputs) {
        List<Source.Column> columns = new ArrayList<>();
        for (Output output : outputs) {
            columns.add(new Source.Column(output.name(), output.value()));
        }
        return new Source(alias, Optional.empty(), columns);
    }

    /** The functions that give rows, see <a href="https://sqlite.org/json1.html#jeach">json_each and json_tree</a>. */
    private Source function(Function function, Scope scope) {
        String name = Source.key(function.name());
        Optional<Table> indexed = tables.indexed(name);
        if (indexed.isPresent()) {
            function.arguments().forEach(argument -> values.value(argument, scope, Wanted.of(Scalar.TEXT)));
            return fullText(function.alias(), indexed.get());
        }
        if (!name.equals("json_each") && !name.equals("json_tree")) {
            throw new UnreadableQueryException("the function " + name + " in FROM");
        }
        for (var argument : function.arguments()) {
            values.value(argument, scope, Wanted.of(Scalar.TEXT));
        }
        return new Source(
                function.alias(),
                Optional.empty(),
                List.of(
                        new Source.Column("key", Value.UNKNOWN),
                        new Source.Column("value", Value.UNKNOWN),
                        new Source.Column("type", Value.of(Scalar.TEXT, false)),
                        new Source.Column("atom", Value.UNKNOWN),
                        new Source.Column("id", Value.of(Scalar.BIGINT, false)),
                        new Source.Column("parent", Value.of(Scalar.BIGINT, true)),
                        new Source.Column("fullkey", Value.of(Scalar.TEXT, false)),
                        new Source.Column("path", Value.of(Scalar.TEXT, false))));
    }

    private void join(Join join, Scope scope, Scope enclosing) {
        int start = scope.sources().size();
        add(join.left(), scope, enclosing);
        int middle = scope.sources().size();
        add(join.right(), scope, enclosing);
        List<Source> left = List.copyOf(scope.sources().subList(start, middle));
        List<Source> right =
                List.copyOf(scope.sources().subList(middle, scope.sources().size()));
        join.on().ifPresent(on -> values.value(on, scope, Wanted.of(Scalar.BOOLEAN)));
        List<String> using = join.natural() ? common(left, right) : join.using();
        boolean inner = join.kind() == JoinKind.INNER;
        if (inner) {
            join.on().ifPresent(on -> NullRejection.apply(on, scope));
        }
        if (join.kind() == JoinKind.LEFT || join.kind() == JoinKind.FULL) {
            right.forEach(this::mayBeMissing);
        }
        if (join.kind() == JoinKind.RIGHT || join.kind() == JoinKind.FULL) {
            left.forEach(this::mayBeMissing);
            // The engine makes rows without values of the right side as well, none of which it gives.
            right.forEach(tables::expectAbsent);
            scope.addRightJoin();
        }
        for (String column : using) {
            using(column, left, right, join.kind(), scope);
        }
    }

    private static void using(String column, List<Source> left, List<Source> right, JoinKind kind, Scope scope) {
        Source first = having(column, left);
        Source second = having(column, right);
        second.join(column);
        if (scope.hasRightJoin()) {
            // SQLite then takes the first of all columns of that name that is not NULL.
            scope.merge(column, ValueTypes.common(first.value(column), second.value(column)));
        } else if (kind == JoinKind.INNER) {
            first.notNull(column);
            second.notNull(column);
        }
    }

    private static Source having(String column, List<Source> sources) {
        return sources.stream()
                .filter(source -> source.has(column))
                .findFirst()
                .orElseThrow(() -> new UnreadableQueryException("USING of an unknown column"));
    }

    private static List<String> common(List<Source> left, List<Source> right) {
        List<String> common = new ArrayList<>();
        for (Source source : right) {
            for (Source.Column column : source.columns()) {
                if (left.stream().anyMatch(other -> other.hasShown(column.name()))) {
                    common.add(column.name());
                }
            }
        }
        return common;
    }

    private void mayBeMissing(Source source) {
        source.mayBeMissing();
        tables.expectAbsent(source);
    }

    /** Says that there may be no row of the scope's sources at all. */
    void mayBeEmpty(Scope scope) {
        scope.sources().forEach(tables::expectAbsent);
    }

    /** What {@code *} or {@code t.*} gives. */
    List<Output> star(Star star, Scope scope) {
        List<Output> outputs = new ArrayList<>();
        boolean found = false;
        for (Source source : scope.sources()) {
            if (star.qualifier().isEmpty()
                    || source.name().equalsIgnoreCase(star.qualifier().get())) {
                outputs.addAll(columns(source, star, scope));
                found = true;
                if (star.qualifier().isPresent()) {
                    break;
                }
            }
        }
        if (!found) {
            throw new UnreadableQueryException("a star of nothing");
        }
        return outputs;
    }

    private List<Output> columns(Source source, Star star, Scope scope) {
        boolean all = star.qualifier().isEmpty();
        boolean whole =
                source.table().filter(table -> !tables.isDoubtful(table)).isPresent()
                        && !(all && (source.hasJoined() || scope.hasMerged()));
        Optional<TableRow> row = whole
                ? Optional.of(new TableRow(
                        source.table().get(),
                        source.name(),
                        source.isMissing() || scope.mayBeEmpty(),
                        star.at() + scope.sources().indexOf(source)))
                : Optional.empty();
        List<Output> outputs = new ArrayList<>();
        for (Source.Column column : source.columns()) {
            if (all && source.isJoined(column.name())) {
                continue;
            }
            Value value =
                    all ? scope.merged(column.name()).orElse(source.value(column.name())) : source.value(column.name());
            outputs.add(new Output(column.name(), scope.mayBeEmpty() ? value.withNullable(true) : value, row));
        }
        return outputs;
    }
}
