package io.rowloom.model.roundtrip;

import static io.rowloom.model.roundtrip.Spelling.put;
import static io.rowloom.model.roundtrip.Spelling.text;
import static io.rowloom.model.roundtrip.Spelling.word;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** How a model says a column, but for the constraints that it may say of it. */
final class ColumnSpelling {
    private final Column column;
    private final Random random;
    private final ValueSpelling values;

    ColumnSpelling(Column column, Random random) {
        this.column = column;
        this.random = random;
        this.values = new ValueSpelling(random);
    }

    Map<String, Object> spelled() {
        Map<String, Object> yaml = new LinkedHashMap<>();
        boolean marked = putType(yaml);
        if (!marked && column.nullable() || random.nextInt(8) == 0) {
            yaml.put("nullable", word(String.valueOf(column.nullable())));
        }
        boolean implied = column.version()
                && column.defaultValue().equals(Optional.of(new DefaultValue.Constant(new Literal.Whole(0))));
        if (!implied || random.nextBoolean()) {
            column.defaultValue().ifPresent(value -> yaml.put("default", defaultValue(value)));
        }
        column.generated().ifPresent(generated -> {
            Map<String, Object> computed = new LinkedHashMap<>();
            computed.put("expression", text(generated.expression()));
            if (generated.stored() || random.nextBoolean()) {
                computed.put("stored", word(String.valueOf(generated.stored())));
            }
            yaml.put("generated", computed);
        });
        if (column.autoUpdate()) {
            yaml.put("auto_update", word("true"));
        }
        if (column.version()) {
            yaml.put("version", word("true"));
        }
        put(yaml, "collate", column.collation());
        put(yaml, "sql_type", column.sqlType());
        put(yaml, "description", column.description());
        put(yaml, "renamed_from", column.renamedFrom());
        column.backfill().ifPresent(sql -> yaml.put("backfill", Map.of("expression", text(sql))));
        ModelSpelling.putJava(yaml, column.name(), column.javaName(), random);
        return yaml;
    }

    private Object defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Constant constant) {
            return values.literal(constant.value(), column.type());
        } else if (value instanceof DefaultValue.Expression expression) {
            return Map.of("expression", text(expression.sql()));
        }
        return word("now");
    }

    /** Whether a question mark said that the column may be NULL. */
    private boolean putType(Map<String, Object> yaml) {
        ColumnType type = column.type();
        Optional<EnumType> words = Optional.empty();
        Optional<JsonShape> shape = Optional.empty();
        if (type instanceof ColumnType.Enumeration enumeration) {
            words = Optional.of(enumeration.type());
            if (!enumeration.check()) {
                yaml.put("check", word("false"));
            }
        } else if (type instanceof ColumnType.Json json && json.value() instanceof JsonValue.Shape object) {
            shape = Optional.of(object.shape());
        } else if (type instanceof ColumnType.Timestamp timestamp
                && (timestamp.format() != TimestampFormat.ISO || random.nextInt(4) == 0)) {
            yaml.put("format", text(timestamp.format().key()));
        }
        if (words.isPresent() && words.get().owner().isPresent()) {
            yaml.put("enum", values.words(words.get()));
            return false;
        } else if (shape.isPresent() && shape.get().owner().isPresent()) {
            yaml.put("json", values.properties(shape.get()));
            return false;
        }
        boolean marked = column.nullable() && random.nextInt(4) != 0;
        boolean json = type instanceof ColumnType.Json && (shape.isEmpty() || random.nextBoolean());
        yaml.put(json ? "json" : "type", values.declared(type, marked));
        return marked;
    }
}
