package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;
import io.rowloom.runtime.SqlConstraintException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Makes rows of generated records that fit each other: few different values, so that many are equal, NULL where it may be,
 * and foreign keys that lead to rows that were made before.
 */
final class ContractRows {
    private final Random random;
    /** The rows of each table that are stored. */
    private final Map<String, List<Object>> stored = new HashMap<>();

    ContractRows(long seed) {
        this.random = new Random(seed);
    }

    List<Object> of(Table table) {
        return stored.getOrDefault(table.name(), List.of());
    }

    /** Says which rows are stored. */
    void set(Table table, List<Object> rows) {
        stored.put(table.name(), rows);
    }

    /** Inserts so many rows, or what constraints leave of as many attempts. */
    void insert(Table table, TableDao rows, Object dao, int count) throws ReflectiveOperationException {
        List<Object> made = stored.computeIfAbsent(table.name(), name -> new ArrayList<>());
        Class<?> type = Class.forName(
                dao.getClass().getPackageName() + '.' + rows.newRecord(),
                true,
                dao.getClass().getClassLoader());
        for (int attempt = 0; attempt < 20 * count && made.size() < count; attempt++) {
            Object values = values(table, rows, type);
            if (values == null) {
                continue;
            }
            try {
                made.add(dao.getClass().getMethod("insert", type).invoke(dao, values));
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof SqlConstraintException)
                        && !e.getCause()
                                .getClass()
                                .getSimpleName()
                                .matches("Sql(Unique|Check|ForeignKey|NotNull)Exception")) {
                    throw e;
                }
            }
        }
    }

    private Object values(Table table, TableDao rows, Class<?> type) throws ReflectiveOperationException {
        List<ColumnDescriptor> columns = rows.inserted();
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            ColumnDescriptor column = columns.get(i);
            boolean empty = column.isNullableInInsert() && (column.isComputed() || random.nextInt(4) == 0);
            values[i] = empty
                    ? null
                    : column.key() && column.type() == ColumnType.Scalar.TEXT
                            ? "key " + random.nextInt(40)
                            : value(components[i].getGenericType(), column.type());
        }
        for (ForeignKey key : table.foreignKeys()) {
            List<Object> parents = stored.getOrDefault(key.targetTable(), List.of());
            Object parent = parents.isEmpty() ? null : parents.get(random.nextInt(parents.size()));
            for (int j = 0; j < key.columns().size(); j++) {
                int i = position(columns, key.columns().get(j));
                if (parent == null && !columns.get(i).nullable()) {
                    return null;
                }
                boolean none = parent == null || columns.get(i).nullable() && random.nextInt(4) == 0;
                values[i] = none ? null : component(parent, key.targetColumns().get(j));
            }
        }
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static int position(List<ColumnDescriptor> columns, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " cannot be inserted");
    }

    /** By the SQL name, which {@link Contract} has given to the record's class. */
    private Object component(Object row, String column) throws ReflectiveOperationException {
        return names.get(row.getClass()).get(column) == null
                ? null
                : row.getClass()
                        .getMethod(names.get(row.getClass()).get(column))
                        .invoke(row);
    }

    private final Map<Class<?>, Map<String, String>> names = new HashMap<>();

    /** Says how the columns of a table are called in its record. */
    void names(Class<?> record, TableDao rows) {
        Map<String, String> byColumn = new HashMap<>();
        rows.columns().forEach(column -> byColumn.put(column.name(), column.javaName()));
        names.put(record, byColumn);
    }

    private Object value(Type type, ColumnType column) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType list) {
            if (list.getRawType() == Map.class) {
                return Map.of();
            }
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(item(list.getActualTypeArguments()[0]));
            }
            return items;
        }
        Class<?> plain = (Class<?>) type;
        int few = random.nextInt(4);
        if (plain == String.class) {
            return column == ColumnType.Scalar.JSON
                    ? "{\"a\":" + few + '}'
                    : List.of("a", "B", "\u00e9\ud83e\udd16", "b'\"").get(few);
        } else if (plain == int.class || plain == Integer.class) {
            return few;
        } else if (plain == long.class || plain == Long.class) {
            return (long) few;
        } else if (plain == double.class || plain == Double.class) {
            return few / 4.0;
        } else if (plain == boolean.class || plain == Boolean.class) {
            return few > 1;
        } else if (plain == BigDecimal.class) {
            return new BigDecimal(few);
        } else if (plain == Instant.class) {
            return Instant.ofEpochSecond(1_769_428_800L + few);
        } else if (plain == LocalDateTime.class) {
            return LocalDateTime.of(2026, 1, 26, 12, few);
        } else if (plain == LocalDate.class) {
            return LocalDate.of(2026, 1, 1 + few);
        } else if (plain == LocalTime.class) {
            return LocalTime.of(few, 0);
        } else if (plain == UUID.class) {
            return new UUID(few, random.nextInt(4));
        } else if (plain == byte[].class) {
            return new byte[] {(byte) few, -1};
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return shape(plain);
    }

    private Object item(Type type) throws ReflectiveOperationException {
        return type == String.class ? "7" : value(type, ColumnType.Scalar.TEXT);
    }

    private Object shape(Class<?> plain) throws ReflectiveOperationException {
        RecordComponent[] components = plain.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
            // A property may be a text of JSON, which a number is.
            Type property = components[i].getGenericType();
            values[i] = property == String.class ? String.valueOf(i) : item(property);
        }
        return plain.getDeclaredConstructor(types).newInstance(values);
    }
}
