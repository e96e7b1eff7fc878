package io.rowloom.generator.dao;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;

/** The Java type of a column's values by its simple name, {@code Session.State}. */
final class TypeText {
    private TypeText() {}

    static String of(ColumnType type) {
        if (type instanceof ColumnType.Decimal) {
            return "BigDecimal";
        } else if (type instanceof ColumnType.Timestamp) {
            return "Instant";
        } else if (type instanceof ColumnType.Enumeration enumeration) {
            return of(enumeration.type());
        } else if (type instanceof ColumnType.Json json) {
            return of(json.value());
        }
        return switch ((ColumnType.Scalar) type) {
            case TEXT, JSON -> "String";
            case INTEGER -> "int";
            case BIGINT -> "long";
            case REAL -> "double";
            case BOOLEAN -> "boolean";
            case DATETIME -> "LocalDateTime";
            case DATE -> "LocalDate";
            case TIME -> "LocalTime";
            case UUID -> "UUID";
            case BLOB -> "byte[]";
        };
    }

    /** As an argument of a type, {@code Integer}. */
    static String boxed(ColumnType type) {
        String name = of(type);
        return switch (name) {
            case "int" -> "Integer";
            case "long" -> "Long";
            case "double" -> "Double";
            case "boolean" -> "Boolean";
            default -> name;
        };
    }

    private static String of(JsonValue value) {
        if (value instanceof JsonValue.Scalar scalar) {
            return of(scalar.type());
        } else if (value instanceof JsonValue.Enumeration enumeration) {
            return of(enumeration.type());
        } else if (value instanceof JsonValue.Shape shape) {
            JsonShape json = shape.shape();
            return json.owner().map(owner -> owner + '.').orElse("") + json.name();
        }
        JsonValue element = ((JsonValue.ListOf) value).element();
        return "List<" + (element instanceof JsonValue.Scalar scalar ? boxed(scalar.type()) : of(element)) + '>';
    }

    private static String of(EnumType type) {
        return type.owner().map(owner -> owner + '.').orElse("") + type.name();
    }
}
