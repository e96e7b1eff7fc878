package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query whose rows are had in pages; a constant of generated code.
 *
 * <p>Pages are found by what rows hold in the columns of the order, so each costs the same wherever it is, if an index has
 * the rows in that order.
 */
public final class SqlPages {
    private final SqlStatement list;
    private final List<SqlOrder> order;
    private final PageSql pages;

    private SqlPages(SqlStatement list, int width, List<SqlOrder> order) {
        this.list = list;
        this.order = order;
        SqlTable rows = SqlTable.of(list.table());
        this.pages = new PageSql(rows, width, "t.*", "FROM (\n" + list.text() + "\n) AS t", "", order);
    }

    /**
     * The pages of a query.
     *
     * @param list the query without its order, its parameters numbered {@code ?1}, {@code ?2} and so on
     * @param width how many columns it gives
     * @param order columns of its result; no two rows are equal in all of them
     */
    public static SqlPages of(SqlStatement list, int width, SqlOrder... order) {
        return new SqlPages(list, width, List.of(order));
    }

    /**
     * A page of the rows, in order.
     *
     * @throws SqlCursorException when the request came from another list, or from a cursor that was changed
     */
    public <T> Page<T> page(SqlSession session, SqlBinder binder, PageRequest request, SqlRowReader<T> reader) {
        return pages.page(session, binder, request, reader, list, list + " " + list.text());
    }

    /** The statement of the first page, for whoever looks at its plan; {@code parameters} is how many the query has. */
    public String first(int parameters) {
        return pages.sql(new PageStart("", false, null), parameters);
    }

    /** The statement of a page that follows others. */
    public String following(int parameters) {
        @Nullable Object[] key = new @Nullable Object[order.size()];
        Arrays.fill(key, 0L);
        return pages.sql(new PageStart("", false, new ArrayList<>(Arrays.asList(key))), parameters);
    }

    @Override
    public String toString() {
        return list.toString();
    }
}
