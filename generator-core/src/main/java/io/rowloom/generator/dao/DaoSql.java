package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteNames;
import java.util.List;
import java.util.StringJoiner;
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

    DaoSql(TableDao table) {
        this.table = table;
        this.name = SqliteNames.quote(table.name());
        this.selected =
                list("SELECT ", table.columns().stream().map(DaoSql::qualified).toList(), "");
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }

    /** Every column of every row, in the order in which a row is read. */
    String select() {
        return select("");
    }

    /** As {@link #select()}, with {@code more} columns behind. */
    String select(String more) {
        return selected + more + '\n' + from();
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
        StringJoiner brief = new StringJoiner(" ");
        boolean values = false;
        for (String line : sql.replace(selected, "SELECT ...").split("\n *")) {
            values &= !line.startsWith("ON CONFLICT ") && !line.startsWith("RETURNING ");
            if (line.startsWith("INSERT INTO ")) {
                brief.add("INSERT INTO " + name + " AS t (...)");
            } else if (line.startsWith("VALUES (")) {
                brief.add("VALUES (...)");
                values = true;
            } else if (line.startsWith("SELECT " + qualified(table.columns().get(0)))) {
                brief.add("SELECT ...");
            } else if (line.startsWith("SET ")) {
                brief.add("SET ...");
            } else if (line.startsWith("RETURNING ")) {
                brief.add("RETURNING ...");
            } else if (!values) {
                brief.add(line);
            }
        }
        return brief.toString().replace("( ", "(").replace(" )", ")");
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
        return "FROM " + name + " AS t";
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
