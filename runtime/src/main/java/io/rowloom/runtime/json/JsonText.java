package io.rowloom.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON text to values and back.
 *
 * <pre>{@code
 * List<String> tags = JsonText.read(text, input -> input.list(JsonInput::text));
 * String text = JsonText.write(tags, (output, value) -> output.list(value, JsonOutput::text));
 * }</pre>
 */
public final class JsonText {
    // Interned names would fill a table of the whole process with the keys of data.
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JsonText() {}

    /**
     * Reads a text that is one JSON value.
     *
     * @throws IllegalArgumentException when it is not JSON, not what {@code reader} expects, or goes on after the value
     */
    public static <T> T read(String text, JsonReader<T> reader) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            JsonInput input = new JsonInput(parser);
            T value = reader.read(input);
            if (parser.nextToken() != null) {
                throw input.wrong("the end of the text");
            }
            return value;
        } catch (IOException e) {
            throw JsonInput.malformed(e);
        }
    }

    /**
     * Writes a value as compact JSON.
     *
     * @throws IllegalArgumentException for what JSON does not have, NaN and infinity
     */
    public static <T> String write(T value, JsonWriter<T> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            writer.write(new JsonOutput(generator), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
