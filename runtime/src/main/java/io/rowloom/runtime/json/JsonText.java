package io.rowloom.runtime.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON text to values and back.
 *
 * <p>It needs {@code com.fasterxml.jackson.core:jackson-core}, which an application with JSON shapes adds itself.
 *
 * <pre>{@code
 * List<String> tags = JsonText.read(text, input -> input.list(JsonInput::text));
 * String text = JsonText.write(tags, (output, value) -> output.list(value, JsonOutput::text));
 * }</pre>
 */
public final class JsonText {
    private JsonText() {}

    /**
     * Reads a text that is one JSON value.
     *
     * @throws IllegalArgumentException when it is not JSON, not what {@code reader} expects, or goes on after the value
     * @throws IllegalStateException when {@code jackson-core} is not on the class path
     */
    public static <T> T read(String text, JsonReader<T> reader) {
        requireJackson();
        return JacksonText.read(text, reader);
    }

    /**
     * Writes a value as compact JSON.
     *
     * @throws IllegalArgumentException for what JSON does not have, NaN and infinity
     * @throws IllegalStateException when {@code jackson-core} is not on the class path
     */
    public static <T> String write(T value, JsonWriter<T> writer) {
        requireJackson();
        return JacksonText.write(value, writer);
    }

    /** A copy of properties that nobody can change, in their order; for the records of shapes. */
    public static Map<String, String> properties(Map<String, String> json) {
        return json.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(json));
    }

    private static void requireJackson() {
        try {
            JacksonText.load();
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "JSON columns need the dependency com.fasterxml.jackson.core:jackson-core, which is not on the"
                            + " class path; add it beside rowloom-runtime",
                    e);
        }
    }
}
