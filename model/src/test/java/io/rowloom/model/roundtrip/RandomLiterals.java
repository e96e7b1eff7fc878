package io.rowloom.model.roundtrip;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.UUID;

/** Values of a type. */
final class RandomLiterals {
    private static final List<Integer> MILLIS = List.of(0, 1, 120, 999);

    private final Random random;
    private final Texts texts;

    RandomLiterals(Random random, Texts texts) {
        this.random = random;
        this.texts = texts;
    }

    Literal of(ColumnType type) {
        if (type instanceof ColumnType.Json json) {
            return new Literal.Json(json(json.value()));
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            return new Literal.Timestamp(moment(timestamp.format()));
        } else if (type instanceof ColumnType.Decimal decimal) {
            BigInteger digits = new BigInteger(random.nextInt(3 * decimal.precision()) + 1, random);
            return new Literal.Decimal(new BigDecimal(digits.mod(BigInteger.TEN.pow(decimal.precision())))
                    .movePointLeft(decimal.scale())
                    .setScale(decimal.scale()));
        } else if (type instanceof ColumnType.Enumeration words) {
            int member = random.nextInt(words.type().members().size());
            return new Literal.EnumMember(words.type(), words.type().members().get(member));
        }
        return scalar((Scalar) type);
    }

    private Literal scalar(Scalar type) {
        return switch (type) {
            case TEXT -> new Literal.Text(random.nextInt(8) == 0 ? "" : texts.text());
            case INTEGER -> new Literal.Whole(random.nextInt(4) == 0 ? Integer.MIN_VALUE : random.nextInt());
            case BIGINT -> new Literal.Whole(random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextLong());
            case REAL -> new Literal.Real(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
            case BOOLEAN -> new Literal.Bool(random.nextBoolean());
            case DATETIME -> new Literal.DateTime(LocalDateTime.of(date(), time()));
            case DATE -> new Literal.Date(date());
            case TIME -> new Literal.Time(time());
            case UUID -> new Literal.Uuid(new UUID(random.nextLong(), random.nextLong()));
            case BLOB -> new Literal.Blob(random.nextInt(4) == 0 ? "" : "00ff%02x".formatted(random.nextInt(256)));
            case JSON -> new Literal.Json(json(0));
        };
    }

    private Instant moment(TimestampFormat format) {
        long seconds = (long) (random.nextDouble() * 4e9) - 1_000_000_000L;
        boolean millis = format == TimestampFormat.ISO || format == TimestampFormat.EPOCH_MILLIS;
        return Instant.ofEpochSecond(seconds, millis ? millis() * 1_000_000L : 0);
    }

    private LocalDate date() {
        return LocalDate.of(random.nextInt(10_000), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private LocalTime time() {
        return LocalTime.of(
                random.nextInt(24),
                random.nextInt(60),
                random.nextBoolean() ? 0 : random.nextInt(60),
                millis() * 1_000_000);
    }

    private int millis() {
        return MILLIS.get(random.nextInt(MILLIS.size()));
    }

    /** Compact JSON of any shape. */
    private String json(int depth) {
        return switch (depth > 3 ? 0 : random.nextInt(6)) {
            case 0 -> string(texts.text());
            case 1 -> "[" + json(depth + 1) + "," + json(depth + 1) + "]";
            case 2 -> "[]";
            case 3 -> "{" + string(texts.text()) + ":" + json(depth + 1) + ",\"last\":" + json(depth + 1) + "}";
            case 4 -> List.of("null", "true", "12", "-0.5", "1e3").get(random.nextInt(5));
            default -> "{}";
        };
    }

    /** Compact JSON of a shape, its properties in the order of the shape. */
    private String json(JsonValue form) {
        if (form instanceof JsonValue.ListOf list) {
            StringJoiner items = new StringJoiner(",", "[", "]");
            for (int i = random.nextInt(3); i > 0; i--) {
                items.add(json(list.element()));
            }
            return items.toString();
        } else if (form instanceof JsonValue.Shape shape) {
            StringJoiner properties = new StringJoiner(",", "{", "}");
            for (JsonShape.Property property : shape.shape().properties()) {
                String value = json(property.value());
                // A property that is null is missing.
                if (!property.optional() || !value.equals("null") && random.nextBoolean()) {
                    properties.add(string(property.name()) + ':' + (value.equals("null") ? "{}" : value));
                }
            }
            return properties.toString();
        } else if (form instanceof JsonValue.Enumeration words) {
            return string(words.type().members().get(0).value());
        }
        ColumnType type = ((JsonValue.Scalar) form).type();
        if (type == Scalar.JSON) {
            return json(0);
        }
        Literal literal = of(type);
        return Literals.isBare(literal) ? Literals.text(literal) : string(Literals.text(literal));
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> json.append('\\').append((char) c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < ' ' ? "\\u%04x".formatted(c) : String.valueOf((char) c));
            }
        });
        return json.append('"').toString();
    }
}
