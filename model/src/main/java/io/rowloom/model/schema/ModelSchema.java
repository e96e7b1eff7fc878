package io.rowloom.model.schema;

import io.rowloom.model.yaml.Form;
import io.rowloom.model.yaml.ModelFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The JSON Schema (draft 2020-12) of a model file, made from the definition that the reader uses.
 *
 * <p>It refuses whatever breaks a structural rule ({@code ProblemCode.isStructural}); what a name means it cannot know.
 */
public final class ModelSchema {
    /** How a text can look to an editor, which takes numbers and truth values for what they are. */
    private static final List<String> TEXT_TYPES = List.of("string", "number", "boolean");

    /** The forms that are referred to by name, first in the order in which they are met. */
    private final Map<String, Object> definitions = new LinkedHashMap<>();

    private ModelSchema() {}

    /** The text of the schema; always the same, with a line end at its end. */
    public static String json() {
        ModelSchema writer = new ModelSchema();
        Form.Keys file = (Form.Keys) ModelFormat.FILE;
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Rowloom model");
        schema.put("description", "Tables, types and queries of a database.");
        schema.putAll(writer.keys(file));
        schema.put("$defs", writer.definitions);
        return JsonWriter.write(schema);
    }

    private Map<String, Object> schema(Form form) {
        if (form instanceof Form.Named named) {
            return reference(named.name(), () -> schema(named.form().get()));
        } else if (form instanceof Form.Keys keys) {
            return reference(keys.name(), () -> keys(keys));
        } else if (form instanceof Form.Text text) {
            return text(text);
        } else if (form instanceof Form.Words words) {
            return words(words);
        } else if (form instanceof Form.Flag) {
            return Map.of("type", "boolean");
        } else if (form instanceof Form.ListOf list) {
            Map<String, Object> schema = ofType("array");
            schema.put("minItems", 1);
            schema.put("items", schema(list.item()));
            return schema;
        } else if (form instanceof Form.MapOf map) {
            Map<String, Object> schema = ofType("object");
            schema.put("minProperties", 1);
            schema.put("additionalProperties", schema(map.value()));
            return schema;
        } else if (form instanceof Form.Either either) {
            return Map.of("anyOf", either.forms().stream().map(this::schema).toList());
        }
        Form.Anything anything = (Form.Anything) form;
        return anything.nullable() ? Map.of() : Map.of("not", Map.of("type", "null"));
    }

    private Map<String, Object> reference(String name, Supplier<Map<String, Object>> definition) {
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, definition.get());
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> keys(Form.Keys form) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Form.Key key : form.keys()) {
            Map<String, Object> property = new LinkedHashMap<>();
            property.put("description", key.description());
            property.putAll(schema(key.value()));
            properties.put(key.name(), property);
            if (key.required()) {
                required.add(key.name());
            }
        }
        Map<String, Object> schema = ofType("object");
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!form.oneOf().isEmpty()) {
            schema.put(
                    "oneOf",
                    form.oneOf().stream()
                            .map(key -> Map.of("required", List.of(key)))
                            .toList());
        }
        return schema;
    }

    /** An editor offers the words of the first branch; the second takes any other text. */
    private static Map<String, Object> text(Form.Text form) {
        Map<String, Object> any = new LinkedHashMap<>();
        any.put("type", TEXT_TYPES);
        any.put("pattern", "\\S");
        return form.words().isEmpty() ? any : Map.of("anyOf", List.of(Map.of("enum", form.words()), any));
    }

    private static Map<String, Object> words(Form.Words form) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "enum", form.words().keySet().stream().map(ModelSchema::asRead).toList());
        schema.put("markdownEnumDescriptions", List.copyOf(form.words().values()));
        return schema;
    }

    /** The word as a YAML reader has it that guesses types. */
    private static Object asRead(String word) {
        return switch (word) {
            case "true" -> true;
            case "1" -> 1;
            default -> word;
        };
    }

    private static Map<String, Object> ofType(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }
}
