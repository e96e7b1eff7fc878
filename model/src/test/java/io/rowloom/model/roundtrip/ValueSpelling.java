package io.rowloom.model.roundtrip;

import static io.rowloom.model.roundtrip.Spelling.list;
import static io.rowloom.model.roundtrip.Spelling.mapping;
import static io.rowloom.model.roundtrip.Spelling.text;
import static io.rowloom.model.roundtrip.Spelling.word;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** How a model says types and values. */
final class ValueSpelling {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random;

    ValueSpelling(Random random) {
        this.random = random;
    }

    /** A type that needs no mapping. */
    String type(ColumnType type) {
        if (type instanceof ColumnType.Scalar scalar) {
            return scalar.name().toLowerCase(Locale.ROOT);
        } else if (type instanceof ColumnType.Decimal decimal) {
            String comma = random.nextBoolean() ? "," : ", ";
            return "decimal(" + decimal.precision() + comma + decimal.scale() + ")";
        } else if (type instanceof ColumnType.Enumeration words) {
            return words.type().name();
        } else if (type instanceof ColumnType.Json json) {
            return type(json.value());
        }
        return "timestamp";
    }

    private String type(JsonValue value) {
        if (value instanceof JsonValue.ListOf list) {
            return type(list.element()) + "[]";
        } else if (value instanceof JsonValue.Shape shape) {
            return shape.shape().name();
        } else if (value instanceof JsonValue.Enumeration words) {
            return words.type().name();
        }
        return type(((JsonValue.Scalar) value).type());
    }

    /** A type of {@code types:}, of a parameter or of a result column, with its question mark. */
    Object declared(ColumnType type, boolean optional) {
        return text(type(type) + (optional ? random.nextInt(5) == 0 ? " ?" : "?" : ""));
    }

    List<Object> words(EnumType type) {
        return list(type.members(), this::member);
    }

    private Object member(EnumType.Member member) {
        boolean derived = member.constant().equals(RandomTypes.constant(member.value()));
        if (derived && random.nextInt(4) != 0) {
            return text(member.value());
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("value", text(member.value()));
        mapping.put("java", Map.of("name", text(member.constant())));
        return Spelling.shuffled(mapping, random);
    }

    Map<String, Object> properties(JsonShape shape) {
        return mapping(shape.properties(), JsonShape.Property::name, property -> {
            if (property.value() instanceof JsonValue.Shape nested
                    && nested.shape().owner().isPresent()) {
                return properties(nested.shape());
            }
            return text(type(property.value()) + (property.optional() ? "?" : ""));
        });
    }

    /** A value of a default or a sample. */
    Object literal(Literal literal, ColumnType type) {
        if (literal instanceof Literal.Json json) {
            JsonNode node = JSON.readTree(json.text());
            return node.isContainer() && !staysText(node) && random.nextInt(3) != 0
                    ? yaml(node)
                    : text(spaced(json.text()));
        } else if (Literals.isBare(literal)) {
            return word(Literals.text(literal));
        } else if (literal instanceof Literal.Timestamp moment) {
            return moment(moment.value(), ((ColumnType.Timestamp) type).format());
        } else if (literal instanceof Literal.DateTime && random.nextBoolean()) {
            return text(Literals.text(literal).replace('T', ' '));
        } else if (literal instanceof Literal.Time && Literals.text(literal).endsWith(":00") && random.nextBoolean()) {
            return text(Literals.text(literal).substring(0, 5));
        } else if ((literal instanceof Literal.Uuid || literal instanceof Literal.Blob) && random.nextBoolean()) {
            return text(Literals.text(literal).toUpperCase(Locale.ROOT));
        }
        return text(Literals.text(literal));
    }

    private Object moment(Instant moment, TimestampFormat format) {
        if (format.isEpoch() && random.nextBoolean()) {
            boolean seconds = format == TimestampFormat.EPOCH_SECONDS;
            return word(String.valueOf(seconds ? moment.getEpochSecond() : moment.toEpochMilli()));
        }
        String text = moment.atOffset(ZoneOffset.ofHours(random.nextInt(3))).toString();
        return text(random.nextInt(3) == 0 ? text.replace('T', ' ') : text);
    }

    /** White space around JSON means nothing. */
    private String spaced(String json) {
        return random.nextInt(4) == 0 ? ' ' + json + '\n' : json;
    }

    /** Numbers with a fraction, which Java writes in its own way, and texts that would be numbers without quotes. */
    private static boolean staysText(JsonNode node) {
        if (node.isString()) {
            return node.asString().matches("-?[0-9].*");
        } else if (!node.isContainer()) {
            return node.isNumber() && !node.isIntegralNumber();
        }
        for (JsonNode child : node) {
            if (staysText(child)) {
                return true;
            }
        }
        return false;
    }

    private static Object yaml(JsonNode node) {
        if (node.isArray()) {
            List<Object> items = new ArrayList<>();
            node.forEach(item -> items.add(yaml(item)));
            return items;
        } else if (node.isObject()) {
            Map<String, Object> mapping = new LinkedHashMap<>();
            node.properties().forEach(entry -> mapping.put(entry.getKey(), yaml(entry.getValue())));
            return mapping;
        } else if (node.isString()) {
            return text(node.asString());
        }
        return word(node.toString());
    }
}
