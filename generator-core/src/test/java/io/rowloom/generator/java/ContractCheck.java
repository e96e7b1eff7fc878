package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.Children;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Parent;
import io.rowloom.generator.dao.RowOrder;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.Table;
import io.rowloom.runtime.Page;
import io.rowloom.runtime.PageRequest;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlExecution;
import io.rowloom.runtime.SqlForeignKeyException;
import io.rowloom.runtime.SqlSession;
import io.rowloom.runtime.SqlStatement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One method of one DAO against plain SQL that uses no index. */
final class ContractCheck {
    private static final class Undo extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Contract contract;
    private final Table table;
    private final DaoMethod method;
    private final List<ColumnDescriptor> columns;
    private final PlainRows plain;
    /** Three rows, if there are so many. */
    private final int few;

    private final Map<String, SqlStatement> statements = new LinkedHashMap<>();

    ContractCheck(Contract contract, Table table, DaoMethod method) {
        this.contract = contract;
        this.table = table;
        this.method = method;
        this.few = Math.min(3, contract.rows(table));
        this.plain = new PlainRows(contract, table);
        this.columns = method.lookup().map(lookup -> lookup.columns()).orElse(List.of());
    }

    /** Whether it is a method that is checked here; those that write whole rows or patches are not. */
    boolean run() throws Exception {
        switch (method.kind()) {
            case FIND, EXISTS, LIST_FOUND, STREAM_FOUND, COUNT_FOUND, FIND_WITH, FIND_WITH_CHILDREN -> everyRow();
            case DELETE_ONE, DELETE_FOUND -> everyRow();
            case PAGE, PAGE_WITH, PAGE_WITH_CHILDREN -> everyRow();
            case FIND_ALL -> findAll();
            case WITH_CHILDREN -> withChildren();
            case COUNT -> assertEquals((long) contract.rows(table), call());
            case LIST -> assertEquals(expected(Optional.empty()).subList(0, few), call(3));
            case STREAM -> assertEquals(new HashSet<>(expected(Optional.empty())), new HashSet<>(drained(call())));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** What the method ran, each statement once. */
    Collection<SqlStatement> statements() {
        return statements.values();
    }

    /** With the values of each row in turn; once for a method that takes none. */
    private void everyRow() throws Exception {
        List<Object> stored = contract.stored(table);
        List<Object> rows = columns.isEmpty() ? stored.subList(0, Math.min(1, few)) : stored;
        for (Object row : rows) {
            List<Object> values = new ArrayList<>();
            boolean possible = true;
            for (int i = 0; i < columns.size(); i++) {
                Object value = value(row, columns.get(i));
                possible &= value != null || method.parameters().get(i).nullable();
                values.add(value);
            }
            if (possible) {
                one(row, values);
                assertFalse(statements.isEmpty(), "ran nothing");
            }
        }
    }

    private void one(Object row, List<Object> values) throws Exception {
        List<Object> expected = expected(columns.isEmpty() ? Optional.empty() : Optional.of(row));
        switch (method.kind()) {
            case FIND -> {
                assertEquals(1, expected.size());
                assertEquals(Optional.of(row), call(values.toArray()));
            }
            case EXISTS -> assertEquals(true, call(values.toArray()));
            case LIST_FOUND -> same(expected, (List<?>) call(values.toArray()));
            case STREAM_FOUND -> same(expected, drained(call(values.toArray())));
            case COUNT_FOUND -> assertEquals((long) expected.size(), call(values.toArray()));
            case DELETE_ONE -> assertEquals(true, deleted(values, true));
            case DELETE_FOUND -> assertEquals(expected.size(), deleted(values, expected.size()));
            case PAGE -> assertEquals(expected, walked(values));
            case FIND_WITH, FIND_WITH_CHILDREN -> related(((Optional<?>) call(values.toArray())).orElseThrow(), row);
            case PAGE_WITH, PAGE_WITH_CHILDREN -> {
                List<Object> all = walked(values);
                assertEquals(expected.size(), all.size());
                for (int i = 0; i < all.size(); i++) {
                    related(all.get(i), expected.get(i));
                }
            }
            default -> throw new AssertionError(method.kind());
        }
    }

    private void findAll() throws Exception {
        List<Object> keys = new ArrayList<>();
        for (Object row : contract.stored(table).subList(0, few)) {
            keys.add(columns.size() == 1 ? value(row, columns.get(0)) : key(row));
        }
        keys.addAll(keys.subList(0, Math.min(1, few)));
        Object found = call(keys);
        assertEquals(new HashSet<>(contract.stored(table).subList(0, few)), new HashSet<>((List<?>) found));
        assertEquals(few, ((List<?>) found).size());
        assertEquals(List.of(), call(List.of()));
    }

    /** A key of more than one column is a record of the DAO. */
    private Object key(Object row) throws ReflectiveOperationException {
        Class<?> key = Class.forName(
                contract.dao(table).getClass().getName() + "$Key",
                true,
                row.getClass().getClassLoader());
        return key.getMethod("of", row.getClass()).invoke(null, row);
    }

    private void withChildren() throws Exception {
        List<?> found;
        if (method.returns().startsWith("Page<")) {
            Object page = contract.dao(table)
                    .getClass()
                    .getMethod("list", PageRequest.class)
                    .invoke(contract.dao(table), Page.first(3));
            found = (List<?>) call(page);
            assertEquals(few, found.size());
            assertTrue(((Page<?>) found).hasNext() || contract.rows(table) <= 3);
            for (int i = 0; i < found.size(); i++) {
                related(found.get(i), ((List<?>) page).get(i));
            }
        } else {
            found = (List<?>) call(contract.stored(table));
            assertEquals(contract.rows(table), found.size());
            for (int i = 0; i < found.size(); i++) {
                related(found.get(i), contract.stored(table).get(i));
            }
        }
    }

    /** That a record of a row with what it is related to has both. */
    private void related(Object both, Object row) throws Exception {
        var relation = method.relation().orElseThrow();
        assertEquals(row, both.getClass().getMethod(relation.own()).invoke(both));
        Object other = both.getClass().getMethod(relation.component()).invoke(both);
        if (relation instanceof Parent parent) {
            assertEquals(plain.parent(row, parent), other == null ? List.of() : List.of(other));
            assertTrue(other != null || parent.optional());
        } else if (relation instanceof Children children) {
            assertEquals(plain.children(row, children), other);
        }
    }

    /** All pages one after the other, forwards and backwards, with cursors as text. */
    private List<Object> walked(List<Object> values) throws Exception {
        List<Object> forwards = new ArrayList<>();
        PageRequest next = Page.first(4);
        while (next != null) {
            Page<?> page = page(values, next);
            forwards.addAll(page);
            next = page.hasNext() ? Page.at(page.nextCursor(), 4) : null;
        }
        List<Object> backwards = new ArrayList<>();
        PageRequest previous = Page.last(3);
        while (previous != null) {
            Page<?> page = page(values, previous);
            backwards.addAll(0, page);
            previous = page.hasPrevious() ? page.previous() : null;
        }
        assertEquals(forwards, backwards);
        return forwards;
    }

    private Page<?> page(List<Object> values, PageRequest request) throws Exception {
        List<Object> arguments = new ArrayList<>(values);
        arguments.add(request);
        return (Page<?>) call(arguments.toArray());
    }

    /** What a delete says, which is undone; {@code otherwise} where rows that refer to those do not let it. */
    private Object deleted(List<Object> values, Object otherwise) throws Exception {
        Object[] result = new Object[1];
        try {
            contract.session().transaction(transaction -> {
                try {
                    long before = count(transaction);
                    transaction.execute(
                            SqlStatement.write("", "defer", "PRAGMA defer_foreign_keys = ON"), SqlBinder.NONE);
                    result[0] = invoke(contract.dao(table, transaction), values.toArray());
                    long gone = before - count(transaction);
                    assertTrue(gone >= (result[0] instanceof Integer number ? number : 1), "deleted " + gone);
                } catch (Exception e) {
                    if (e instanceof SqlForeignKeyException) {
                        result[0] = otherwise;
                    } else {
                        throw new AssertionError(e);
                    }
                }
                throw new Undo();
            });
        } catch (Undo e) {
            return result[0];
        }
        throw new AssertionError("a transaction that threw was not undone");
    }

    private long count(SqlSession session) {
        return session.getOne(
                SqlStatement.read("", "count", "SELECT count(*) FROM " + SqliteNames.quote(table.name())),
                SqlBinder.NONE,
                row -> row.bigint(1));
    }

    private Object call(Object... arguments) throws Exception {
        return invoke(contract.dao(table), arguments);
    }

    private Object invoke(Object dao, Object... arguments) throws Exception {
        contract.executed();
        try {
            Method found = Contract.find(dao, method);
            return found.invoke(dao, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        } finally {
            for (SqlExecution execution : contract.executed()) {
                SqlStatement statement = execution.statement();
                statements.put(statement.operation() + ' ' + statement.text(), statement);
            }
        }
    }

    /** The rows that have the values of that row, or all of them, in the order that the method promises. */
    private List<Object> expected(Optional<Object> like) throws Exception {
        List<RowOrder.Column> order = method.finder()
                .flatMap(finder -> finder.order())
                .map(RowOrder::columns)
                .orElse(List.of());
        return plain.like(like, columns, order);
    }

    private void same(List<Object> expected, List<?> found) {
        if (method.finder().flatMap(finder -> finder.order()).isPresent()) {
            assertEquals(expected, found);
        } else {
            assertEquals(new HashSet<>(expected), new HashSet<>(found));
            assertEquals(expected.size(), found.size());
        }
    }

    private static List<Object> drained(Object stream) {
        try (Stream<?> rows = (Stream<?>) stream) {
            return new ArrayList<>(rows.toList());
        }
    }

    private static Object value(Object row, ColumnDescriptor column) throws ReflectiveOperationException {
        return row.getClass().getMethod(column.javaName()).invoke(row);
    }
}
