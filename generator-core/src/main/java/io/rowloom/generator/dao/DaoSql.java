package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of a DAO. Reads and conditions qualify every column, because SQLite takes a quoted name that it does not
 * know for a string (<a href="https://sqlite.org/quirks.html#dblquote">quirks</a>).
 */
final class DaoSql {
    private static final int WIDTH = 96;

    private final TableDao table;
    private final String name;
    private final String selected;
    private final String selectedFirst;
    private final String from;
    private final String select;

    DaoSql(TableDao table) {
        this.table = table;
        this.name = SqliteNames.quote(table.name());
        this.selected =
                list("SELECT ", table.columns().stream().map(DaoSql::qualified).toList(), "");
        this.selectedFirst = "SELECT " + qualified(table.columns().get(0));
        this.from = "FROM " + name + " AS t";
        this.select = selected + '\n' + from;
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }

    /** Every column of every row, in the order in which a row is read. */
    String select() {
        return select;
    }

    /** As {@link #select()}, with {@code more} columns behind. */
    String select(String more) {
        return more.isEmpty() ? select : selected + more + '\n' + from;
    }

    /** Another table as statements name it. */
    static String quoted(String table) {
        return SqliteNames.quote(table);
    }

    /** {@code WHERE t."a" = ? AND t."b" = ?}. */
    String where(List<ColumnDescriptor> columns) {
        return columns.stream()
                .map(column -> qualified(column) + " = ?")
                .collect(Collectors.joining(" AND ", "WHERE ", ""));
    }

    /** A statement on one line, with {@code ...} for its lists of columns and values. */
    String brief(String sql) {
        String text = sql.replace(selected, "SELECT ...");
        StringBuilder brief = new StringBuilder(text.length() + 16);
        boolean values = false;
        // By hand: this is done for every method of every table, and a regular expression costs more than all the rest.
        for (int start = 0; start < text.length(); ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            while (start < end && start > 0 && text.charAt(start) == ' ') {
                start++;
            }
            values &= !text.startsWith("ON CONFLICT ", start) && !text.startsWith("RETURNING ", start);
            if (text.startsWith("INSERT INTO ", start)) {
                add(brief, "INSERT INTO " + name + " AS t (...)");
            } else if (text.startsWith("VALUES (", start)) {
                add(brief, "VALUES (...)");
                values = true;
            } else if (text.startsWith(selectedFirst, start)) {
                add(brief, "SELECT ...");
            } else if (text.startsWith("SET ", start)) {
                add(brief, "SET ...");
            } else if (text.startsWith("RETURNING ", start)) {
                add(brief, "RETURNING ...");
            } else if (!values) {
                add(brief, text.substring(start, end));
            }
            start = end + 1;
        }
        return brief.toString();
    }

    /** With a space before it, but none within parentheses that stand on lines of their own. */
    private static void add(StringBuilder brief, String line) {
        boolean tight = brief.isEmpty() || brief.charAt(brief.length() - 1) == '(' || line.startsWith(")");
        brief.append(tight ? "" : " ").append(line);
    }

    private static String qualified(ColumnDescriptor column) {
        return column(column.name());
    }

    /** A column of the table, which statements call {@code t}. */
    static String column(String name) {
        return "t." + SqliteNames.quote(name);
    }

    /** The table in a statement that finds its rows. */
    String from() {
        return from;
    }

    private static String list(String open, List<String> items, String close) {
        StringBuilder text = new StringBuilder(open);
        int lineStart = 0;
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i == items.size() - 1 ? close : ",");
            if (i > 0) {
                boolean wraps = text.length() - lineStart + 1 + item.length() > WIDTH;
                text.append(wraps ? "\n    " : " ");
                lineStart = wraps ? text.length() - 4 : lineStart;
            }
            text.append(item);
        }
        return text.toString();
    }
}
