package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.yaml.JsonText;
import io.rowloom.model.yaml.YamlList;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.Locale;

/** Reads JSON, which a model writes as YAML or as a text that holds JSON, and holds it to a shape. */
final class JsonLiteral {
    private final StringBuilder json = new StringBuilder();

    private JsonLiteral() {}

    static Literal.Json read(YamlNode node, JsonValue form) throws NotOfTypeException {
        YamlNode value = node;
        if (node instanceof YamlScalar scalar) {
            value = JsonText.parse(scalar)
                    .orElseThrow(() -> new NotOfTypeException(scalar, quote(scalar.text()) + " is not JSON"));
        }
        JsonLiteral writer = new JsonLiteral();
        writer.value(value, form);
        return new Literal.Json(writer.json.toString());
    }

    private void value(YamlNode node, JsonValue form) throws NotOfTypeException {
        if (form instanceof JsonValue.ListOf list) {
            list(node, list.element());
        } else if (form instanceof JsonValue.Shape shape) {
            object(node, shape.shape());
        } else if (form instanceof JsonValue.Scalar any && any.type() == ColumnType.Scalar.JSON) {
            any(node, form);
        } else if (!(node instanceof YamlScalar scalar)) {
            throw new NotOfTypeException(node, "a single value belongs here, and this is " + node.kind());
        } else if (scalar.isNull()) {
            throw new NotOfTypeException(node, "a value belongs here, and this is null");
        } else {
            scalar(scalar, form);
        }
    }

    private void scalar(YamlScalar scalar, JsonValue form) throws NotOfTypeException {
        ColumnType type = form instanceof JsonValue.Enumeration enumeration
                ? new ColumnType.Enumeration(enumeration.type(), false)
                : ((JsonValue.Scalar) form).type();
        LiteralReader.read(scalar, type);
        boolean bare = type == ColumnType.Scalar.INTEGER
                || type == ColumnType.Scalar.BIGINT
                || type == ColumnType.Scalar.REAL
                || type == ColumnType.Scalar.BOOLEAN
                || type instanceof ColumnType.Decimal;
        if (bare) {
            json.append(scalar.text());
        } else {
            string(scalar.text());
        }
    }

    private void list(YamlNode node, JsonValue element) throws NotOfTypeException {
        if (!(node instanceof YamlList list)) {
            throw new NotOfTypeException(node, "a list belongs here, and this is " + node.kind());
        }
        json.append('[');
        String separator = "";
        for (YamlNode item : list.items()) {
            json.append(separator);
            value(item, element);
            separator = ",";
        }
        json.append(']');
    }

    private void object(YamlNode node, JsonShape shape) throws NotOfTypeException {
        if (!(node instanceof YamlMapping mapping)) {
            throw new NotOfTypeException(node, "a mapping belongs here, and this is " + node.kind());
        }
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (shape.properties().stream()
                    .noneMatch(property -> property.name().equals(entry.name()))) {
                throw new NotOfTypeException(
                        entry,
                        "the shape has no property " + quote(entry.name()),
                        didYouMean(
                                entry.name(),
                                shape.properties().stream()
                                        .map(JsonShape.Property::name)
                                        .toList()));
            }
        }
        json.append('{');
        String separator = "";
        for (JsonShape.Property property : shape.properties()) {
            YamlNode value = mapping.get(property.name());
            boolean missing = value == null || value instanceof YamlScalar scalar && scalar.isNull();
            if (missing && !property.optional()) {
                throw new NotOfTypeException(node, "the property " + quote(property.name()) + " is missing");
            }
            if (value != null && !missing) {
                json.append(separator);
                string(property.name());
                json.append(':');
                value(value, property.value());
                separator = ",";
            }
        }
        json.append('}');
    }

    private void any(YamlNode node, JsonValue form) throws NotOfTypeException {
        if (node instanceof YamlList) {
            list(node, form);
        } else if (node instanceof YamlMapping mapping) {
            json.append('{');
            String separator = "";
            for (YamlMapping.Entry entry : mapping.entries()) {
                json.append(separator);
                string(entry.name());
                json.append(':');
                any(entry.value(), form);
                separator = ",";
            }
            json.append('}');
        } else {
            YamlScalar scalar = (YamlScalar) node;
            if (scalar.isNull()) {
                json.append("null");
            } else if (scalar.isPlain() && JsonText.isWord(scalar.text())) {
                json.append(scalar.text());
            } else {
                string(scalar.text());
            }
        }
    }

    private void string(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ') {
                        json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
