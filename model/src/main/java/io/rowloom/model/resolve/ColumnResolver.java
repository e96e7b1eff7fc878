package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.GeneratedValue;
import io.rowloom.model.JsonValue;
import io.rowloom.model.Literal;
import io.rowloom.model.Location;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a table. */
final class ColumnResolver {
    /** A type, and whether a {@code ?} said that it may be missing. */
    private record Typed(Optional<ColumnType> type, boolean optional) {}

    private final TypeResolver types;
    private final Problems problems;

    ColumnResolver(TypeResolver types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    /** The columns by their names as SQL compares them, in the order written. */
    Map<String, ColumnDraft> resolve(YamlMapping table, String recordName) {
        Map<String, ColumnDraft> columns = new LinkedHashMap<>();
        YamlMapping written = table.mapping("columns");
        if (written == null) {
            return columns;
        }
        Map<String, String> javaNames = new HashMap<>();
        for (YamlMapping.Entry entry : written.entries()) {
            ColumnDraft column = column(entry, recordName);
            ColumnDraft other = columns.putIfAbsent(SqlNames.folded(entry.name()), column);
            if (other != null) {
                problems.add(
                        ProblemCode.DUPLICATE_NAME,
                        entry,
                        "the column " + quote(entry.name()) + " is also " + quote(other.name())
                                + "; SQL makes no difference between capitals and small letters");
                continue;
            }
            String javaName = column.column().javaName();
            String sameJavaName = javaName.isEmpty() ? null : javaNames.putIfAbsent(javaName, entry.name());
            if (sameJavaName != null) {
                problems.add(
                        ProblemCode.JAVA_NAME_COLLISION,
                        entry,
                        quote(entry.name()) + " and " + quote(sameJavaName) + " would both be the Java name "
                                + quote(javaName),
                        "name one of them with java: {name: …}");
            }
        }
        return columns;
    }

    private ColumnDraft column(YamlMapping.Entry entry, String recordName) {
        String javaName = SqlNames.check(entry.name(), entry, problems) ? javaName(entry) : "";
        YamlMapping yaml = entry.value() instanceof YamlMapping mapping ? mapping : null;
        Typed typed = yaml == null
                ? scalar((YamlScalar) entry.value(), TimestampFormat.ISO, true)
                : type(yaml, entry, recordName, javaName);
        boolean nullable = yaml == null ? typed.optional() : nullable(yaml, typed.optional());
        ColumnType type = typed.type().orElse(ColumnType.Scalar.TEXT);
        boolean isTyped = typed.type().isPresent();
        Optional<DefaultValue> defaultValue =
                yaml == null || !isTyped ? Optional.empty() : new DefaultResolver(problems).resolve(yaml, type);
        boolean version = yaml != null && yaml.flag("version");
        if (version && defaultValue.isEmpty()) {
            defaultValue = Optional.of(new DefaultValue.Constant(new Literal.Whole(0)));
        }
        Column column = new Column(
                entry.name(),
                javaName,
                type,
                nullable,
                defaultValue,
                generated(yaml),
                yaml != null && yaml.text("primary_key").orElse("").equals("auto"),
                yaml != null && yaml.flag("auto_update"),
                version,
                text(yaml, "collate"),
                text(yaml, "sql_type"),
                text(yaml, "description"),
                text(yaml, "renamed_from"),
                backfill(yaml),
                entry.location(),
                expressionAt(yaml));
        ColumnDraft draft = new ColumnDraft(entry, yaml, column, isTyped);
        if (yaml != null) {
            new ColumnRules(draft, yaml, problems).check();
        }
        return draft;
    }

    private static Optional<String> text(@Nullable YamlMapping yaml, String key) {
        return yaml == null ? Optional.empty() : yaml.text(key);
    }

    private Typed type(YamlMapping yaml, YamlMapping.Entry entry, String recordName, String javaName) {
        YamlScalar type = yaml.scalar("type");
        if (type != null) {
            return scalar(type, format(yaml), !yaml.text("check").orElse("").equals("false"));
        }
        String nested = JavaNames.pascalCase(javaName);
        if (yaml.has("enum")) {
            if (!types.shapeResolver().nestedName(nested, recordName, entry)) {
                return new Typed(Optional.empty(), false);
            }
            boolean check = !yaml.text("check").orElse("").equals("false");
            return new Typed(
                    Optional.of(new ColumnType.Enumeration(types.inlineEnum(nested, recordName, yaml), check)), false);
        }
        YamlNode json = yaml.get("json");
        if (json instanceof YamlMapping properties) {
            if (!types.shapeResolver().nestedName(nested, recordName, entry)) {
                return new Typed(Optional.empty(), false);
            }
            return new Typed(
                    Optional.of(new ColumnType.Json(
                            new JsonValue.Shape(types.inlineShape(nested, Optional.of(recordName), properties)))),
                    false);
        }
        return json instanceof YamlScalar expression ? json(expression) : new Typed(Optional.empty(), false);
    }

    private Typed json(YamlScalar scalar) {
        TypeExpression expression = TypeExpression.of(scalar.text());
        Optional<JsonValue> value = types.shapeResolver().value(expression, scalar);
        if (value.isPresent() && !(value.get() instanceof JsonValue.ListOf || value.get() instanceof JsonValue.Shape)) {
            problems.add(
                    ProblemCode.INVALID_TYPE,
                    scalar,
                    "json: takes a shape or a list, and " + quote(scalar.text()) + " is a single value",
                    "write type: " + scalar.text());
            return new Typed(Optional.empty(), expression.optional());
        }
        return new Typed(value.map(ColumnType.Json::new), expression.optional());
    }

    private Typed scalar(YamlScalar scalar, TimestampFormat format, boolean check) {
        TypeExpression expression = TypeExpression.of(scalar.text());
        if (expression.lists() > 0) {
            problems.add(
                    ProblemCode.INVALID_TYPE,
                    scalar,
                    "a column holds one value, and " + quote(scalar.text()) + " is a list",
                    "write {json: \"" + scalar.text() + "\"}");
            return new Typed(Optional.empty(), expression.optional());
        }
        Optional<TypeResolver.NamedType> named = types.named(expression.name());
        Optional<ColumnType> type = named.isPresent()
                ? named.get()
                        .enumType()
                        .<ColumnType>map(enumType -> new ColumnType.Enumeration(enumType, check))
                        .or(() -> named.get().shape().map(shape -> new ColumnType.Json(new JsonValue.Shape(shape))))
                : types.builtIn(expression, format, scalar);
        return new Typed(type, expression.optional());
    }

    /** The type of a parameter of a query. */
    Optional<ColumnType> parameter(YamlScalar scalar) {
        return scalar(scalar, TimestampFormat.ISO, true).type();
    }

    private static TimestampFormat format(YamlMapping yaml) {
        return yaml.text("format")
                .map(word -> TimestampFormat.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(TimestampFormat.ISO);
    }

    private boolean nullable(YamlMapping yaml, boolean optional) {
        if (!yaml.has("nullable")) {
            return optional;
        }
        boolean nullable = yaml.flag("nullable");
        if (optional && !nullable) {
            problems.add(
                    ProblemCode.CONTRADICTION,
                    yaml.entry("nullable"),
                    "the ? of the type says that the column may be NULL, and nullable: false that it may not");
        }
        return nullable;
    }

    private static Optional<String> backfill(@Nullable YamlMapping yaml) {
        YamlMapping backfill = yaml == null ? null : yaml.mapping("backfill");
        return backfill == null ? Optional.empty() : backfill.text("expression");
    }

    private static Optional<Location> expressionAt(@Nullable YamlMapping yaml) {
        if (yaml == null) {
            return Optional.empty();
        }
        YamlMapping computed = yaml.has("generated") ? yaml.mapping("generated") : yaml.mapping("default");
        return Optional.ofNullable(computed)
                .flatMap(mapping -> Optional.ofNullable(mapping.scalar("expression")))
                .map(YamlScalar::contentLocation);
    }

    private static Optional<GeneratedValue> generated(@Nullable YamlMapping yaml) {
        YamlMapping generated = yaml == null ? null : yaml.mapping("generated");
        return generated == null
                ? Optional.empty()
                : generated.text("expression").map(sql -> new GeneratedValue(sql, generated.flag("stored")));
    }

    private String javaName(YamlMapping.Entry entry) {
        YamlMapping yaml = entry.value() instanceof YamlMapping mapping ? mapping : null;
        String name = JavaName.given(yaml).orElseGet(() -> JavaNames.camelCase(entry.name()));
        String suggestion = "name it with java: {name: …}";
        if (!JavaNames.isIdentifier(name)) {
            problems.add(
                    ProblemCode.INVALID_JAVA_NAME,
                    entry,
                    name.isEmpty()
                            ? "no Java name can be made of " + quote(entry.name())
                            : quote(name) + " is not a Java name",
                    suggestion);
            return "";
        }
        if (ReservedNames.isReservedForColumns(name)) {
            problems.add(
                    ProblemCode.RESERVED_JAVA_NAME,
                    entry,
                    "the Java name " + quote(name) + " is kept by "
                            + (ReservedNames.isJavaWord(name) ? "Java" : "every record"),
                    suggestion);
        }
        return name;
    }
}
