package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlRow;
import io.rowloom.runtime.SqlSession;
import io.rowloom.runtime.SqlStatement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table by plain SQL. */
final class PlainTable {
    private final TableDao table;
    private final SqlSession session;
    private final Method read;
    private final String columns;
    private final String name;

    PlainTable(TableDao table, SqlSession session, Object dao) throws NoSuchMethodException {
        this.table = table;
        this.session = session;
        this.read = dao.getClass().getMethod("read", SqlRow.class);
        this.name = SqliteNames.quote(table.name());
        this.columns = names(table.columns());
    }

    static String names(List<ColumnDescriptor> columns) {
        return columns.stream().map(column -> SqliteNames.quote(column.name())).collect(Collectors.joining(", "));
    }

    int count() {
        return query("SELECT count(*) FROM " + name, SqlBinder.NONE, row -> row.integer(1))
                .get(0);
    }

    /** Every row in the order of the key, which no write changes. */
    List<Object> all() {
        String order = table.key().isEmpty() ? "rowid" : names(table.key());
        return new ArrayList<>(
                query("SELECT " + columns + " FROM " + name + " ORDER BY " + order, SqlBinder.NONE, this::row));
    }

    /** Leaves but so many rows. */
    void keep(int rows) throws ReflectiveOperationException {
        if (!table.key().isEmpty()) {
            List<Object> all = all();
            for (int i = rows; i < all.size(); i++) {
                delete(all.get(i));
            }
        }
    }

    /** Some row. */
    Object any() {
        List<Object> all = all();
        return all.get(all.size() / 2);
    }

    /** Of the rows that there are those that have in some columns what one has, as the collations of these see it. */
    List<Object> like(List<Object> rows, Object row, List<ColumnDescriptor> by) throws ReflectiveOperationException {
        String where = by.stream()
                .map(column -> '+' + SqliteNames.quote(column.name()) + " IS ?")
                .collect(Collectors.joining(" AND "));
        List<Object> found = query(
                "SELECT " + columns + " FROM " + name + " NOT INDEXED WHERE " + where, binder(row, by), this::row);
        return rows.stream().filter(found::contains).toList();
    }

    void delete(Object row) throws ReflectiveOperationException {
        session.execute(
                SqlStatement.write("", "plain", "DELETE FROM " + name + where(table.key())), binder(row, table.key()));
    }

    /** That a row is there, in each column as SQLite has to hold it. */
    void assertStored(Object row) throws ReflectiveOperationException {
        List<ColumnDescriptor> by = table.key().isEmpty()
                ? table.columns().stream().filter(column -> !isJson(column)).toList()
                : table.key();
        SqlBinder binder = binder(row, by);
        List<Object[]> found = query("SELECT " + columns + " FROM " + name + where(by), binder, stored -> {
            Object[] raw = new Object[table.columns().size()];
            for (int i = 0; i < raw.length; i++) {
                raw[i] = isJson(table.columns().get(i)) && stored.value(i + 1) != null
                        ? WriteValues.JSON
                        : stored.value(i + 1);
            }
            return raw;
        });
        if (!table.key().isEmpty()) {
            assertEquals(1, found.size());
        }
        Object[] expected = new Object[table.columns().size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = stored(row, table.columns().get(i));
        }
        assertArrayEquals(expected, found.get(0));
        assertEquals(
                row,
                query("SELECT " + columns + " FROM " + name + where(by), binder, this::row)
                        .get(0));
    }

    /** That a method finds its rows by an index, in each of its statements. */
    void assertSearches(DaoMethod method) {
        for (String sql : method.sql().split(";\n")) {
            List<String> plan = query("EXPLAIN QUERY PLAN " + sql, SqlBinder.NONE, row -> row.text(4));
            assertTrue(plan.stream().anyMatch(step -> step.startsWith("SEARCH t ")), method.signature() + ": " + plan);
            assertFalse(plan.stream().anyMatch(step -> step.startsWith("SCAN t")), method.signature() + ": " + plan);
        }
    }

    private static boolean isJson(ColumnDescriptor column) {
        return column.type() instanceof io.rowloom.model.ColumnType.Json;
    }

    private static Object stored(Object row, ColumnDescriptor column) throws ReflectiveOperationException {
        return WriteValues.stored(
                column, row.getClass().getMethod(column.javaName()).invoke(row));
    }

    private static String where(List<ColumnDescriptor> columns) {
        return columns.stream()
                .map(column -> SqliteNames.quote(column.name()) + " IS ?")
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private static SqlBinder binder(Object row, List<ColumnDescriptor> columns) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (ColumnDescriptor column : columns) {
            values.add(stored(row, column));
        }
        return parameters -> {
            for (int i = 0; i < values.size(); i++) {
                parameters.value(i + 1, values.get(i));
            }
        };
    }

    private <T> List<T> query(String sql, SqlBinder binder, io.rowloom.runtime.SqlRowReader<T> reader) {
        return session.list(SqlStatement.read("", "plain", sql), binder, reader);
    }

    private Object row(SqlRow row) {
        try {
            return read.invoke(null, row);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(String.valueOf(e.getCause()), e);
        }
    }
}
