package io.rowloom.generator.query;

import io.rowloom.generator.query.tree.FromTree;
import io.rowloom.generator.query.tree.QueryTree;
import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Binary;
import io.rowloom.generator.query.tree.SqlValueTree.ColumnName;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.query.typing.Value.ColumnOrigin;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells whether no two rows of a query are equal in all of some columns; where that is not sure, what is missing. */
final class PageRows {
    private static final String UNTOLD = "let it return many, or make it a query of tables with keys";

    private final Relations relations;
    private final List<ColumnOrigin> ordered = new ArrayList<>();
    private final Map<String, Table> sources = new LinkedHashMap<>();
    private final List<Binary> equalities = new ArrayList<>();
    private boolean plain = true;

    PageRows(Relations relations, List<Value> order) {
        this.relations = relations;
        order.forEach(value -> value.origin().ifPresent(ordered::add));
    }

    /** What to do about it; empty if all is well. */
    Optional<String> missing(Optional<StatementTree> tree) {
        if (tree.isEmpty()
                || !(tree.get() instanceof StatementTree.Reading reading)
                || !reading.query().others().isEmpty()
                || !(reading.query().first() instanceof QueryTree.Select select)
                || select.from().isEmpty()) {
            return Optional.of(UNTOLD);
        }
        from(select.from().get(), reading.query());
        select.where().ifPresent(this::condition);
        Set<String> tables = new HashSet<>();
        if (!plain || !sources.values().stream().allMatch(table -> tables.add(table.name()))) {
            return Optional.of(UNTOLD);
        }
        if (!select.groupBy().isEmpty()) {
            return select.groupBy().stream().allMatch(this::isOrdered)
                    ? Optional.empty()
                    : Optional.of("end the order with what the rows are grouped by");
        }
        return ofSources();
    }

    private void from(FromTree from, QueryTree query) {
        if (from instanceof FromTree.Join join) {
            plain &= join.kind() == FromTree.JoinKind.INNER || join.kind() == FromTree.JoinKind.LEFT;
            plain &= join.using().isEmpty() && !join.natural();
            from(join.left(), query);
            from(join.right(), query);
            join.on().ifPresent(this::condition);
        } else if (from instanceof FromTree.Named named
                && query.with().stream().noneMatch(with -> with.name().equalsIgnoreCase(named.name()))
                && relations.table(named.name()).isPresent()) {
            sources.put(key(named.alias()), relations.table(named.name()).get());
        } else {
            plain = false;
        }
    }

    private void condition(SqlValueTree tree) {
        if (tree instanceof Binary binary && binary.operator().equals("AND")) {
            condition(binary.left());
            condition(binary.right());
        } else if (tree instanceof Binary binary && binary.operator().equals("=")) {
            equalities.add(binary);
        }
    }

    private boolean isOrdered(SqlValueTree tree) {
        return tree instanceof ColumnName name
                && sources.entrySet().stream()
                        .filter(source -> name.qualifier().isEmpty()
                                ? source.getValue().column(name.name()).isPresent()
                                : key(name.qualifier().get()).equals(source.getKey()))
                        .anyMatch(source -> isOrdered(source.getValue(), name.name()));
    }

    private boolean isOrdered(Table table, String column) {
        return ordered.stream()
                .anyMatch(origin -> origin.table().equalsIgnoreCase(table.name())
                        && origin.column().equalsIgnoreCase(column));
    }

    /** A row is known if a key of it is in the order, or is equal to something in a row that is known. */
    private Optional<String> ofSources() {
        Set<String> known = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Table> source : sources.entrySet()) {
                Table table = source.getValue();
                boolean told = keys(table).stream()
                        .anyMatch(columns -> columns.stream()
                                .allMatch(column -> isOrdered(table, column)
                                        || isEqualToKnown(source.getKey(), table, column, known)));
                more |= told && known.add(source.getKey());
            }
        }
        for (Map.Entry<String, Table> source : sources.entrySet()) {
            if (!known.contains(source.getKey())) {
                List<List<String>> keys = keys(source.getValue());
                return Optional.of(
                        keys.isEmpty()
                                ? "'" + source.getValue().name() + "' has no key; " + UNTOLD
                                : "end it with " + source.getKey() + '.'
                                        + String.join(", " + source.getKey() + '.', keys.get(0)));
            }
        }
        return Optional.empty();
    }

    private boolean isEqualToKnown(String alias, Table table, String column, Set<String> known) {
        for (Binary equality : equalities) {
            for (int side = 0; side < 2; side++) {
                SqlValueTree own = side == 0 ? equality.left() : equality.right();
                SqlValueTree other = side == 0 ? equality.right() : equality.left();
                boolean isOwn = own instanceof ColumnName name
                        && name.name().equalsIgnoreCase(column)
                        && (name.qualifier().isPresent()
                                ? key(name.qualifier().get()).equals(alias)
                                : sources.values().stream()
                                        .noneMatch(each -> each != table
                                                && each.column(name.name()).isPresent()));
                boolean isKnown = other instanceof SqlValueTree.Parameter
                        || other instanceof SqlValueTree.Constant
                        || other instanceof ColumnName name
                                && name.qualifier().isPresent()
                                && known.contains(key(name.qualifier().get()));
                if (isOwn && isKnown) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<List<String>> keys(Table table) {
        List<List<String>> keys = new ArrayList<>();
        table.primaryKey().ifPresent(key -> keys.add(key.columns()));
        for (UniqueConstraint unique : table.uniques()) {
            boolean always = unique.columns().stream()
                    .allMatch(name -> table.column(name)
                            .filter(column -> !column.nullable())
                            .isPresent());
            if (always) {
                keys.add(unique.columns());
            }
        }
        return keys;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
