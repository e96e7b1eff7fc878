package io.rowloom.runtime.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowloom.runtime.SqlTimestampFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    /** As generated code has it. */
    record Metadata(@Nullable String branch, List<String> tools, List<Metadata> inner, BigDecimal price, Instant at) {
        static Metadata readJson(JsonInput input) {
            String branch = null;
            List<String> tools = null;
            List<Metadata> inner = null;
            BigDecimal price = null;
            Instant at = null;
            input.beginObject();
            for (String name = input.nextName(); name != null; name = input.nextName()) {
                switch (name) {
                    case "branch" -> branch = input.orNull(JsonInput::text);
                    case "tools" -> tools = input.list(JsonInput::text);
                    case "inner" -> inner = input.list(Metadata::readJson);
                    case "price" -> price = input.decimal(10, 2);
                    case "at" -> at = input.timestamp(SqlTimestampFormat.ISO);
                    default -> input.skip();
                }
            }
            return new Metadata(
                    branch,
                    input.required("tools", tools),
                    input.required("inner", inner),
                    input.required("price", price),
                    input.required("at", at));
        }

        void writeJson(JsonOutput output) {
            output.beginObject();
            output.optional("branch", branch, JsonOutput::text);
            output.name("tools");
            output.list(tools, JsonOutput::text);
            output.name("inner");
            output.list(inner, (out, value) -> value.writeJson(out));
            output.name("price");
            output.decimal(price);
            output.name("at");
            output.timestamp(at, SqlTimestampFormat.ISO);
            output.endObject();
        }
    }

    private static final Instant AT = Instant.parse("2026-01-26T12:00:00.120Z");
    private static final String LEAF = "{\"tools\":[],\"inner\":[],\"price\":1.00,\"at\":\"2026-01-26T12:00:00.120Z\"}";

    @Test
    void aNestedShapeIsReadAsItWasWritten() {
        Metadata leaf = new Metadata(null, List.of(), List.of(), new BigDecimal("1.00"), AT);
        Metadata whole = new Metadata(
                "a\"\u0000\uD83D\uDE00", List.of("x", ""), List.of(leaf), new BigDecimal("12345678.90"), AT);
        String text = JsonText.write(whole, (output, value) -> value.writeJson(output));
        assertEquals(
                "{\"branch\":\"a\\\"\\u0000\uD83D\uDE00\",\"tools\":[\"x\",\"\"],\"inner\":[" + LEAF
                        + "],\"price\":12345678.90,\"at\":\"2026-01-26T12:00:00.120Z\"}",
                text);
        assertEquals(whole, JsonText.read(text, Metadata::readJson));
    }

    @Test
    void unknownPropertiesAndOrderDoNotMatter() {
        Metadata read = JsonText.read(
                "{\"at\":\"2026-01-26 12:00:00.12\",\"new\":{\"a\":[1,{}]},\"price\":1,\"inner\":[],\"branch\":null,\"tools\":[]}",
                Metadata::readJson);
        assertEquals(new Metadata(null, List.of(), List.of(), new BigDecimal("1.00"), AT), read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|the property 'tools' is missing (line 1, column 2)",
                "[]|expected an object, found an array (line 1, column 1)",
                "{\"tools\":[\"a\",12]}|expected text, found 12, property /tools/1 (line 1, column 15)",
                "{\"tools\":null}|expected an array, found null, property /tools (line 1, column 10)",
                "{\"price\":1.234}|1.234 has more than the 2 digits behind the point that the column holds, property /price (line 1, column 10)",
                "{\"at\":\"yesterday\"}|'yesterday' is not a moment such as 2026-01-26T12:00:00.000Z, property /at (line 1, column 7)",
                "`` |expected an object, found nothing (line 1, column 0)",
            })
    void whatIsNotOfTheShapeIsNamedWithItsPlace(String text, String message) {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> JsonText.read(text == null ? "" : text.strip(), Metadata::readJson));
        assertEquals(message, error.getMessage());
    }

    @Test
    void whatIsNoJsonIsAnError() {
        for (String text : List.of("{", "{\"a\"", "[1,]", "nul", "'a'", "01", "\"\\x\"")) {
            IllegalArgumentException error =
                    assertThrows(IllegalArgumentException.class, () -> JsonText.read(text, JsonInput::json), text);
            assertEquals("no valid JSON", error.getMessage().substring(0, 13), error.getMessage());
        }
        assertEquals(
                "expected the end of the text, found 2 (line 1, column 3)",
                assertThrows(IllegalArgumentException.class, () -> JsonText.read("1 2", JsonInput::json))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("[".repeat(100_000), JsonInput::json));
        assertThrows(IllegalArgumentException.class, () -> JsonText.write("1}", (out, json) -> out.json(json)));
        assertThrows(IllegalArgumentException.class, () -> JsonText.write("", (out, json) -> out.json(json)));
        assertThrows(IllegalArgumentException.class, () -> JsonText.write(1 / 0.0, (out, v) -> out.real(v)));
    }

    @Test
    void numbersAreNotCut() {
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("2147483648", JsonInput::integer));
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("1.5", JsonInput::bigint));
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("9223372036854775808", JsonInput::bigint));
        assertThrows(IllegalArgumentException.class, () -> JsonText.read("1e400", JsonInput::real));
        assertEquals(Long.MIN_VALUE, JsonText.read("" + Long.MIN_VALUE, JsonInput::bigint));
        assertEquals(0.1, JsonText.read("0.1", JsonInput::real));
        UUID uuid = new UUID(-1, 1);
        assertEquals(uuid, JsonText.read(JsonText.write(uuid, JsonOutput::uuid), JsonInput::uuid));
        byte[] bytes = {0, -1, 127};
        assertEquals("\"AP9/\"", JsonText.write(bytes, JsonOutput::blob));
    }

    @Test
    void jsonOfNoShapeKeepsItsValue() {
        String text = "{\"a\":[1,2.50,null,true,\"x\"]}";
        assertEquals(text, JsonText.read(" { \"a\" : [1, 2.50,null,true,\"x\"]} ", JsonInput::json));
        assertEquals("[" + text + "]", JsonText.write(List.of(text), (out, all) -> out.list(all, JsonOutput::json)));
    }
}
