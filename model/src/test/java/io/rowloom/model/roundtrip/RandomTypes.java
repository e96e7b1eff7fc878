package io.rowloom.model.roundtrip;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.TimestampFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** Types of columns and of what is in JSON. */
final class RandomTypes {
    private static final List<String> WORDS =
            List.of("active", "claude-code", "on", "null", "true", "12", "two words", "+", "a, b", "it's", "\u00e4");

    /** What Java calls properties whose names it cannot have. */
    private static final List<List<String>> FORCED =
            List.of(List.of("class", "class_"), List.of("1st", "_1st"), List.of("toJson", "toJson_"));

    private final Random random;
    private final Names names;
    private final List<EnumType> enums = new ArrayList<>();
    private final List<JsonShape> shapes = new ArrayList<>();

    RandomTypes(Random random, Names names) {
        this.random = random;
        this.names = names;
        for (int i = random.nextInt(5); i > 0; i--) {
            if (random.nextBoolean()) {
                enums.add(enumType(names.type(), Optional.empty()));
            } else {
                shapes.add(shape(names.type(), Optional.empty(), 0));
            }
        }
    }

    /** The enums of {@code types:}. */
    List<EnumType> enums() {
        return enums;
    }

    /** The shapes of {@code types:}, each behind those that it contains. */
    List<JsonShape> shapes() {
        return shapes;
    }

    /** A type of a column. */
    ColumnType column(String javaName, String record) {
        String nested = Names.capital(javaName);
        return switch (random.nextInt(10)) {
            case 0 -> new ColumnType.Enumeration(enumType(nested, Optional.of(record)), random.nextBoolean());
            case 1 -> new ColumnType.Json(new JsonValue.Shape(shape(nested, Optional.of(record), 0)));
            case 2 -> new ColumnType.Json(new JsonValue.ListOf(listed()));
            case 3 -> json(scalar());
            case 4 -> named().orElseGet(this::key);
            default -> random.nextInt(3) == 0 ? scalar() : key();
        };
    }

    /** A type of a parameter or of a column of a result. */
    ColumnType declared() {
        ColumnType type = named().orElseGet(this::scalar);
        if (type instanceof ColumnType.Enumeration words) {
            return new ColumnType.Enumeration(words.type(), true);
        }
        return type instanceof ColumnType.Timestamp ? new ColumnType.Timestamp(TimestampFormat.ISO) : type;
    }

    /** A type that a column of a key can have and another table can point to. */
    ColumnType key() {
        TimestampFormat[] formats = TimestampFormat.values();
        return switch (random.nextInt(6)) {
            case 0 -> new ColumnType.Timestamp(formats[random.nextInt(formats.length)]);
            case 1 -> Scalar.TEXT;
            case 2 -> decimal();
            case 3 -> Scalar.BIGINT;
            default -> scalar();
        };
    }

    private ColumnType scalar() {
        Scalar[] scalars = Scalar.values();
        return scalars[random.nextInt(scalars.length)];
    }

    private ColumnType decimal() {
        int precision = 1 + random.nextInt(38);
        return new ColumnType.Decimal(precision, random.nextInt(precision + 1));
    }

    private ColumnType json(ColumnType instead) {
        return shapes.isEmpty()
                ? instead
                : new ColumnType.Json(new JsonValue.Shape(shapes.get(random.nextInt(shapes.size()))));
    }

    private Optional<ColumnType> named() {
        if (random.nextBoolean() && !enums.isEmpty()) {
            EnumType type = enums.get(random.nextInt(enums.size()));
            return Optional.of(new ColumnType.Enumeration(type, random.nextBoolean()));
        }
        ColumnType type = json(Scalar.JSON);
        return type == Scalar.JSON ? Optional.empty() : Optional.of(type);
    }

    /** What a list can hold: anything but a shape that is written where it is used. */
    private JsonValue listed() {
        return switch (random.nextInt(4)) {
            case 0 -> new JsonValue.ListOf(listed());
            case 1 -> named().map(RandomTypes::value).orElse(new JsonValue.Scalar(Scalar.TEXT));
            default -> {
                ColumnType type = random.nextInt(4) == 0 ? decimal() : scalar();
                yield new JsonValue.Scalar(type == Scalar.BLOB ? new ColumnType.Timestamp(TimestampFormat.ISO) : type);
            }
        };
    }

    private static JsonValue value(ColumnType type) {
        return type instanceof ColumnType.Json json
                ? json.value()
                : new JsonValue.Enumeration(((ColumnType.Enumeration) type).type());
    }

    private JsonShape shape(String name, Optional<String> owner, int depth) {
        String path = owner.map(outer -> outer + '.' + name).orElse(name);
        List<JsonShape.Property> properties = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String property = names.plain();
            if (depth < 3 && random.nextInt(4) == 0) {
                JsonShape nested = shape(Names.capital(property), Optional.of(path), depth + 1);
                properties.add(new JsonShape.Property(property, property, new JsonValue.Shape(nested), false));
            } else {
                properties.add(new JsonShape.Property(property, property, listed(), random.nextBoolean()));
            }
        }
        if (random.nextInt(3) == 0) {
            List<String> forced = FORCED.get(random.nextInt(FORCED.size()));
            properties.add(new JsonShape.Property(forced.get(0), forced.get(1), listed(), random.nextBoolean()));
        }
        return new JsonShape(name, owner, properties);
    }

    /** An enum with some words in a different order each time, whose constants are not always derived. */
    EnumType enumType(String name, Optional<String> owner) {
        List<EnumType.Member> members = new ArrayList<>();
        int first = random.nextInt(WORDS.size());
        for (int i = 0; i <= random.nextInt(4); i++) {
            String word = WORDS.get((first + i) % WORDS.size());
            boolean own = constant(word).isEmpty() || random.nextInt(4) == 0;
            members.add(new EnumType.Member(word, own ? "OWN_" + i : constant(word)));
        }
        return new EnumType(name, owner, members);
    }

    /** What Java calls a word if nothing else is said; empty where a model of these tests has to say. */
    static String constant(String word) {
        return word.matches("[a-z]+([ -][a-z]+)*")
                ? word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_')
                : "";
    }
}
