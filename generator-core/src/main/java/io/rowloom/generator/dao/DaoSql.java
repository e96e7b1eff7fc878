package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteDefaults;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.DefaultValue;
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
    private final String inserted;
    private final String values;
    private final String assigned;

    DaoSql(TableDao table) {
        this.table = table;
        this.name = SqliteNames.quote(table.name());
        this.selected =
                list("SELECT ", table.columns().stream().map(DaoSql::qualified).toList(), "");
        this.inserted = list(
                "INSERT INTO " + name + " (",
                table.inserted().stream().map(DaoSql::quoted).toList(),
                ")");
        this.values =
                list("VALUES (", table.inserted().stream().map(DaoSql::value).toList(), ")");
        this.assigned = list(
                "SET ",
                table.updated().stream().map(column -> quoted(column) + " = ?").toList(),
                "");
    }

    /** Inserts a row from a parameter for each of its columns, and returns what the database computes. */
    String insert() {
        return inserted + '\n' + values + returning(table.computed());
    }

    private static String value(ColumnDescriptor column) {
        return column.defaultValue()
                .filter(DefaultValue.Expression.class::isInstance)
                .map(value -> "coalesce(?, " + SqliteDefaults.clause(value, column.type()) + ')')
                .orElse("?");
    }

    String findByKey() {
        return select() + '\n' + where(table.key());
    }

    String existsByKey() {
        return "SELECT EXISTS (\n    SELECT 1\n    FROM " + name + " AS t\n    " + where(table.key()) + "\n)";
    }

    /** Writes every column of a row but its key, if its version is still the one that was read. */
    String update() {
        String version = table.version()
                .map(column -> " AND " + qualified(column) + " = ?")
                .orElse("");
        return "UPDATE " + name + " AS t\n" + assigned + '\n' + where(table.key()) + version
                + returning(table.generated());
    }

    String deleteByKey() {
        return "DELETE FROM " + name + " AS t\n" + where(table.key());
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }

    String list() {
        return select() + '\n' + (table.key().isEmpty() ? "" : orderBy(table.key()) + '\n') + "LIMIT ?";
    }

    /** Every column of every row, in the order in which a row is read. */
    String select() {
        return selected + "\nFROM " + name + " AS t";
    }

    /** {@code WHERE t."a" = ? AND t."b" = ?}. */
    String where(List<ColumnDescriptor> columns) {
        return columns.stream()
                .map(column -> qualified(column) + " = ?")
                .collect(Collectors.joining(" AND ", "WHERE ", ""));
    }

    String orderBy(List<ColumnDescriptor> columns) {
        return list("ORDER BY ", columns.stream().map(DaoSql::qualified).toList(), "");
    }

    /** A statement on one line, without the columns that it lists. */
    String brief(String sql) {
        String text = sql.replace(selected, "SELECT ...")
                .replace(inserted, "INSERT INTO " + name + " (...)")
                .replace(values, "VALUES (...)");
        if (!table.updated().isEmpty()) {
            text = text.replace(assigned, "SET ...");
        }
        return text.replace("(\n    ", "(").replace("\n)", ")").replaceAll("\n *", " ");
    }

    private static String returning(List<ColumnDescriptor> columns) {
        List<String> names = columns.stream().map(DaoSql::quoted).toList();
        return names.isEmpty() ? "" : '\n' + list("RETURNING ", names, "");
    }

    private static String quoted(ColumnDescriptor column) {
        return SqliteNames.quote(column.name());
    }

    private static String qualified(ColumnDescriptor column) {
        return "t." + SqliteNames.quote(column.name());
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
