package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import java.util.Optional;

/**
 * A component of a record that is to be written.
 *
 * @param name its name
 * @param type what it holds
 * @param nullable whether it may be null
 * @param label how errors name it, {@code sessions.project_path}
 * @param doc what Javadoc says of it, safe already
 * @param row the record that it is, if it is the whole row of a table; {@code type} then says nothing
 */
record Component(String name, ColumnType type, boolean nullable, String label, String doc, Optional<String> row) {
    Component(String name, ColumnType type, boolean nullable, String label, String doc) {
        this(name, type, nullable, label, doc, Optional.empty());
    }

    static Component ofRow(ColumnDescriptor column, String table) {
        return new Component(
                column.javaName(), column.type(), column.nullable(), table + '.' + column.name(), doc(column));
    }

    static Component ofInsert(ColumnDescriptor column, String table) {
        String doc = column.isComputed() ? doc(column) + "; null leaves it to the database" : doc(column);
        return new Component(
                column.javaName(), column.type(), column.isNullableInInsert(), table + '.' + column.name(), doc);
    }

    static Component ofProperty(JsonShape.Property property, JsonShape shape) {
        ColumnType type = property.value() instanceof JsonValue.Scalar scalar
                ? scalar.type()
                : new ColumnType.Json(property.value());
        return new Component(
                property.javaName(),
                type,
                property.optional(),
                shape.name() + '.' + property.name(),
                "the property " + JavaText.code(property.name()));
    }

    private static String doc(ColumnDescriptor column) {
        return column.description()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> JavaText.javadoc(text.endsWith(".") ? text.substring(0, text.length() - 1) : text))
                .orElseGet(() -> "the column " + JavaText.code(column.name()));
    }

    /** {@code ProjectPath}, as it ends the name of a method. */
    String methodSuffix() {
        return ColumnDescriptor.methodSuffix(name);
    }

    /** Its Java type, with what says that it may be null. */
    String javaType(JavaSource source) {
        if (row.isEmpty()) {
            return JavaValues.type(type, nullable, source);
        }
        return nullable ? source.nullable(source.ownType(row.get())) : source.use(source.ownType(row.get()));
    }

    boolean isPrimitive() {
        return row.isEmpty() && !nullable && JavaValues.isPrimitive(type);
    }

    /** An expression that brings its value to what it can hold. */
    String kept(JavaSource source) {
        if (row.isEmpty() && type instanceof ColumnType.Decimal decimal) {
            return JavaValues.decimal(name, decimal, nullable, label, source);
        }
        return row.isEmpty() ? JavaValues.kept(name, type, nullable, source) : name;
    }

    boolean isBlob() {
        return row.isEmpty() && type == ColumnType.Scalar.BLOB;
    }

    /** The field, where {@code locals} are in the way of its simple name. */
    String field(String... locals) {
        for (String local : locals) {
            if (local.equals(name)) {
                return "this." + name;
            }
        }
        return name;
    }
}
