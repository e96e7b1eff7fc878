package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.runtime.Page;
import io.rowloom.runtime.PageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every method of a DAO that reads, given values of rows at the bounds of what columns hold: it finds those, and all of those. */
final class ReadContract {
    private final PlainTable plain;
    private final WriteContract dao;

    ReadContract(PlainTable plain, WriteContract dao) {
        this.plain = plain;
        this.dao = dao;
    }

    void check(List<DaoMethod> methods) throws Exception {
        List<Object> all = plain.all();
        for (DaoMethod method : methods) {
            if (method.kind().writes() || method.relation().isPresent()) {
                continue;
            }
            for (Object row : method.lookup().isPresent() ? all : all.subList(0, 1)) {
                Object[] keys = WriteContract.arguments(method, row);
                if (keys != null) {
                    List<Object> expected = method.lookup().isPresent()
                            ? plain.like(all, row, method.lookup().get().columns())
                            : all;
                    check(method, row, keys, expected);
                }
            }
        }
    }

    private void check(DaoMethod method, Object row, Object[] keys, List<Object> expected) throws Exception {
        String name = method.name();
        switch (method.kind()) {
            case FIND -> assertEquals(Optional.of(row), dao.call(name, keys));
            case FIND_ALL -> assertSame(expected, (List<?>) dao.call(name, List.of(dao.key(row))), method);
            case EXISTS -> assertEquals(true, dao.call(name, keys));
            case COUNT, COUNT_FOUND -> assertEquals((long) expected.size(), dao.call(name, keys));
            case LIST -> assertSame(expected, (List<?>) dao.call(name, expected.size()), method);
            case LIST_FOUND -> assertSame(expected, (List<?>) dao.call(name, keys), method);
            case PAGE -> assertSame(expected, pages(name, keys), method);
            case STREAM, STREAM_FOUND -> {
                try (Stream<?> rows = (Stream<?>) dao.call(name, keys)) {
                    assertSame(expected, rows.toList(), method);
                }
            }
            default -> throw new AssertionError(method.kind());
        }
    }

    /** Page by page, each by the text of a cursor. */
    private List<Object> pages(String method, Object[] keys) throws Exception {
        List<Object> rows = new ArrayList<>();
        Page<?> page = page(method, keys, Page.first(3));
        rows.addAll(page);
        while (page.hasNext()) {
            page = page(method, keys, Page.at(page.nextCursor(), 3));
            rows.addAll(page);
        }
        return rows;
    }

    private Page<?> page(String method, Object[] keys, PageRequest request) throws Exception {
        Object[] arguments = Arrays.copyOf(keys, keys.length + 1);
        arguments[keys.length] = request;
        return (Page<?>) dao.call(method, arguments);
    }

    private static void assertSame(List<Object> expected, List<?> found, DaoMethod method) {
        assertEquals(expected.size(), found.size(), method.signature());
        assertEquals(new HashSet<>(expected), new HashSet<>(found), method.signature());
    }
}
