package io.rowloom.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What {@link JsonText} does, by Jackson; apart from it, so that a class path without Jackson is found out there. */
final class JacksonText {
    // Interned names would fill a table of the whole process with the keys of data.
    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private JacksonText() {}

    /** Loads this class, and with it Jackson. */
    static void load() {}

    static <T> T read(String text, JsonReader<T> reader) {
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

    static <T> String write(T value, JsonWriter<T> writer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            writer.write(new JsonOutput(generator), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
