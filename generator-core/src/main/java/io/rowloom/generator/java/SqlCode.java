package io.rowloom.generator.java;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Json;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;

/** Java expressions that bind a value to a statement and read one from a row. */
final class SqlCode {
    private SqlCode() {}

    /** {@code parameters.uuid(1, id)}. */
    static String bind(int index, String value, ColumnType type, boolean nullable, JavaSource source) {
        return bind(String.valueOf(index), value, type, nullable, source);
    }

    /** The same with an expression for the number of the parameter. */
    static String bind(String index, String value, ColumnType type, boolean nullable, JavaSource source) {
        String text = value;
        if (type instanceof Enumeration) {
            text = whenPresent(value, value + ".value()", nullable);
        } else if (type instanceof Json json) {
            text = whenPresent(value, JsonCode.write(value, json.value(), source), nullable);
        } else if (type instanceof Timestamp timestamp) {
            text = value + ", " + JavaValues.format(timestamp.format(), source);
        }
        return "parameters." + method(type) + '(' + index + ", " + text + ')';
    }

    /** {@code row.uuid(1)}; {@code row} is the variable that holds it. */
    static String read(String row, int index, ColumnType type, boolean nullable, JavaSource source) {
        String call = row
                + '.'
                + (type instanceof Enumeration || type instanceof Json ? "decoded" : method(type))
                + (nullable ? "OrNull(" : "(")
                + index;
        if (type instanceof Enumeration enumeration) {
            return call + ", " + JavaValues.name(enumeration.type(), source) + "::of)";
        }
        if (type instanceof Json json) {
            return call + ", " + JsonCode.reader(json.value(), source) + ')';
        }
        if (type instanceof Timestamp timestamp) {
            return call + ", " + JavaValues.format(timestamp.format(), source) + ')';
        }
        if (type instanceof Decimal decimal) {
            return call + ", " + decimal.scale() + ')';
        }
        return call + ')';
    }

    private static String whenPresent(String value, String expression, boolean nullable) {
        return nullable ? value + " == null ? null : " + expression : expression;
    }

    private static String method(ColumnType type) {
        if (type instanceof Decimal) {
            return "decimal";
        }
        if (type instanceof Timestamp) {
            return "timestamp";
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case TEXT, JSON -> "text";
                case INTEGER -> "integer";
                case BIGINT -> "bigint";
                case REAL -> "real";
                case BOOLEAN -> "bool";
                case DATETIME -> "dateTime";
                case DATE -> "date";
                case TIME -> "time";
                case UUID -> "uuid";
                case BLOB -> "blob";
            };
        }
        return "text";
    }
}
