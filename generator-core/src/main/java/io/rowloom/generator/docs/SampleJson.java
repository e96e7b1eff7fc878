package io.rowloom.generator.docs;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Literal;
import io.rowloom.model.Sample;
import io.rowloom.model.Table;
import java.util.StringJoiner;

/** Spells a sample row as a JSON object, with each value as people write it. */
final class SampleJson {
    private SampleJson() {}

    static String of(Table table, Sample sample) {
        StringJoiner json = new StringJoiner(",\n", "{\n", "\n}").setEmptyValue("{}");
        for (Sample.Value value : sample.values()) {
            ColumnType type = table.column(value.column()).map(Column::type).orElse(ColumnType.Scalar.TEXT);
            json.add("  " + string(value.column()) + ": " + value(value.literal(), type));
        }
        return json.toString();
    }

    private static String value(Literal literal, ColumnType type) {
        if (literal instanceof Literal.Null) {
            return "null";
        } else if (literal instanceof Literal.Bool bool) {
            return Boolean.toString(bool.value());
        } else if (literal instanceof Literal.Json json) {
            return json.text();
        } else if (literal instanceof Literal.Whole || literal instanceof Literal.Real) {
            return LiteralWords.plain(literal, type);
        }
        return string(LiteralWords.plain(literal, type));
    }

    private static String string(String value) {
        StringBuilder json = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < 0x20 || c >= 0x7f && c <= 0x9f || c >= 0x2028 && c <= 0x202e) {
                        json.append("\\u").append(Character.forDigit(c >> 12, 16));
                        json.append(Character.forDigit(c >> 8 & 15, 16))
                                .append(Character.forDigit(c >> 4 & 15, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
