package io.rowloom.generator.java;

import io.rowloom.generator.sqlite.SqliteDefaults;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.DefaultValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The statements of a DAO. Reads and conditions qualify every column, because SQLite takes a quoted name that it does not
 * know for a string (<a href="https://sqlite.org/quirks.html#dblquote">quirks</a>).
 */
final class DaoSql {
    private static final int WIDTH = 96;

    private final TableDescriptor table;
    private final String name;

    DaoSql(TableDescriptor table) {
        this.table = table;
        this.name = SqliteNames.quote(table.name());
    }

    /** Inserts a row from a parameter for each of its columns, and returns what the database computes. */
    String insert() {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnDescriptor column : table.inserted()) {
            names.add(SqliteNames.quote(column.name()));
            values.add(column.defaultValue()
                    .filter(DefaultValue.Expression.class::isInstance)
                    .map(value -> "coalesce(?, " + SqliteDefaults.clause(value, column.type()) + ')')
                    .orElse("?"));
        }
        return list("INSERT INTO " + name + " (", names, ")")
                + '\n'
                + list("VALUES (", values, ")")
                + returning(table.computed());
    }

    String findByKey() {
        return select() + '\n' + whereKey();
    }

    String existsByKey() {
        return "SELECT EXISTS (\n    SELECT 1\n    FROM " + name + " AS t\n    " + whereKey() + "\n)";
    }

    /** Writes every column of a row but its key, if its version is still the one that was read. */
    String update() {
        List<String> assignments = table.updated().stream()
                .map(column -> SqliteNames.quote(column.name()) + " = ?")
                .toList();
        String version = table.version()
                .map(column -> " AND " + qualified(column) + " = ?")
                .orElse("");
        return "UPDATE " + name + " AS t\n" + list("SET ", assignments, "") + '\n' + whereKey() + version
                + returning(table.generated());
    }

    String deleteByKey() {
        return "DELETE FROM " + name + " AS t\n" + whereKey();
    }

    String count() {
        return "SELECT count(*) FROM " + name;
    }

    String list() {
        List<String> order = table.key().stream().map(DaoSql::qualified).toList();
        return select() + '\n' + (order.isEmpty() ? "" : list("ORDER BY ", order, "") + '\n') + "LIMIT ?";
    }

    String order() {
        return String.join(", ", table.key().stream().map(DaoSql::qualified).toList());
    }

    /** The table as statements name it. */
    String name() {
        return name;
    }

    String select() {
        return list("SELECT ", table.columns().stream().map(DaoSql::qualified).toList(), "") + "\nFROM " + name
                + " AS t";
    }

    String whereKey() {
        return "WHERE "
                + String.join(
                        " AND ",
                        table.key().stream()
                                .map(column -> qualified(column) + " = ?")
                                .toList());
    }

    private static String returning(List<ColumnDescriptor> columns) {
        List<String> names =
                columns.stream().map(column -> SqliteNames.quote(column.name())).toList();
        return names.isEmpty() ? "" : '\n' + list("RETURNING ", names, "");
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
