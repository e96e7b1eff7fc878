package io.rowloom.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.rowloom.runtime.SqlTimestampFormat;
import io.rowloom.runtime.SqlValues;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value being read.
 *
 * <p>The input stands at a value; each method reads that value whole. An object is read property by property, in whatever
 * order the text has them:
 *
 * <pre>{@code
 * static Metadata readJson(JsonInput input) {
 *     String branch = null;
 *     List<String> tools = null;
 *     Map<String, String> rest = null;
 *     input.beginObject();
 *     for (String name = input.nextName(); name != null; name = input.nextName()) {
 *         switch (name) {
 *             case "branch" -> branch = input.orNull(JsonInput::text);
 *             case "tools" -> tools = input.list(JsonInput::text);
 *             default -> rest = input.keep(name, rest);
 *         }
 *     }
 *     return new Metadata(branch, input.required("tools", tools), input.rest(rest));
 * }
 * }</pre>
 *
 * <p>Every method throws {@code IllegalArgumentException} with the place in the text when the value is not of the type.
 */
public final class JsonInput {
    private final JsonParser parser;

    JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Enters an object; then {@link #nextName} until it gives null. */
    public void beginObject() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("an object");
        }
    }

    /** Goes to the value of the next property and gives its name, or null at the end of the object. */
    public @Nullable String nextName() {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = call(JsonParser::currentName);
        next();
        return name;
    }

    /** Leaves the value out, whatever it is. */
    public void skip() {
        call(JsonParser::skipChildren);
    }

    /** Keeps a property that nobody asks for, with those that were kept {@code before}; of two of a name the last. */
    public Map<String, String> keep(String name, @Nullable Map<String, String> before) {
        Map<String, String> kept = before == null ? new LinkedHashMap<>() : before;
        kept.put(name, json());
        return kept;
    }

    /** What was kept. */
    public Map<String, String> rest(@Nullable Map<String, String> kept) {
        return kept == null ? Map.of() : kept;
    }

    /**
     * A property that must be there, after the end of its object.
     *
     * @throws IllegalArgumentException when {@code value} is null
     */
    public <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("the property '" + name + "' is missing" + place());
        }
        return value;
    }

    /** Reads an array. */
    public <T> List<T> list(JsonReader<T> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("an array");
        }
        List<T> values = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            values.add(element.read(this));
        }
        return List.copyOf(values);
    }

    /** Reads {@code null} as null and everything else with {@code reader}. */
    public <T> @Nullable T orNull(JsonReader<T> reader) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : reader.read(this);
    }

    /** Reads text. */
    public String text() {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrong("text");
        }
        return call(JsonParser::getText);
    }

    /** Reads a whole number of 32 bits. */
    public int integer() {
        long value = bigint();
        if (value != (int) value) {
            throw wrong("a whole number of 32 bits");
        }
        return (int) value;
    }

    /** Reads a whole number of 64 bits. */
    public long bigint() {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrong("a whole number");
        }
        return call(JsonParser::getLongValue);
    }

    /** Reads a finite number. */
    public double real() {
        double value = number("a number").doubleValue();
        if (Double.isInfinite(value)) {
            throw wrong("a number that a double holds");
        }
        return value;
    }

    /** Reads {@code true} or {@code false}. */
    public boolean bool() {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw wrong("true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** Reads a number that fits the digits of a decimal type. */
    public BigDecimal decimal(int precision, int scale) {
        BigDecimal value = number("a number");
        return located(() -> SqlValues.decimal(value, precision, scale));
    }

    /** Reads a moment: text in any form of {@link SqlTimestampFormat}, or a number in the unit of {@code format}. */
    public Instant timestamp(SqlTimestampFormat format) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            long number = bigint();
            return located(() -> SqlValues.timestamp(number, format));
        }
        return decoded(SqlValues::parseTimestamp);
    }

    /** Reads text such as {@code 2026-01-26T12:00:00.000}. */
    public LocalDateTime dateTime() {
        return decoded(SqlValues::parseDateTime);
    }

    /** Reads text such as {@code 2026-01-26}. */
    public LocalDate date() {
        return decoded(SqlValues::parseDate);
    }

    /** Reads text such as {@code 12:00:00.000}. */
    public LocalTime time() {
        return decoded(SqlValues::parseTime);
    }

    /** Reads text that is a UUID. */
    public UUID uuid() {
        return decoded(SqlValues::parseUuid);
    }

    /** Reads bytes from base 64. */
    public byte[] blob() {
        return decoded(text -> Base64.getDecoder().decode(text));
    }

    /** Reads text and decodes it, for enums; {@code decoder} throws {@code IllegalArgumentException} for an unknown word. */
    public <T> T decoded(Function<String, T> decoder) {
        String text = text();
        return located(() -> decoder.apply(text));
    }

    /** Reads a value of any shape as compact JSON text. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JacksonText.FACTORY.createGenerator(text)) {
            copy.copyCurrentStructureExact(parser);
        } catch (IOException e) {
            throw malformed(e);
        }
        return text.toString();
    }

    IllegalArgumentException wrong(String expected) {
        JsonToken token = parser.currentToken();
        return new IllegalArgumentException(
                "expected " + expected + ", found " + (token == null ? "nothing" : found(token)) + place());
    }

    static IllegalArgumentException malformed(IOException cause) {
        JsonLocation location = cause instanceof JsonProcessingException json ? json.getLocation() : null;
        String message = cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage();
        return new IllegalArgumentException(
                "no valid JSON: " + message + (location == null ? "" : place(location)), cause);
    }

    private BigDecimal number(String expected) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw wrong(expected);
        }
        return call(JsonParser::getDecimalValue);
    }

    private JsonToken next() {
        JsonToken token = call(JsonParser::nextToken);
        if (token == null) {
            throw wrong("more");
        }
        return token;
    }

    private String found(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_NULL -> "null";
            case VALUE_STRING -> "text";
            default -> call(JsonParser::getText);
        };
    }

    private String place() {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return (pointer.isEmpty() ? "" : ", property " + pointer) + place(parser.currentTokenLocation());
    }

    private static String place(JsonLocation location) {
        return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private <T> T located(java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + place(), e);
        }
    }

    private <T> T call(Call<T> call) {
        try {
            return call.on(parser);
        } catch (IOException e) {
            throw malformed(e);
        }
    }

    @FunctionalInterface
    private interface Call<T> {
        T on(JsonParser parser) throws IOException;
    }
}
