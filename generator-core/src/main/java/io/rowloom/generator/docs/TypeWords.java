package io.rowloom.generator.docs;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words what a value is; links to the types that the page shows on their own. */
final class TypeWords {
    private final Links links;

    /** Takes the links of the file that the words stand in. */
    TypeWords(Links links) {
        this.links = links;
    }

    /** The type as Markdown, {@code timestamp (ISO 8601, ms)}. */
    String type(ColumnType type) {
        if (type instanceof ColumnType.Decimal decimal) {
            return "decimal(" + decimal.precision() + ", " + decimal.scale() + ")";
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            return switch (timestamp.format()) {
                case ISO -> "timestamp (ISO 8601, ms)";
                case ISO_SECONDS -> "timestamp (ISO 8601, s)";
                case SQLITE -> "timestamp (date and time, UTC)";
                case EPOCH_SECONDS -> "timestamp (seconds since 1970)";
                case EPOCH_MILLIS -> "timestamp (milliseconds since 1970)";
            };
        } else if (type instanceof ColumnType.Enumeration enumeration) {
            return enumName(enumeration.type());
        } else if (type instanceof ColumnType.Json json) {
            return "JSON: " + value(json.value());
        } else if (type == ColumnType.Scalar.BOOLEAN) {
            return "boolean (0 or 1)";
        } else if (type == ColumnType.Scalar.JSON) {
            return "JSON";
        }
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private String value(JsonValue value) {
        if (value instanceof JsonValue.Shape shape) {
            return named(shape.shape().name(), "object");
        } else if (value instanceof JsonValue.ListOf list) {
            return "list of " + value(list.element());
        } else if (value instanceof JsonValue.Enumeration enumeration) {
            return enumName(enumeration.type());
        } else if (value instanceof JsonValue.Scalar scalar) {
            return scalar.type() == ColumnType.Scalar.BOOLEAN
                    ? "true or false"
                    : scalar.type() == ColumnType.Scalar.JSON ? "anything" : type(scalar.type());
        }
        throw new IllegalArgumentException("no words for " + value);
    }

    private String enumName(EnumType type) {
        return type.owner().isEmpty() ? named(type.name(), "enum") : "enum";
    }

    private String named(String name, String otherwise) {
        return links.type(name, otherwise);
    }

    /** The words of an enum, {@code `active`, `inactive`}. */
    static String members(EnumType type) {
        return Markdown.codes(
                type.members().stream().map(EnumType.Member::value).toList());
    }

    /** A shape as the lines of a nested list, without shapes that are shown elsewhere on the page. */
    List<String> outline(JsonShape shape) {
        List<String> lines = new ArrayList<>();
        outline(shape, "", lines);
        return lines;
    }

    private void outline(JsonShape shape, String indent, List<String> lines) {
        for (JsonShape.Property property : shape.properties()) {
            StringBuilder line = new StringBuilder(indent)
                    .append("- ")
                    .append(Markdown.code(property.name()))
                    .append(": ")
                    .append(value(property.value()));
            JsonValue innermost = innermost(property.value());
            if (innermost instanceof JsonValue.Enumeration enumeration
                    && enumeration.type().owner().isPresent()) {
                line.append(", one of ").append(members(enumeration.type()));
            }
            lines.add(line.append(property.optional() ? ", optional" : "").toString());
            if (innermost instanceof JsonValue.Shape nested
                    && !links.hasType(nested.shape().name())) {
                outline(nested.shape(), indent + "  ", lines);
            }
        }
    }

    /** What the lists around it hold in the end. */
    static JsonValue innermost(JsonValue value) {
        JsonValue innermost = value;
        while (innermost instanceof JsonValue.ListOf list) {
            innermost = list.element();
        }
        return innermost;
    }

    /** Whether the page shows the shape on its own. */
    boolean isShownElsewhere(JsonShape shape) {
        return shape.owner().isEmpty() && links.hasType(shape.name());
    }
}
