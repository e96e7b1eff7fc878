package io.rowloom.generator.query;

import io.rowloom.generator.query.tree.FromTree;
import io.rowloom.generator.query.tree.QueryTree;
import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Between;
import io.rowloom.generator.query.tree.SqlValueTree.Binary;
import io.rowloom.generator.query.tree.SqlValueTree.Collate;
import io.rowloom.generator.query.tree.SqlValueTree.ColumnName;
import io.rowloom.generator.query.tree.SqlValueTree.Exists;
import io.rowloom.generator.query.tree.SqlValueTree.InList;
import io.rowloom.generator.query.tree.SqlValueTree.InQuery;
import io.rowloom.generator.query.tree.SqlValueTree.Unary;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.model.Column;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of an index that conditions on a table ask for: those compared for equality, then one of a range. */
final class IndexColumns {
    private final String alias;
    private final Table table;
    private final Set<String> equal = new LinkedHashSet<>();
    private final Set<String> ranges = new LinkedHashSet<>();

    private IndexColumns(String alias, Table table) {
        this.alias = alias;
        this.table = table;
    }

    static List<String> of(StatementTree statement, String alias, Table table) {
        IndexColumns columns = new IndexColumns(alias, table);
        if (statement instanceof StatementTree.Reading reading) {
            columns.query(reading.query());
        } else if (statement instanceof StatementTree.Updating updating) {
            updating.where().ifPresent(columns::condition);
        } else if (statement instanceof StatementTree.Deleting deleting) {
            deleting.where().ifPresent(columns::condition);
        } else if (statement instanceof StatementTree.Inserting inserting) {
            inserting.query().ifPresent(columns::query);
        }
        List<String> found = new ArrayList<>(columns.equal);
        columns.ranges.stream()
                .filter(range -> !found.contains(range))
                .findFirst()
                .ifPresent(found::add);
        return found;
    }

    private void query(QueryTree query) {
        query.with().forEach(with -> query(with.query()));
        core(query.first());
        query.others().forEach(other -> core(other.core()));
    }

    private void core(QueryTree.Core core) {
        if (core instanceof QueryTree.Select select) {
            select.from().ifPresent(this::from);
            select.where().ifPresent(this::condition);
        }
    }

    private void from(FromTree from) {
        if (from instanceof FromTree.Join join) {
            from(join.left());
            from(join.right());
            join.on().ifPresent(this::condition);
            join.using().forEach(column -> table.column(column).ifPresent(found -> equal.add(found.name())));
        } else if (from instanceof FromTree.Derived derived) {
            query(derived.query());
        }
    }

    private void condition(SqlValueTree tree) {
        if (tree instanceof Binary binary) {
            switch (binary.operator()) {
                case "AND" -> {
                    condition(binary.left());
                    condition(binary.right());
                }
                case "=", "IS" -> {
                    column(binary.left()).ifPresent(equal::add);
                    column(binary.right()).ifPresent(equal::add);
                }
                case "<", "<=", ">", ">=" -> {
                    column(binary.left()).ifPresent(ranges::add);
                    column(binary.right()).ifPresent(ranges::add);
                }
                default -> {}
            }
        } else if (tree instanceof Exists exists) {
            query(exists.query());
        } else if (tree instanceof Unary unary) {
            // NOT EXISTS looks for a row as EXISTS does; a condition that is negated itself is of no use.
            if (unary.operand() instanceof Exists) {
                condition(unary.operand());
            }
        } else if (tree instanceof InList list && !list.negated()) {
            column(list.operand()).ifPresent(equal::add);
        } else if (tree instanceof InQuery in && !in.negated()) {
            column(in.operand()).ifPresent(equal::add);
        } else if (tree instanceof Between between && !between.negated()) {
            column(between.operand()).ifPresent(ranges::add);
        }
    }

    private Optional<String> column(SqlValueTree tree) {
        if (tree instanceof Collate collate) {
            return column(collate.operand());
        }
        if (!(tree instanceof ColumnName name)
                || name.qualifier().isPresent() && !name.qualifier().get().equalsIgnoreCase(alias)) {
            return Optional.empty();
        }
        return table.column(name.name()).map(Column::name);
    }
}
