package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.PatchMethod;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.ColumnType;
import io.rowloom.runtime.SqlMissingRowException;
import io.rowloom.runtime.SqlSession;
import io.rowloom.runtime.SqlStaleVersionException;
import io.rowloom.runtime.SqlUniqueException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every method of a DAO that writes, run with random rows; what the database then holds is asked for by plain SQL. */
final class WriteContract {
    private final PlainTable plain;
    private final TableDao table;
    private final Object dao;
    private final WriteValues values;
    private final Class<?> record;
    private final Class<?> newRecord;
    private final Set<DaoMethod.Kind> used = new HashSet<>();

    WriteContract(TableDao table, SqlSession session, String packageName, ClassLoader classes, long seed)
            throws ReflectiveOperationException {
        this.table = table;
        this.values = new WriteValues(seed);
        this.record = Class.forName(packageName + '.' + table.record(), true, classes);
        this.newRecord = Class.forName(packageName + '.' + table.newRecord(), true, classes);
        this.dao = Class.forName(packageName + '.' + table.dao(), true, classes)
                .getConstructor(SqlSession.class)
                .newInstance(session);
        this.plain = new PlainTable(table, session, dao);
    }

    /** Runs every method that writes; gives the kinds that it found. */
    Set<DaoMethod.Kind> check() throws Exception {
        for (DaoMethod method : table.methods()) {
            if (plain.count() == 0) {
                // Where a unique column has one possible value, the only row may have been deleted.
                insert();
            }
            boolean known = true;
            switch (method.kind()) {
                case INSERT -> insert();
                case INSERT_ALL -> {
                    insertAll();
                    new ReadContract(plain, this).check(table.methods());
                }
                case INSERT_IF_ABSENT -> insertIfAbsent();
                case UPSERT -> upsert(method);
                case UPDATE -> update();
                case UPDATE_ALL -> updateAll();
                case PATCH, PATCH_FOUND -> patch(method);
                case CLAIM -> claim(method);
                case DELETE_ALL -> deleteAll(method);
                default -> known = false;
            }
            if (known) {
                used.add(method.kind());
                if (method.lookup().isPresent()) {
                    plain.assertSearches(method);
                }
            }
        }
        return used;
    }

    private void insert() throws Exception {
        for (int i = 0; i < 6; i++) {
            Object given = inserted("insert", this::newValues, Set.of());
            if (given == null) {
                return;
            }
        }
    }

    /**
     * Inserts fresh values, whose row is compared; null if there are none that are not taken.
     *
     * @param kept what a row keeps that was there already
     */
    private Object inserted(String method, Made made, Set<String> kept) throws Exception {
        for (int attempt = 0; attempt < 30; attempt++) {
            Object given = made.make();
            try {
                int before = plain.count();
                Object row = call(method, given);
                assertHolds(given, row, plain.count() > before ? Set.of() : kept);
                assertStored(row);
                return row;
            } catch (SqlUniqueException e) {
                // Another row has these; so try others.
            }
        }
        return null;
    }

    private interface Made {
        Object make() throws ReflectiveOperationException;
    }

    private void insertAll() throws Exception {
        int before = plain.count();
        List<Object> given = new ArrayList<>();
        for (int i = 0; i < 75; i++) {
            given.add(newValues());
        }
        List<?> rows;
        try {
            rows = (List<?>) call("insertAll", given);
        } catch (SqlUniqueException e) {
            // Few values are possible in a unique column; then nothing was inserted.
            assertEquals(before, plain.count());
            return;
        }
        assertEquals(before + 75, plain.count());
        for (int i = 0; i < 75; i++) {
            assertHolds(given.get(i), rows.get(i), Set.of());
            assertStored(rows.get(i));
        }
        plain.keep(9);
    }

    private void insertIfAbsent() throws Exception {
        Object row = plain.any();
        int before = plain.count();
        assertEquals(false, call("insertIfAbsent", like(newValues(), row, table.inserted())));
        assertEquals(before, plain.count());
        for (int attempt = 0; attempt < 30; attempt++) {
            if ((boolean) call("insertIfAbsent", newValues())) {
                assertEquals(before + 1, plain.count());
                return;
            }
            assertEquals(before, plain.count());
        }
    }

    private void upsert(DaoMethod method) throws Exception {
        var upsert = table.upserts().stream()
                .filter(one -> method.name().equals("upsert") == one.primary()
                        && (one.primary()
                                || method.brief().contains("ON CONFLICT (" + PlainTable.names(one.columns()) + ')')))
                .findFirst()
                .orElseThrow();
        Set<String> kept = upsert.kept().stream().map(ColumnDescriptor::name).collect(Collectors.toSet());
        table.version().ifPresent(column -> kept.add(column.name()));
        inserted(method.name(), this::newValues, kept);
        Object row = plain.any();
        for (ColumnDescriptor column : upsert.columns()) {
            if (get(row, column) == null || column.isGenerated()) {
                return;
            }
        }
        for (int attempt = 0; attempt < 30; attempt++) {
            Object given = like(newValues(), row, upsert.columns());
            int before = plain.count();
            try {
                Object stored = call(method.name(), given);
                assertEquals(before, plain.count());
                assertHolds(given, stored, kept);
                for (ColumnDescriptor column : upsert.kept()) {
                    assertSame(get(row, column), get(stored, column), column.name());
                }
                assertVersion(row, stored);
                assertStored(stored);
                return;
            } catch (SqlUniqueException e) {
                // Other values are those of another row.
            }
        }
    }

    private void update() throws Exception {
        Object row = plain.any();
        for (int attempt = 0; attempt < 30; attempt++) {
            Object given = changed(row);
            try {
                Object stored = call("update", given);
                assertUpdated(row, given, stored);
                break;
            } catch (SqlUniqueException e) {
                // Other values are those of another row.
            }
        }
        Object missing = table.version().isPresent() ? row : null;
        if (missing != null) {
            assertThrows(SqlStaleVersionException.class, () -> call("update", missing));
        }
        Object gone = plain.any();
        plain.delete(gone);
        if (table.version().isPresent()) {
            assertThrows(SqlStaleVersionException.class, () -> call("update", gone));
        } else {
            assertThrows(SqlMissingRowException.class, () -> call("update", gone));
        }
    }

    private void updateAll() throws Exception {
        List<Object> rows = plain.all();
        rows = rows.subList(0, Math.min(5, rows.size()));
        List<?> stored = (List<?>) call("updateAll", rows);
        for (int i = 0; i < rows.size(); i++) {
            assertUpdated(rows.get(i), rows.get(i), stored.get(i));
        }
    }

    private void assertUpdated(Object before, Object given, Object stored) throws Exception {
        for (ColumnDescriptor column : table.columns()) {
            if (!column.version() && !column.autoUpdate() && !column.isGenerated()) {
                assertSame(get(given, column), get(stored, column), column.name());
            }
        }
        assertVersion(before, stored);
        assertStored(stored);
    }

    private void patch(DaoMethod method) throws Exception {
        List<PatchMethod> patches = table.patches();
        int step = patches.size() / 40 + 1;
        for (int i = 0; i < patches.size(); i += step) {
            PatchMethod said = patches.get(i);
            Object row = plain.any();
            Object[] keys = arguments(method, row);
            if (keys == null) {
                continue;
            }
            List<Object> before = plain.all();
            List<Object> found =
                    plain.like(before, row, method.lookup().orElseThrow().columns());
            if (said.kind() == PatchMethod.Kind.SET) {
                Object value = values.one(5) && said.column().nullable() ? null : value(said.column());
                try {
                    assertEquals(found.size(), count(call(method.name(), with(keys, p -> say(p, said, value)))));
                } catch (SqlUniqueException e) {
                    continue;
                }
                assertPatched(before, found, said.column(), value);
            } else if (said.kind() == PatchMethod.Kind.INCREMENT) {
                boolean none = said.column().nullable() && values.one(2);
                Object start = none ? null : number(said.column(), 5);
                try {
                    call(method.name(), with(keys, p -> say(p, set(said.column()), start)));
                    before = plain.all();
                    found = plain.like(
                            before, row, method.lookup().orElseThrow().columns());
                    call(method.name(), with(keys, p -> say(p, said, 2)));
                } catch (SqlUniqueException e) {
                    // Several rows without a value in a unique column would have the same.
                    continue;
                }
                if (!found.isEmpty()) {
                    Object sum = number(said.column(), none ? 2 : 7);
                    assertPatched(before, found, said.column(), sum);
                }
            } else if (said.kind() == PatchMethod.Kind.EXPECT) {
                Object value = get(row, said.column());
                int expected = plain.like(found, row, List.of(said.column())).size();
                assertEquals(expected, count(call(method.name(), with(keys, p -> say(p, said, value)))), said.name());
                assertEquals(new HashSet<>(before), new HashSet<>(plain.all()));
            } else {
                Object value = get(row, said.column());
                if (value != null) {
                    assertTrue(count(call(method.name(), with(keys, p -> say(p, said, value)))) > 0, said.name());
                }
            }
        }
    }

    private PatchMethod set(ColumnDescriptor column) {
        return table.patches().stream()
                .filter(one ->
                        one.kind() == PatchMethod.Kind.SET && one.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    /** That of the rows found only this column differs, and what changes by itself, and of the others nothing. */
    private void assertPatched(List<Object> before, List<Object> found, ColumnDescriptor changed, Object value)
            throws Exception {
        List<Object> after = plain.all();
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            Object old = before.get(i);
            if (!found.contains(old)) {
                assertEquals(old, after.get(i));
                continue;
            }
            for (ColumnDescriptor column : table.columns()) {
                Object now = get(after.get(i), column);
                if (column.equals(changed)) {
                    assertSame(normal(value, column), now, column.name());
                } else if (!column.isGenerated() && !column.version() && !column.autoUpdate()) {
                    assertSame(get(old, column), now, column.name());
                }
            }
            assertVersion(old, after.get(i));
        }
    }

    private void claim(DaoMethod method) throws Exception {
        Object row = plain.any();
        Object[] keys = arguments(method, row);
        Optional<PatchMethod> free = table.patches().stream()
                .filter(one -> one.kind() == PatchMethod.Kind.SET && !isOfKey(one.column()))
                .findFirst();
        if (keys == null || free.isEmpty()) {
            return;
        }
        PatchMethod said = free.get();
        List<Object> before = plain.all();
        List<Object> found =
                plain.like(before, row, method.lookup().orElseThrow().columns());
        Object value = value(said.column());
        List<Object> arguments = new ArrayList<>(Arrays.asList(keys));
        arguments.add(2);
        List<?> claimed;
        try {
            claimed = (List<?>) call(method.name(), with(arguments.toArray(), p -> say(p, said, value)));
        } catch (SqlUniqueException e) {
            // Two rows cannot have the value; then neither has it.
            assertEquals(before, plain.all());
            return;
        }
        assertEquals(Math.min(2, found.size()), claimed.size());
        for (Object one : claimed) {
            assertSame(normal(value, said.column()), get(one, said.column()), said.name());
            assertStored(one);
        }
    }

    private void deleteAll(DaoMethod method) throws Exception {
        List<Object> all = plain.all();
        List<Object> some = all.subList(0, Math.min(3, all.size()));
        List<Object> keys = new ArrayList<>();
        for (Object row : some) {
            keys.add(key(row));
        }
        assertEquals(some.size(), call(method.name(), keys));
        assertEquals(all.subList(some.size(), all.size()), plain.all());
    }

    /** What methods take for the key of a row. */
    Object key(Object row) throws ReflectiveOperationException {
        return table.key().size() == 1
                ? get(row, table.key().get(0))
                : Class.forName(
                                dao.getClass().getName() + "$Key",
                                true,
                                dao.getClass().getClassLoader())
                        .getMethod("of", record)
                        .invoke(null, row);
    }

    private boolean isOfKey(ColumnDescriptor column) {
        return table.upserts().stream().anyMatch(upsert -> upsert.columns().contains(column));
    }

    private void assertStored(Object row) throws Exception {
        plain.assertStored(row);
    }

    /** That a row holds what was given for it, but for some columns. */
    private void assertHolds(Object given, Object row, Set<String> but) throws Exception {
        for (ColumnDescriptor column : table.inserted()) {
            Object value = get(given, column);
            if (!but.contains(column.name()) && (value != null || !column.isComputed())) {
                assertSame(value, get(row, column), column.name());
            }
        }
    }

    private void assertVersion(Object before, Object after) throws Exception {
        if (table.version().isPresent()) {
            ColumnDescriptor version = table.version().get();
            long was = ((Number) get(before, version)).longValue();
            assertEquals(was + 1, ((Number) get(after, version)).longValue());
        }
    }

    private static void assertSame(Object expected, Object actual, String column) {
        if (!same(expected, actual)) {
            assertEquals(expected, actual, column);
        }
    }

    private static boolean same(Object one, Object other) {
        return Objects.deepEquals(one, other);
    }

    private Object newValues() throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (ColumnDescriptor column : table.inserted()) {
            boolean left = column.isNumbered() || column.isNullableInInsert() && values.one(3);
            arguments.add(left ? null : column.version() ? number(column, 7) : value(column));
        }
        return make(newRecord, arguments);
    }

    private static Object number(ColumnDescriptor column, int number) {
        if (column.type() == ColumnType.Scalar.REAL) {
            return (double) number;
        }
        return column.type() == ColumnType.Scalar.BIGINT ? (Object) (long) number : (Object) number;
    }

    private Object value(ColumnDescriptor column) throws ReflectiveOperationException {
        return values.of(column, component(record, column).getGenericType());
    }

    /** The values of a new row, in some columns those of a row. */
    private Object like(Object given, Object row, List<ColumnDescriptor> columns) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (ColumnDescriptor column : table.inserted()) {
            arguments.add(get(columns.contains(column) ? row : given, column));
        }
        return make(newRecord, arguments);
    }

    /** A row with other values in all columns that an update writes. */
    private Object changed(Object row) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (ColumnDescriptor column : table.columns()) {
            arguments.add(column.isUpdated() && !column.version() ? value(column) : get(row, column));
        }
        return make(record, arguments);
    }

    /** A value as a row has it. */
    private Object normal(Object value, ColumnDescriptor column) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        Object row = plain.any();
        for (ColumnDescriptor other : table.columns()) {
            boolean narrow = column.type() == ColumnType.Scalar.INTEGER && value instanceof Long;
            Object set = narrow ? (Object) ((Long) value).intValue() : value;
            arguments.add(other.equals(column) ? set : get(row, other));
        }
        return get(make(record, arguments), column);
    }

    private static Object make(Class<?> type, List<Object> arguments) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types).newInstance(arguments.toArray());
    }

    private static RecordComponent component(Class<?> type, ColumnDescriptor column) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(column.javaName()))
                .findFirst()
                .orElseThrow();
    }

    private static Object get(Object row, ColumnDescriptor column) throws ReflectiveOperationException {
        return row.getClass().getMethod(column.javaName()).invoke(row);
    }

    /** The values that a method takes of a row; null if one is null that must not be. */
    static Object[] arguments(DaoMethod method, Object row) throws ReflectiveOperationException {
        List<Object> arguments = new ArrayList<>();
        for (DaoMethod.Parameter parameter : method.parameters()) {
            if (parameter.column().isPresent()) {
                Object value = get(row, parameter.column().get());
                if (value == null && !parameter.nullable()) {
                    return null;
                }
                arguments.add(value);
            }
        }
        return arguments.toArray();
    }

    private static Object[] with(Object[] arguments, Consumer<Object> patch) {
        Object[] more = Arrays.copyOf(arguments, arguments.length + 1);
        more[arguments.length] = patch;
        return more;
    }

    private static void say(Object patch, PatchMethod said, Object value) {
        for (Method method : patch.getClass().getMethods()) {
            if (method.getName().equals(said.name()) && method.getParameterCount() == 1) {
                boolean wide = method.getParameterTypes()[0] == long.class && value instanceof Integer;
                try {
                    method.invoke(patch, wide ? (Object) ((Integer) value).longValue() : value);
                    return;
                } catch (InvocationTargetException e) {
                    throw (RuntimeException) e.getCause();
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        throw new AssertionError("no method " + said.name());
    }

    private static long count(Object result) {
        return result instanceof Boolean found ? (found ? 1 : 0) : (Integer) result;
    }

    Object call(String method, Object... arguments) throws Exception {
        for (Method found : dao.getClass().getMethods()) {
            if (found.getName().equals(method) && fits(found.getParameterTypes(), arguments)) {
                try {
                    return found.invoke(dao, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        }
        throw new AssertionError("no method " + method + " for " + Arrays.toString(arguments));
    }

    private static boolean fits(Class<?>[] types, Object[] arguments) {
        boolean fits = types.length == arguments.length;
        for (int i = 0; fits && i < types.length; i++) {
            Class<?> type = MethodType.methodType(types[i]).wrap().returnType();
            fits = arguments[i] == null ? !types[i].isPrimitive() : type.isInstance(arguments[i]);
        }
        return fits;
    }
}
