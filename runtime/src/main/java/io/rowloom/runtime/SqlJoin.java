package io.rowloom.runtime;

import java.util.function.Supplier;

/**
 * The way from the rows of a table, {@code t}, to the row of another that each refers to, {@code p}.
 *
 * <p>The other table is asked for at the first use and not before: the classes of two tables that refer to each other would
 * wait for one another if each began with the other.
 */
public final class SqlJoin {
    final Supplier<SqlTable> other;
    final String text;

    private SqlJoin(Supplier<SqlTable> other, String text) {
        this.other = other;
        this.text = text;
    }

    /** {@code text} is the clause, {@code JOIN "agents" AS p ON …}; an outer one where there may be no other row. */
    public static SqlJoin of(Supplier<SqlTable> other, String text) {
        return new SqlJoin(other, text);
    }

    @Override
    public String toString() {
        return text;
    }
}
