package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keyset pages and their statements: the rows that follow one in the order of an index, the nearest first.
 *
 * <p>What follows a row is in ranges of the index: rows that are equal to it in all columns of the order but the last and
 * greater in that; rows equal in all but two and greater in the last but one; and so on. SQLite merges them as they come.
 * One comparison of row values would be shorter, but SQLite does not search by the rowid in one and so goes through all
 * rows that are equal in the other columns; and it knows neither NULL nor mixed directions.
 */
final class PageSql {
    private final String select;
    private final String where;
    private final List<SqlOrder> order;
    /** Where each column of the order stands in a row. */
    private final int[] positions;
    /** By {@link #number}. */
    private final ConcurrentHashMap<Integer, SqlStatement> statements = new ConcurrentHashMap<>();

    PageSql(SqlTable table, int width, String columns, String from, String where, List<SqlOrder> order) {
        StringBuilder selected = new StringBuilder("SELECT ").append(columns);
        int last = width;
        this.positions = new int[order.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = table.position(order.get(i).column());
            if (positions[i] == 0) {
                positions[i] = ++last;
                selected.append(", ").append(order.get(i).sql());
            }
        }
        this.select = selected.append('\n').append(from).toString();
        this.where = where;
        this.order = order;
    }

    /** The order as a clause; empty where there is none. */
    String orderBy() {
        StringJoiner clause = new StringJoiner(", ", "\nORDER BY ", "");
        for (SqlOrder by : order) {
            clause.add(by.isDescending() ? by.sql() + " DESC" : by.sql());
        }
        return order.isEmpty() ? "" : clause.toString();
    }

    /**
     * Reads a page.
     *
     * @param list the statement of all rows; those of pages have its table and operation
     * @param scope what tells this list from others, so that none takes a cursor of another
     * @throws SqlCursorException when the request came from another list, or from a cursor that was changed
     */
    <T> Page<T> page(
            SqlSession session,
            SqlBinder binder,
            PageRequest request,
            SqlRowReader<T> reader,
            SqlStatement list,
            String scope) {
        JsonParameters equal = JsonParameters.of(binder, list);
        PageStart start = request.start(scope + ' ' + order + ' ' + equal.text(), order.size(), list);
        SqlStatement statement = statements.computeIfAbsent(
                number(start), number -> SqlStatement.read(list.table(), list.operation(), sql(start, equal.size())));
        List<PageRow<T>> rows = session.list(
                statement,
                parameters -> {
                    binder.bind(parameters);
                    bind(parameters, equal.size(), start, request.size());
                },
                PageRow.reader(reader, this));
        return PageRow.page(rows, start, request.size());
    }

    /** Which statement a start needs: one for each direction and for each set of values that are NULL. */
    int number(PageStart start) {
        int number = start.backwards() ? 1 : 0;
        List<@Nullable Object> key = start.key();
        if (key != null) {
            number += 2;
            for (int i = 0; i < key.size(); i++) {
                number += key.get(i) == null ? 4 << i : 0;
            }
        }
        return number;
    }

    /** That statement, whose condition has so many parameters. */
    String sql(PageStart start, int parameters) {
        List<@Nullable Object> key = start.key();
        List<String> ranges = new ArrayList<>();
        if (key == null) {
            ranges.add(select + where);
        } else {
            for (int i = key.size() - 1; i >= 0; i--) {
                String equal = select + where + equal(key, i, parameters);
                boolean unlikely = key.subList(0, i).contains(null);
                for (String range : following(start, key, i, parameters)) {
                    ranges.add(equal + (where.isEmpty() && i == 0 ? "\nWHERE " : " AND ") + hinted(range, unlikely));
                }
            }
        }
        StringJoiner terms = new StringJoiner(", ", "\nORDER BY ", "\nLIMIT ?" + limit(start, parameters));
        for (int i = 0; i < positions.length; i++) {
            // Merged ranges have no table of which a column could be.
            String term = ranges.size() == 1 ? order.get(i).sql() : String.valueOf(positions[i]);
            terms.add(isDescending(i, start) ? term + " DESC" : term);
        }
        return String.join("\nUNION ALL\n", ranges) + terms;
    }

    private int limit(PageStart start, int parameters) {
        return parameters + (start.key() == null ? 0 : order.size()) + 1;
    }

    /** The conditions that rows are equal in the first {@code count} columns of the order. */
    private String equal(List<@Nullable Object> key, int count, int parameters) {
        StringBuilder conditions = new StringBuilder();
        boolean unlikely = false;
        for (int i = 0; i < count; i++) {
            boolean isNull = key.get(i) == null;
            String equal = order.get(i).sql() + (isNull ? " IS NULL" : " = ?" + (parameters + i + 1));
            conditions.append(where.isEmpty() && i == 0 ? "\nWHERE " : " AND ").append(hinted(equal, unlikely));
            unlikely |= isNull;
        }
        return conditions.toString();
    }

    /**
     * A condition with what SQLite does not know: where a column is NULL that is unique by itself, it expects two rows, and so
     * searches by that column alone and sorts what it finds. A sixteenth of the table, which is <a
     * href="https://sqlite.org/lang_corefunc.html#unlikely">unlikely</a>, is more than it wants to sort; and if another condition is
     * unlikely, it searches by that one as well.
     */
    private static String hinted(String condition, boolean unlikely) {
        return unlikely ? "unlikely(" + condition + ')' : condition;
    }

    /** The ranges in which a column is further on; NULL is less than every value. */
    private List<String> following(PageStart start, List<@Nullable Object> key, int column, int parameters) {
        SqlOrder by = order.get(column);
        String parameter = "?" + (parameters + column + 1);
        if (!isDescending(column, start)) {
            return List.of(by.sql() + (key.get(column) == null ? " IS NOT NULL" : " > " + parameter));
        }
        if (key.get(column) == null) {
            return List.of();
        }
        String less = by.sql() + " < " + parameter;
        return by.isNullable() ? List.of(less, hinted(by.sql() + " IS NULL", true)) : List.of(less);
    }

    private boolean isDescending(int column, PageStart start) {
        return order.get(column).isDescending() != start.backwards();
    }

    /** Binds what comes after the parameters of the condition; a row more is asked for, to know whether there is one. */
    void bind(SqlParameters to, int parameters, PageStart start, int size) throws SQLException {
        List<@Nullable Object> key = start.key();
        if (key != null) {
            for (int i = 0; i < key.size(); i++) {
                to.value(parameters + i + 1, key.get(i));
            }
        }
        to.bigint(limit(start, parameters), size + 1L);
    }

    /** What a row holds in the columns of the order. */
    List<@Nullable Object> key(SqlRow row) throws SQLException {
        @Nullable Object[] key = new @Nullable Object[positions.length];
        for (int i = 0; i < positions.length; i++) {
            key[i] = row.value(positions[i]);
        }
        return Arrays.asList(key);
    }
}
