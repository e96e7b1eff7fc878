package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;
import static io.rowloom.model.problem.Spelling.trueOrFalse;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.yaml.JsonText;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads a value as its column's type has it; nothing is rounded, cut or guessed. */
final class LiteralReader {
    /** Longer numbers only cost time. */
    private static final int LONGEST_NUMBER = 400;

    private LiteralReader() {}

    /** The value; never NULL. */
    static Literal read(YamlNode node, ColumnType type) throws NotOfTypeException {
        if (type instanceof ColumnType.Json json) {
            return JsonLiteral.read(node, json.value());
        } else if (type == ColumnType.Scalar.JSON) {
            return JsonLiteral.read(node, new JsonValue.Scalar(type));
        } else if (!(node instanceof YamlScalar scalar)) {
            throw new NotOfTypeException(node, "a single value belongs here, and this is " + node.kind());
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            return TimeLiteral.timestamp(scalar, timestamp.format());
        } else if (type instanceof ColumnType.Decimal decimal) {
            return decimal(scalar, decimal);
        } else if (type instanceof ColumnType.Enumeration enumeration) {
            return member(scalar, enumeration.type());
        } else {
            return scalar(scalar, (ColumnType.Scalar) type);
        }
    }

    private static Literal scalar(YamlScalar scalar, ColumnType.Scalar type) throws NotOfTypeException {
        return switch (type) {
            case TEXT -> new Literal.Text(scalar.text());
            case INTEGER -> new Literal.Whole(whole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case BIGINT -> new Literal.Whole(whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE));
            case REAL -> real(scalar);
            case BOOLEAN -> bool(scalar);
            case DATETIME -> TimeLiteral.dateTime(scalar);
            case DATE -> TimeLiteral.date(scalar);
            case TIME -> TimeLiteral.time(scalar);
            case UUID -> uuid(scalar);
            case BLOB -> blob(scalar);
            case JSON -> throw new IllegalStateException("JSON is read elsewhere");
        };
    }

    static long whole(YamlScalar scalar, long least, long greatest) throws NotOfTypeException {
        String number = number(scalar, "a whole number");
        if (number.length() <= 20 && number.chars().noneMatch(c -> c == '.' || c == 'e' || c == 'E')) {
            try {
                long value = Long.parseLong(number);
                if (value >= least && value <= greatest) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new NotOfTypeException(scalar, quote(number) + " is beyond " + least + " to " + greatest);
            }
            throw new NotOfTypeException(scalar, quote(number) + " is beyond " + least + " to " + greatest);
        }
        throw new NotOfTypeException(scalar, quote(number) + " is not a whole number");
    }

    private static Literal real(YamlScalar scalar) throws NotOfTypeException {
        String number = number(scalar, "a number");
        double value = Double.parseDouble(number);
        if (Double.isInfinite(value)) {
            throw new NotOfTypeException(scalar, quote(number) + " is more than a 64-bit number holds");
        }
        return new Literal.Real(value);
    }

    private static Literal decimal(YamlScalar scalar, ColumnType.Decimal type) throws NotOfTypeException {
        String number = number(scalar, "a decimal number");
        // An exponent could ask for a number of a billion digits.
        if (number.indexOf('e') >= 0 || number.indexOf('E') >= 0) {
            throw new NotOfTypeException(scalar, quote(number) + " is not a decimal number without an exponent");
        }
        BigDecimal value = new BigDecimal(number);
        if (value.stripTrailingZeros().scale() > type.scale()) {
            throw new NotOfTypeException(
                    scalar, quote(number) + " has more than " + type.scale() + " digits behind the point");
        }
        BigDecimal scaled = value.setScale(type.scale());
        if (scaled.precision() > type.precision()) {
            throw new NotOfTypeException(scalar, quote(number) + " has more than " + type.precision() + " digits");
        }
        return new Literal.Decimal(scaled);
    }

    private static String number(YamlScalar scalar, String what) throws NotOfTypeException {
        String text = scalar.text();
        if (!JsonText.isNumber(text) || text.length() > LONGEST_NUMBER) {
            throw new NotOfTypeException(scalar, quote(text) + " is not " + what);
        }
        if (!scalar.isPlain()) {
            throw new NotOfTypeException(
                    scalar, quote(text) + " is a text, as it has quotes", Optional.of("write it without quotes"));
        }
        return text;
    }

    private static Literal bool(YamlScalar scalar) throws NotOfTypeException {
        if (scalar.isWord("true") || scalar.isWord("false")) {
            return new Literal.Bool(scalar.text().equals("true"));
        }
        throw new NotOfTypeException(
                scalar, quote(scalar.text()) + " is neither true nor false", trueOrFalse(scalar.text()));
    }

    private static Literal uuid(YamlScalar scalar) throws NotOfTypeException {
        String text = scalar.text();
        if (text.length() == 36) {
            try {
                UUID uuid = UUID.fromString(text);
                if (uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
                    return new Literal.Uuid(uuid);
                }
            } catch (IllegalArgumentException e) {
                throw notUuid(scalar);
            }
        }
        throw notUuid(scalar);
    }

    private static NotOfTypeException notUuid(YamlScalar scalar) {
        return new NotOfTypeException(
                scalar, quote(scalar.text()) + " is not a UUID like 7b1c0c3e-0f5e-4f43-9b1e-0a8a5d0f1d11");
    }

    private static Literal blob(YamlScalar scalar) throws NotOfTypeException {
        String text = scalar.text();
        if (text.length() % 2 == 0 && text.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0)) {
            return new Literal.Blob(text.toLowerCase(Locale.ROOT));
        }
        throw new NotOfTypeException(scalar, quote(text) + " is not bytes in hexadecimal digits, two for each");
    }

    private static Literal member(YamlScalar scalar, EnumType type) throws NotOfTypeException {
        for (EnumType.Member member : type.members()) {
            if (member.value().equals(scalar.text())) {
                return new Literal.EnumMember(type, member);
            }
        }
        List<String> words = type.members().stream().map(EnumType.Member::value).toList();
        throw new NotOfTypeException(
                scalar,
                quote(scalar.text()) + " is not a word of the enum",
                didYouMean(scalar.text(), words).or(() -> Optional.of("allowed are " + String.join(", ", words))));
    }

    /** Whether a mapping stands for an SQL expression instead of a value. */
    static boolean isExpression(YamlNode node) {
        return node instanceof YamlMapping mapping
                && mapping.entries().size() == 1
                && mapping.scalar("expression") != null;
    }
}
