package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteDefaults;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Java does with a column.
 *
 * @param name the SQL name
 * @param javaName the record component
 * @param type what a value is
 * @param nullable whether it may be null
 * @param role who gives it its value
 * @param defaultValue what an insert in Java gives it when it does not say; an expression is left to the database
 * @param randomKey whether an insert that does not say gives it a random UUID
 * @param autoUpdate whether every update sets it to the present moment
 * @param version whether it counts updates
 * @param key whether it is of the primary key
 * @param reference whether it refers to another table
 * @param description what it holds
 */
public record ColumnDescriptor(
        String name,
        String javaName,
        ColumnType type,
        boolean nullable,
        Role role,
        Optional<DefaultValue> defaultValue,
        boolean randomKey,
        boolean autoUpdate,
        boolean version,
        boolean key,
        boolean reference,
        Optional<String> description) {

    /** Who gives a column its value. */
    public enum Role {
        /** The application. */
        GIVEN,
        /** The database, from an expression or by numbering, unless the application does. */
        COMPUTED_WHEN_LEFT_OUT,
        /** The database always. */
        GENERATED
    }

    /**
     * The SQL names of columns, which stand for them where columns of one table are compared: to compare all that they are
     * is linked with method handles at its first call, and then takes longer than all else that is done with them.
     */
    public static List<String> names(List<ColumnDescriptor> columns) {
        List<String> names = new ArrayList<>(columns.size());
        for (ColumnDescriptor column : columns) {
            names.add(column.name);
        }
        return names;
    }

    static ColumnDescriptor of(Column column, Table table) {
        boolean key = table.isPrimaryKey(column);
        return new ColumnDescriptor(
                column.name(),
                column.javaName(),
                column.type(),
                column.nullable(),
                role(column),
                defaultValue(column),
                key && isRandomKey(column, table),
                column.autoUpdate(),
                column.version(),
                key,
                isReference(column, table),
                column.description());
    }

    private static Role role(Column column) {
        if (column.generated().isPresent()) {
            return Role.GENERATED;
        }
        boolean computed = column.autoIncrement()
                || column.defaultValue()
                        .filter(DefaultValue.Expression.class::isInstance)
                        .isPresent();
        return computed ? Role.COMPUTED_WHEN_LEFT_OUT : Role.GIVEN;
    }

    /** An insert counts as the first update, even where the schema does not say so. */
    private static Optional<DefaultValue> defaultValue(Column column) {
        if (column.defaultValue().isPresent() || column.nullable()) {
            return column.defaultValue();
        }
        return column.autoUpdate() ? Optional.of(new DefaultValue.Now()) : Optional.empty();
    }

    private static boolean isRandomKey(Column column, Table table) {
        return column.type() == ColumnType.Scalar.UUID
                && table.primaryKey().orElseThrow().columns().size() == 1
                && column.defaultValue().isEmpty()
                && !isReference(column, table);
    }

    private static boolean isReference(Column column, Table table) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    public boolean isGenerated() {
        return role == Role.GENERATED;
    }

    /** Whether the database has to tell what a new row holds. */
    public boolean isComputed() {
        return role != Role.GIVEN;
    }

    /** What the database computes where an insert leaves it out, as SQL, if it is an expression. */
    public Optional<String> expression() {
        return defaultValue
                .filter(DefaultValue.Expression.class::isInstance)
                .map(value -> SqliteDefaults.clause(value, type));
    }

    /** Whether the database numbers it. */
    public boolean isNumbered() {
        return role == Role.COMPUTED_WHEN_LEFT_OUT && defaultValue.isEmpty();
    }

    /** Whether null stands for a value that an insert leaves to the database. */
    public boolean isNullableInInsert() {
        return nullable || role == Role.COMPUTED_WHEN_LEFT_OUT;
    }

    /** Whether an insert must say it. */
    public boolean isRequired() {
        return role == Role.GIVEN && !nullable && defaultValue.isEmpty() && !randomKey;
    }

    /** Whether an update writes it. */
    public boolean isUpdated() {
        return !key && role != Role.GENERATED;
    }

    /** Whether a patch can say what it gets; what every update changes by itself it does not. */
    public boolean isPatched() {
        return isUpdated() && !version && !autoUpdate;
    }

    /** Whether it holds bytes, which records compare by identity and callers can change. */
    public boolean isBlob() {
        return type == ColumnType.Scalar.BLOB;
    }

    /** {@code ProjectPath}, as it ends the name of a method. */
    public String methodSuffix() {
        return methodSuffix(javaName);
    }

    /** A Java name with a capital in front. */
    public static String methodSuffix(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return new StringBuilder(name.length())
                .appendCodePoint(Character.toUpperCase(name.codePointAt(0)))
                .append(name, first, name.length())
                .toString();
    }
}
