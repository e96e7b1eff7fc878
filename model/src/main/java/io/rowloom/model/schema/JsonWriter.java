package io.rowloom.model.schema;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, whole numbers and truth values as indented JSON. */
final class JsonWriter {
    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    static String write(Map<String, Object> value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value, "\n");
        return writer.json.append('\n').toString();
    }

    private void value(Object value, String lineStart) {
        if (value instanceof Map<?, ?> map) {
            object(map, lineStart);
        } else if (value instanceof List<?> list) {
            array(list, lineStart);
        } else if (value instanceof String text) {
            string(text);
        } else {
            json.append(value);
        }
    }

    private void object(Map<?, ?> map, String lineStart) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.append(separator).append(lineStart).append("  ");
            string(String.valueOf(entry.getKey()));
            json.append(": ");
            value(entry.getValue(), lineStart + "  ");
            separator = ",";
        }
        json.append(map.isEmpty() ? "{}" : lineStart + "}");
    }

    private void array(List<?> list, String lineStart) {
        boolean simple = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
        String separator = "[";
        for (Object item : list) {
            json.append(separator);
            if (simple) {
                json.append(separator.equals("[") ? "" : " ");
            } else {
                json.append(lineStart).append("  ");
            }
            value(item, lineStart + "  ");
            separator = ",";
        }
        json.append(list.isEmpty() ? "[]" : simple ? "]" : lineStart + "]");
    }

    /** The schema's own texts need no other escapes. */
    private void string(String text) {
        json.append('"')
                .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }
}
