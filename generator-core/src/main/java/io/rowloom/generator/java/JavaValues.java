package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import com.squareup.javapoet.ArrayTypeName;
import com.squareup.javapoet.ClassName;
import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
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
    private static final TypeName BYTES = ArrayTypeName.of(TypeName.BYTE);

    private JavaValues() {}

    /** The type of a value as it is spelled, boxed and annotated where it may be null. */
    static String type(ColumnType type, boolean nullable, JavaSource source) {
        TypeName name = type(type, source);
        return nullable ? source.nullable(name) : source.use(name);
    }

    /** The type of a value that is not null. */
    static TypeName type(ColumnType type, JavaSource source) {
        if (type instanceof Decimal) {
            return BIG_DECIMAL;
        }
        if (type instanceof Timestamp) {
            return INSTANT;
        }
        if (type instanceof Enumeration enumeration) {
            return type(enumeration.type(), source);
        }
        if (type instanceof Json json) {
            return type(json.value(), source);
        }
        return switch ((Scalar) type) {
            case TEXT, JSON -> STRING;
            case INTEGER -> TypeName.INT;
            case BIGINT -> TypeName.LONG;
            case REAL -> TypeName.DOUBLE;
            case BOOLEAN -> TypeName.BOOLEAN;
            case DATETIME -> LOCAL_DATE_TIME;
            case DATE -> LOCAL_DATE;
            case TIME -> LOCAL_TIME;
            case UUID -> UUID;
            case BLOB -> BYTES;
        };
    }

    /** As {@link #type(ColumnType, JavaSource)}, of what stands in JSON. */
    static TypeName type(JsonValue value, JavaSource source) {
        if (value instanceof JsonValue.Scalar scalar) {
            return type(scalar.type(), source);
        }
        if (value instanceof JsonValue.Enumeration enumeration) {
            return type(enumeration.type(), source);
        }
        if (value instanceof JsonValue.Shape shape) {
            return type(shape.shape(), source);
        }
        TypeName element = type(((JsonValue.ListOf) value).element(), source);
        return ParameterizedTypeName.get(LIST, element.box());
    }

    static ClassName type(EnumType type, JavaSource source) {
        return source.ownType(
                type.owner().isEmpty() ? type.name() : type.owner().get() + '.' + type.name());
    }

    static ClassName type(JsonShape shape, JavaSource source) {
        return source.ownType(
                shape.owner().isEmpty() ? shape.name() : shape.owner().get() + '.' + shape.name());
    }

    static String name(EnumType type, JavaSource source) {
        return source.use(type(type, source));
    }

    static String name(JsonShape shape, JavaSource source) {
        return source.use(type(shape, source));
    }

    /** {@code format} of the runtime. */
    static String format(TimestampFormat format, JavaSource source) {
        return source.use(SQL_TIMESTAMP_FORMAT) + '.' + format.name();
    }

    /** Whether a value of the type is a primitive when it cannot be null. */
    static boolean isPrimitive(ColumnType type) {
        return type == Scalar.INTEGER || type == Scalar.BIGINT || type == Scalar.REAL || type == Scalar.BOOLEAN;
    }

    /** An expression that brings {@code name} to the digits of the type; an error says that it is {@code label}. */
    static String decimal(String name, Decimal type, boolean nullable, String label, JavaSource source) {
        return source.use(SQL_VALUES) + (nullable ? ".decimalOrNull(" : ".decimal(") + name + ", " + type.precision()
                + ", " + type.scale() + ", " + JavaText.literal(label) + ')';
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
}
