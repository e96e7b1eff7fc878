package io.rowloom.generator.java;

import io.rowloom.generator.dao.Children;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.Parent;
import io.rowloom.generator.dao.RowOrder;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlRow;
import io.rowloom.runtime.SqlStatement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a table holds by plain SQL that uses no index: {@code NOT INDEXED}, and {@code +} before each column. */
final class PlainRows {
    private final Contract contract;
    private final Table table;

    PlainRows(Contract contract, Table table) {
        this.contract = contract;
        this.table = table;
    }

    /** All rows, or those that have in some columns the values of a row. */
    List<Object> like(Optional<Object> row, List<ColumnDescriptor> columns, List<RowOrder.Column> order)
            throws Exception {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(list(table, "b"))
                .append(" FROM ")
                .append(quoted(table))
                .append(" AS b NOT INDEXED");
        if (row.isPresent()) {
            sql.append(", ")
                    .append(quoted(table))
                    .append(" AS a NOT INDEXED WHERE ")
                    .append(at("a", row.get()));
            for (ColumnDescriptor column : columns) {
                String name = SqliteNames.quote(column.name());
                sql.append(" AND +b.").append(name).append(" IS +a.").append(name);
            }
        }
        return rows(table, sql + order(order, "b"));
    }

    /** The row that a foreign key of a row leads to, if there is one. */
    List<Object> parent(Object row, Parent parent) throws Exception {
        Table others = contract.model().table(parent.table()).orElseThrow();
        String on = parent.join()
                .substring(parent.join().indexOf(" ON ") + 4)
                .replace(" p.", " +p.")
                .replace(" t.", " +t.");
        return rows(
                others,
                "SELECT " + list(others, "p") + " FROM " + quoted(others) + " AS p NOT INDEXED, " + quoted(table)
                        + " AS t NOT INDEXED WHERE +" + on + " AND " + at("t", row));
    }

    /** The rows whose foreign key leads to a row. */
    List<Object> children(Object row, Children children) throws Exception {
        Table others = contract.model().table(children.table()).orElseThrow();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < children.keys().size(); i++) {
            conditions.add(
                    "+t." + SqliteNames.quote(key(others, children).columns().get(i)) + " = +p."
                            + SqliteNames.quote(children.keys().get(i).name()));
        }
        return rows(
                others,
                "SELECT " + list(others, "t") + " FROM " + quoted(others) + " AS t NOT INDEXED, " + quoted(table)
                        + " AS p NOT INDEXED WHERE " + String.join(" AND ", conditions) + " AND " + at("p", row)
                        + order(children.order(), "t"));
    }

    private ForeignKey key(Table others, Children children) {
        return others.foreignKeys().stream()
                .filter(key -> key.targetTable().equals(table.name())
                        && children.on()
                                .contains("t." + SqliteNames.quote(key.columns().get(0)) + " = "))
                .findFirst()
                .orElseThrow();
    }

    private static String order(List<RowOrder.Column> order, String alias) {
        return order.isEmpty()
                ? ""
                : order.stream()
                        .map(column -> '+'
                                + alias
                                + '.'
                                + SqliteNames.quote(column.name())
                                + (column.descending() ? " DESC" : ""))
                        .collect(Collectors.joining(", ", " ORDER BY ", ""));
    }

    /** The condition that picks the row that is stored at the same place as {@code row}. */
    private String at(String alias, Object row) throws Exception {
        int index = contract.stored(table).indexOf(row);
        String key = table.withoutRowid()
                ? table.primaryKey().orElseThrow().columns().stream()
                        .map(name -> alias + '.' + SqliteNames.quote(name))
                        .collect(Collectors.joining(" || ' ' || "))
                : alias + '.' + rowid();
        String same = table.withoutRowid() ? key.replace(alias + '.', "") : rowid();
        List<Object> all = rows(
                table, "SELECT " + list(table, "t") + " FROM " + quoted(table) + " AS t NOT INDEXED ORDER BY " + same);
        int place = all.indexOf(contract.stored(table).get(index));
        return key + " = (SELECT " + same + " FROM " + quoted(table) + " NOT INDEXED ORDER BY " + same
                + " LIMIT 1 OFFSET " + place + ")";
    }

    private String rowid() {
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(name -> table.column(name).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<Object> rows(Table of, String sql) throws Exception {
        Method read = contract.dao(of).getClass().getMethod("read", SqlRow.class);
        return contract.session().list(SqlStatement.read("", "plain", sql), SqlBinder.NONE, row -> {
            try {
                return read.invoke(null, row);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String list(Table of, String alias) {
        return of.columns().stream()
                .map(column -> alias + '.' + SqliteNames.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(Table of) {
        return SqliteNames.quote(of.name());
    }
}
