package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import com.squareup.javapoet.ClassName;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Json;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.Literal;

/** Java expressions for what a column holds when nobody says. */
final class DefaultCode {
    private DefaultCode() {}

    /** The present moment as a value of the type, in UTC; {@code now} is an expression for the instant. */
    static String now(ColumnType type, String now, JavaSource source) {
        if (type instanceof ColumnType.Timestamp) {
            return now;
        }
        ClassName local = switch ((Scalar) type) {
            case DATETIME -> LOCAL_DATE_TIME;
            case DATE -> LOCAL_DATE;
            case TIME -> LOCAL_TIME;
            default -> throw new IllegalArgumentException("no present moment of type " + type);
        };
        return source.use(local) + ".ofInstant(" + now + ", " + source.use(ZONE_OFFSET) + ".UTC)";
    }

    /** A value that the model spells out. */
    static String literal(Literal literal, ColumnType type, JavaSource source) {
        if (literal instanceof Literal.Null) {
            return "null";
        }
        if (literal instanceof Literal.Text text) {
            return JavaText.literal(text.value());
        }
        if (literal instanceof Literal.Whole whole) {
            return type == Scalar.INTEGER ? Long.toString(whole.value()) : whole.value() + "L";
        }
        if (literal instanceof Literal.Real real) {
            return real(real.value());
        }
        if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        }
        if (literal instanceof Literal.EnumMember member) {
            return JavaValues.name(member.type(), source)
                    + '.'
                    + member.member().constant();
        }
        if (literal instanceof Literal.Json json) {
            String text = JavaText.literal(json.text());
            return type instanceof Json shaped ? JsonCode.readText(text, shaped.value(), source) : text;
        }
        if (literal instanceof Literal.Decimal decimal) {
            return "new " + source.use(BIG_DECIMAL) + "(\"" + decimal.value() + "\")";
        }
        if (literal instanceof Literal.Blob blob) {
            return source.use(HEX_FORMAT) + ".of().parseHex(\"" + blob.hex() + "\")";
        }
        if (literal instanceof Literal.Uuid uuid) {
            return source.use(UUID) + ".fromString(\"" + uuid.value() + "\")";
        }
        return parsed(literal, source);
    }

    private static String parsed(Literal literal, JavaSource source) {
        ClassName type;
        Object value;
        if (literal instanceof Literal.Timestamp timestamp) {
            type = INSTANT;
            value = timestamp.value();
        } else if (literal instanceof Literal.DateTime dateTime) {
            type = LOCAL_DATE_TIME;
            value = dateTime.value();
        } else if (literal instanceof Literal.Date date) {
            type = LOCAL_DATE;
            value = date.value();
        } else {
            type = LOCAL_TIME;
            value = ((Literal.Time) literal).value();
        }
        return source.use(type) + ".parse(\"" + value + "\")";
    }

    private static String real(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        }
        return Double.toString(value);
    }
}
