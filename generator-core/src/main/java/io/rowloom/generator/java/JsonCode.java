package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.JSON_INPUT;
import static io.rowloom.generator.java.JavaTypes.JSON_OUTPUT;
import static io.rowloom.generator.java.JavaTypes.JSON_TEXT;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.JsonValue;
import io.rowloom.model.JsonValue.Enumeration;
import io.rowloom.model.JsonValue.ListOf;
import io.rowloom.model.JsonValue.Shape;

/** Java expressions that write a value to JSON and read one from it. */
final class JsonCode {
    private JsonCode() {}

    /** The JSON text of a whole column's value. */
    static String write(String value, JsonValue type, JavaSource source) {
        return type instanceof Shape
                ? value + ".toJson()"
                : source.use(JSON_TEXT) + ".write(" + value + ", " + writer(type, source, 1) + ')';
    }

    /** A function from the JSON text of a whole column. */
    static String reader(JsonValue type, JavaSource source) {
        return type instanceof Shape shape
                ? JavaValues.name(shape.shape(), source) + "::fromJson"
                : "json -> " + source.use(JSON_TEXT) + ".read(json, " + reader(type, source, 0) + ')';
    }

    /** The value of a whole column, read from the JSON text that an expression gives. */
    static String readText(String text, JsonValue type, JavaSource source) {
        return type instanceof Shape shape
                ? JavaValues.name(shape.shape(), source) + ".fromJson(" + text + ')'
                : source.use(JSON_TEXT) + ".read(" + text + ", " + reader(type, source, 0) + ')';
    }

    /** A statement without semicolon that writes a value that is not null. */
    static String writeValue(String value, JsonValue type, JavaSource source, int depth) {
        if (type instanceof JsonValue.Scalar scalar) {
            String format = scalar.type() instanceof Timestamp timestamp
                    ? ", " + JavaValues.format(timestamp.format(), source)
                    : "";
            return output(depth) + '.' + method(scalar.type()) + '(' + value + format + ')';
        }
        if (type instanceof Enumeration) {
            return output(depth) + ".text(" + value + ".value())";
        }
        if (type instanceof Shape) {
            return value + ".writeJson(" + output(depth) + ')';
        }
        return output(depth) + ".list(" + value + ", " + writer(((ListOf) type).element(), source, depth + 1) + ')';
    }

    /** A {@code JsonWriter}. */
    static String writer(JsonValue type, JavaSource source, int depth) {
        if (type instanceof JsonValue.Scalar scalar && !(scalar.type() instanceof Timestamp)) {
            return source.use(JSON_OUTPUT) + "::" + method(scalar.type());
        }
        String value = depth == 0 ? "value" : "value" + depth;
        return '(' + output(depth) + ", " + value + ") -> " + writeValue(value, type, source, depth);
    }

    /** An expression that reads a value that is not null. */
    static String readValue(JsonValue type, JavaSource source, int depth) {
        if (type instanceof JsonValue.Scalar scalar) {
            return input(depth) + '.' + method(scalar.type()) + '(' + arguments(scalar.type(), source) + ')';
        }
        if (type instanceof Enumeration enumeration) {
            return input(depth) + ".decoded(" + JavaValues.name(enumeration.type(), source) + "::of)";
        }
        if (type instanceof Shape shape) {
            return JavaValues.name(shape.shape(), source) + ".readJson(" + input(depth) + ')';
        }
        return input(depth) + ".list(" + reader(((ListOf) type).element(), source, depth + 1) + ')';
    }

    /** A {@code JsonReader}. */
    static String reader(JsonValue type, JavaSource source, int depth) {
        if (type instanceof JsonValue.Scalar scalar
                && arguments(scalar.type(), source).isEmpty()) {
            return source.use(JSON_INPUT) + "::" + method(scalar.type());
        }
        if (type instanceof Shape shape) {
            return JavaValues.name(shape.shape(), source) + "::readJson";
        }
        return input(depth) + " -> " + readValue(type, source, depth);
    }

    private static String input(int depth) {
        return depth == 0 ? "input" : "input" + depth;
    }

    private static String output(int depth) {
        return depth == 0 ? "output" : "output" + depth;
    }

    private static String arguments(ColumnType type, JavaSource source) {
        if (type instanceof Timestamp timestamp) {
            return JavaValues.format(timestamp.format(), source);
        }
        return type instanceof Decimal decimal ? decimal.precision() + ", " + decimal.scale() : "";
    }

    private static String method(ColumnType type) {
        if (type instanceof Decimal) {
            return "decimal";
        }
        if (type instanceof Timestamp) {
            return "timestamp";
        }
        return switch ((Scalar) type) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case BOOLEAN -> "bool";
            case DATETIME -> "dateTime";
            case DATE -> "date";
            case TIME -> "time";
            case UUID -> "uuid";
            case BLOB -> "blob";
            case JSON -> "json";
        };
    }
}
