package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The rows of a table that refer to those of another, for any number of the latter in one statement.
 *
 * <p>The statement is given the keys of all parents and says of each child to the how manieth of them it belongs; so SQL alone
 * decides what is equal.
 */
public final class SqlChildren {
    private final SqlStatement statement;
    private final int parent;

    private record Child<C>(int parent, C value) {}

    private SqlChildren(SqlStatement statement, int parent) {
        this.statement = statement;
        this.parent = parent;
    }

    /**
     * The children in {@code table}.
     *
     * @param parents the table that they refer to
     * @param operation the method that asks for them, {@code withMessages}
     * @param on how {@code t} is found by the key {@code k.value}: a value, or an array for more columns
     * @param order the order of the children of a parent
     */
    public static SqlChildren of(SqlTable table, String parents, String operation, String on, SqlOrder... order) {
        StringBuilder text = new StringBuilder("SELECT ")
                .append(table.columns("t"))
                .append(", k.\"key\"\nFROM json_each(?) AS k\nCROSS JOIN ")
                .append(table.from().substring("FROM ".length()))
                .append(" ON ")
                .append(on)
                .append("\nORDER BY k.\"key\"");
        for (SqlOrder by : order) {
            text.append(", ").append(by.sql()).append(by.isDescending() ? " DESC" : "");
        }
        return new SqlChildren(SqlStatement.read(parents, operation, text.toString()), table.width() + 1);
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
            session.list(
                            statement,
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
