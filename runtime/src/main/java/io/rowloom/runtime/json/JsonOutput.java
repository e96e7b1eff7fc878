package io.rowloom.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.rowloom.runtime.SqlTimestampFormat;
import io.rowloom.runtime.SqlValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value being written.
 *
 * <pre>{@code
 * void writeJson(JsonOutput output) {
 *     output.beginObject();
 *     output.optional("branch", branch, JsonOutput::text);     // left out when null
 *     output.name("tools");
 *     output.list(tools, JsonOutput::text);
 *     output.endObject();
 * }
 * }</pre>
 */
public final class JsonOutput {
    private final JsonGenerator generator;

    JsonOutput(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Begins an object; names and values follow, then {@link #endObject}. */
    public void beginObject() {
        call(JsonGenerator::writeStartObject);
    }

    /** Ends the object. */
    public void endObject() {
        call(JsonGenerator::writeEndObject);
    }

    /** The name of the next property; its value follows. */
    public void name(String name) {
        call(output -> output.writeFieldName(name));
    }

    /** A property that is left out when {@code value} is null. */
    public <T> void optional(String name, @Nullable T value, JsonWriter<T> writer) {
        if (value != null) {
            name(name);
            writer.write(this, value);
        }
    }

    /**
     * Properties that are JSON already.
     *
     * @throws IllegalArgumentException when one is not
     */
    public void properties(Map<String, String> json) {
        for (Map.Entry<String, String> property : json.entrySet()) {
            name(property.getKey());
            json(property.getValue());
        }
    }

    /** Writes an array. */
    public <T> void list(Iterable<? extends T> values, JsonWriter<T> element) {
        call(JsonGenerator::writeStartArray);
        for (T value : values) {
            element.write(this, value);
        }
        call(JsonGenerator::writeEndArray);
    }

    /** Writes text. */
    public void text(String value) {
        call(output -> output.writeString(value));
    }

    /** Writes a whole number of 32 bits. */
    public void integer(int value) {
        call(output -> output.writeNumber(value));
    }

    /** Writes a whole number of 64 bits. */
    public void bigint(long value) {
        call(output -> output.writeNumber(value));
    }

    /**
     * Writes a number.
     *
     * @throws IllegalArgumentException for NaN and infinity
     */
    public void real(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + ", which JSON does not have");
        }
        call(output -> output.writeNumber(value));
    }

    /** Writes {@code true} or {@code false}. */
    public void bool(boolean value) {
        call(output -> output.writeBoolean(value));
    }

    /** Writes a number with all its digits. */
    public void decimal(BigDecimal value) {
        call(output -> output.writeNumber(value));
    }

    /** Writes text, or a number for the formats that are numbers. */
    public void timestamp(Instant value, SqlTimestampFormat format) {
        switch (format) {
            case EPOCH_SECONDS -> bigint(value.getEpochSecond());
            case EPOCH_MILLIS -> bigint(value.toEpochMilli());
            case ISO, ISO_SECONDS, SQLITE -> text(SqlValues.text(value, format));
        }
    }

    /** Writes text such as {@code 2026-01-26T12:00:00.000}. */
    public void dateTime(LocalDateTime value) {
        text(SqlValues.text(value));
    }

    /** Writes text such as {@code 2026-01-26}. */
    public void date(LocalDate value) {
        text(SqlValues.text(value));
    }

    /** Writes text such as {@code 12:00:00.000}. */
    public void time(LocalTime value) {
        text(SqlValues.text(value));
    }

    /** Writes text that is a UUID. */
    public void uuid(UUID value) {
        text(value.toString());
    }

    /** Writes bytes as base 64. */
    public void blob(byte[] value) {
        text(Base64.getEncoder().encodeToString(value));
    }

    /**
     * Writes JSON text as the value that it is.
     *
     * @throws IllegalArgumentException when it is not exactly one value
     */
    public void json(String text) {
        try (JsonParser parser = JacksonText.FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IllegalArgumentException("no valid JSON: it is empty");
            }
            generator.copyCurrentStructureExact(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("no valid JSON: more than one value");
            }
        } catch (IOException e) {
            throw JsonInput.malformed(e);
        }
    }

    private void call(Call call) {
        try {
            call.on(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @FunctionalInterface
    private interface Call {
        void on(JsonGenerator output) throws IOException;
    }
}
