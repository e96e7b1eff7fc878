package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Json;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.TimestampFormat;

/** How Java holds the values of the model's types. */
final class JavaValues {
    private JavaValues() {}

    /** The type of a value, boxed and annotated where it may be null. */
    static String type(ColumnType type, boolean nullable, JavaSource source) {
        if (type == Scalar.BLOB) {
            return nullable ? "byte @" + source.use(NULLABLE) + " []" : "byte[]";
        }
        return nullable ? annotated(boxed(type, source), source) : plain(type, source);
    }

    private static String plain(ColumnType type, JavaSource source) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case INTEGER -> "int";
                case BIGINT -> "long";
                case REAL -> "double";
                case BOOLEAN -> "boolean";
                case BLOB -> "byte[]";
                default -> boxed(type, source);
            };
        }
        return boxed(type, source);
    }

    static String boxed(ColumnType type, JavaSource source) {
        if (type instanceof Decimal) {
            return source.use(BIG_DECIMAL);
        }
        if (type instanceof Timestamp) {
            return source.use(INSTANT);
        }
        if (type instanceof Enumeration enumeration) {
            return name(enumeration.type(), source);
        }
        if (type instanceof Json json) {
            return boxed(json.value(), source);
        }
        return switch ((Scalar) type) {
            case TEXT, JSON -> "String";
            case INTEGER -> "Integer";
            case BIGINT -> "Long";
            case REAL -> "Double";
            case BOOLEAN -> "Boolean";
            case DATETIME -> source.use(LOCAL_DATE_TIME);
            case DATE -> source.use(LOCAL_DATE);
            case TIME -> source.use(LOCAL_TIME);
            case UUID -> source.use(UUID);
            case BLOB -> "byte[]";
        };
    }

    static String boxed(JsonValue value, JavaSource source) {
        if (value instanceof JsonValue.Scalar scalar) {
            return boxed(scalar.type(), source);
        }
        if (value instanceof JsonValue.Enumeration enumeration) {
            return name(enumeration.type(), source);
        }
        if (value instanceof JsonValue.Shape shape) {
            return name(shape.shape(), source);
        }
        return source.use(LIST) + '<' + boxed(((JsonValue.ListOf) value).element(), source) + '>';
    }

    /** The boxed type of a variable that starts as null. */
    static String annotatedBoxed(JsonValue value, JavaSource source) {
        boolean blob = value instanceof JsonValue.Scalar scalar && scalar.type() == Scalar.BLOB;
        return blob ? "byte @" + source.use(NULLABLE) + " []" : annotated(boxed(value, source), source);
    }

    static String name(EnumType type, JavaSource source) {
        return source.own(type.owner().map(owner -> owner + '.' + type.name()).orElse(type.name()));
    }

    static String name(JsonShape shape, JavaSource source) {
        return source.own(shape.owner().map(owner -> owner + '.' + shape.name()).orElse(shape.name()));
    }

    /** {@code format} of the runtime. */
    static String format(TimestampFormat format, JavaSource source) {
        return source.use(SQL_TIMESTAMP_FORMAT) + '.' + format.name();
    }

    /** Whether a value of the type is a primitive when it cannot be null. */
    static boolean isPrimitive(ColumnType type) {
        return type == Scalar.INTEGER || type == Scalar.BIGINT || type == Scalar.REAL || type == Scalar.BOOLEAN;
    }

    /**
     * An expression that brings {@code name} to what a column of the type can hold; just {@code name} where it always
     * can.
     */
    static String kept(String name, ColumnType type, boolean nullable, JavaSource source) {
        String suffix = nullable ? "OrNull(" : "(";
        if (type instanceof Timestamp timestamp) {
            return source.use(SQL_VALUES) + ".timestamp" + suffix + name + ", " + format(timestamp.format(), source)
                    + ')';
        }
        if (type instanceof Decimal decimal) {
            return source.use(SQL_VALUES) + ".decimal" + suffix + name + ", " + decimal.precision() + ", "
                    + decimal.scale() + ')';
        }
        if (type instanceof Json json && json.value() instanceof JsonValue.ListOf) {
            return copied(name, nullable, source);
        }
        if (type instanceof Json json && json.value() instanceof JsonValue.Scalar scalar) {
            return kept(name, scalar.type(), nullable, source);
        }
        if (type == Scalar.BLOB) {
            return nullable ? name + " == null ? null : " + name + ".clone()" : name + ".clone()";
        }
        String method = type == Scalar.REAL
                ? "real"
                : type == Scalar.DATETIME
                        ? "dateTime"
                        : type == Scalar.DATE ? "date" : type == Scalar.TIME ? "time" : "";
        return method.isEmpty() ? name : source.use(SQL_VALUES) + '.' + method + suffix + name + ')';
    }

    private static String copied(String name, boolean nullable, JavaSource source) {
        String copy = source.use(LIST) + ".copyOf(" + name + ')';
        return nullable ? name + " == null ? null : " + copy : copy;
    }

    /** The annotation of a type stands at its simple name, JLS 9.7.4. */
    static String annotated(String type, JavaSource source) {
        int end = type.indexOf('<');
        int dot = type.lastIndexOf('.', end < 0 ? type.length() : end);
        return type.substring(0, dot + 1) + '@' + source.use(NULLABLE) + ' ' + type.substring(dot + 1);
    }
}
