package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that refer to those of another, for any number of the latter in one statement.
 *
 * <p>The statement is given the keys of all parents and says of each child to the how manieth of them it belongs; so SQL alone
 * decides what is equal.
 */
public final class SqlChildren {
    private final Supplier<SqlTable> table;
    private final String parents;
    private final String operation;
    private final String on;
    private final List<SqlOrder> order;
    private volatile @Nullable SqlStatement statement;

    private SqlChildren(Supplier<SqlTable> table, String parents, String operation, String on, List<SqlOrder> order) {
        this.table = table;
        this.parents = parents;
        this.operation = operation;
        this.on = on;
        this.order = order;
    }

    private record Child<C>(int parent, C value) {}

    /**
     * The children in a table, which is asked for at the first use as in {@link SqlJoin}.
     *
     * @param parents the table that they refer to
     * @param operation the method that asks for them, {@code withMessages}
     * @param on how {@code t} is found by the key {@code k.value}: a value, or an array for more columns
     * @param order the order of the children of a parent
     */
    public static SqlChildren of(
            Supplier<SqlTable> table, String parents, String operation, String on, SqlOrder... order) {
        return new SqlChildren(table, parents, operation, on, List.of(order));
    }

    private SqlStatement statement() {
        SqlStatement made = statement;
        if (made == null) {
            synchronized (this) {
                made = statement;
                if (made == null) {
                    made = SqlStatement.read(parents, operation, text(table.get()));
                    statement = made;
                }
            }
        }
        return made;
    }

    private String text(SqlTable children) {
        StringBuilder text = new StringBuilder("SELECT ")
                .append(children.columns("t"))
                .append(", k.\"key\"\nFROM json_each(?) AS k\nCROSS JOIN ")
                .append(SqlTable.quote(children.name()))
                .append(" AS t ON ")
                .append(on)
                .append("\nORDER BY k.\"key\"");
        for (SqlOrder by : order) {
            text.append(", ").append(by.sql()).append(by.isDescending() ? " DESC" : "");
        }
        return text.toString();
    }

    /**
     * Each parent with its children.
     *
     * @param key binds the columns of a parent that children refer to
     * @param child reads a child
     * @param family makes what becomes of both
     */
    public <P, C, R> List<R> of(
            SqlSession session,
            List<P> parents,
            SqlRowBinder<P> key,
            SqlRowReader<C> child,
            BiFunction<? super P, List<C>, R> family) {
        List<List<C>> children = new ArrayList<>(parents.size());
        for (int i = 0; i < parents.size(); i++) {
            children.add(new ArrayList<>());
        }
        if (!parents.isEmpty()) {
            String keys = SqlLists.keys(parents, key);
            int parent = table.get().width() + 1;
            session.list(
                            statement(),
                            parameters -> parameters.text(1, keys),
                            row -> new Child<>(row.integer(parent), child.read(row)))
                    .forEach(read -> children.get(read.parent).add(read.value));
        }
        List<R> families = new ArrayList<>(parents.size());
        for (int i = 0; i < parents.size(); i++) {
            families.add(family.apply(parents.get(i), Collections.unmodifiableList(children.get(i))));
        }
        return Collections.unmodifiableList(families);
    }

    /** The same for the parents of a page. */
    public <P, C, R> Page<R> of(
            SqlSession session,
            Page<P> parents,
            SqlRowBinder<P> key,
            SqlRowReader<C> child,
            BiFunction<? super P, List<C>, R> family) {
        return parents.with(of(session, (List<P>) parents, key, child, family));
    }
}
