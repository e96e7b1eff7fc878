package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.sqlite.SqliteLiterals;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** Texts of JSON that fit a shape: every property is there, lists are of several lengths. */
final class WellFormedJson {
    /** JSON of no declared shape. */
    static final List<String> ANY = List.of(
            "{}", "{\"a\":1,\"b\":[true,null]}", "[]", "{\"a\":\"Ünïcödé \\\"漢字\\\"\"}", "[1,\"two\"]", "1", "null");

    private static final int VARIANTS = 7;
    private static final List<Integer> LENGTHS = List.of(2, 1, 3, 0);

    private WellFormedJson() {}

    static List<String> of(JsonValue value) {
        return IntStream.range(0, VARIANTS)
                .mapToObj(variant -> json(value, variant))
                .distinct()
                .toList();
    }

    private static String json(JsonValue value, int variant) {
        if (value instanceof JsonValue.Shape shape) {
            StringJoiner object = new StringJoiner(",", "{", "}");
            int place = variant;
            for (JsonShape.Property property : shape.shape().properties()) {
                object.add(string(property.name()) + ':' + json(property.value(), place++));
            }
            return object.toString();
        } else if (value instanceof JsonValue.ListOf list) {
            StringJoiner array = new StringJoiner(",", "[", "]");
            IntStream.range(0, LENGTHS.get(variant % LENGTHS.size()))
                    .forEach(place -> array.add(json(list.element(), variant + place)));
            return array.toString();
        }
        ColumnType type = value instanceof JsonValue.Enumeration words
                ? new ColumnType.Enumeration(words.type(), false)
                : ((JsonValue.Scalar) value).type();
        List<Literal> values = WellFormedValues.of(type);
        return scalar(values.get(variant % values.size()), type);
    }

    private static String scalar(Literal value, ColumnType type) {
        if (value instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (value instanceof Literal.Decimal decimal) {
            return decimal.value().toPlainString();
        } else if (value instanceof Literal.Json json) {
            return json.text();
        } else if (value instanceof Literal.Text text) {
            return string(text.value());
        } else if (value instanceof Literal.EnumMember word) {
            return string(word.member().value());
        }
        // Numbers are as in SQL; of moments, days and UUIDs as text, none has a quote in it.
        String sql = SqliteLiterals.literal(value, type);
        return sql.replace('\'', '"');
    }

    private static String string(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
