package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the properties of JSON shapes. */
final class ShapeResolver {
    /** What stands for a value whose type is not known, which has been reported. */
    private static final JsonValue PLACEHOLDER = new JsonValue.Scalar(ColumnType.Scalar.JSON);

    private static final int DEEPEST = 50;

    /** Shapes that contain a shape several times grow with every level, and everything made of them does so too. */
    private static final int LARGEST = 10_000;

    private final Map<JsonShape, Integer> sizes = new IdentityHashMap<>();
    private final TypeResolver types;
    private final JavaTypeNames javaTypes;
    private final Problems problems;

    ShapeResolver(TypeResolver types, JavaTypeNames javaTypes, Problems problems) {
        this.types = types;
        this.javaTypes = javaTypes;
        this.problems = problems;
    }

    JsonShape resolve(String name, Optional<String> owner, YamlMapping yaml) {
        String path = owner.map(outer -> outer + '.' + name).orElse(name);
        List<JsonShape.Property> properties = new ArrayList<>();
        Map<String, String> javaNames = new HashMap<>();
        for (YamlMapping.Entry entry : yaml.entries()) {
            String javaName = javaName(entry);
            String other = javaName.isEmpty() ? null : javaNames.putIfAbsent(javaName, entry.name());
            if (other != null) {
                problems.add(
                        ProblemCode.JAVA_NAME_COLLISION,
                        entry,
                        quote(entry.name()) + " and " + quote(other) + " would both be the Java name "
                                + quote(javaName));
            }
            properties.add(property(entry, javaName, path));
        }
        JsonShape shape = new JsonShape(name, owner, properties);
        RecordSize.check(shape, yaml, problems);
        int size = 1;
        for (JsonShape.Property property : properties) {
            size += size(property.value());
        }
        if (size > LARGEST) {
            problems.add(
                    ProblemCode.NESTED_TOO_DEEPLY,
                    yaml,
                    "the shapes within this one have more than " + LARGEST + " properties together");
            size = 1;
        }
        sizes.put(shape, size);
        return shape;
    }

    private int size(JsonValue value) {
        if (value instanceof JsonValue.ListOf list) {
            return size(list.element());
        }
        return value instanceof JsonValue.Shape nested ? sizes.getOrDefault(nested.shape(), 1) : 1;
    }

    private JsonShape.Property property(YamlMapping.Entry entry, String javaName, String path) {
        if (entry.value() instanceof YamlMapping nested) {
            if (new ColumnInShape(types, problems).isRefused(entry, nested)) {
                return new JsonShape.Property(entry.name(), javaName, PLACEHOLDER, false);
            }
            String name = JavaNames.pascalCase(javaName);
            if (nestedName(name, path, entry)) {
                JsonShape shape = types.inlineShape(name, Optional.of(path), nested);
                return new JsonShape.Property(entry.name(), javaName, new JsonValue.Shape(shape), false);
            }
            return new JsonShape.Property(entry.name(), javaName, PLACEHOLDER, false);
        }
        YamlScalar scalar = (YamlScalar) entry.value();
        TypeExpression expression = TypeExpression.of(scalar.text());
        return new JsonShape.Property(
                entry.name(), javaName, value(expression, scalar).orElse(PLACEHOLDER), expression.optional());
    }

    /** Whether a type of that name can be nested in {@code path}; a nested type cannot be called as one around it. */
    boolean nestedName(String name, String path, Place place) {
        for (String outer : path.split("\\.")) {
            if (outer.equals(name)) {
                problems.add(
                        ProblemCode.JAVA_NAME_COLLISION,
                        place,
                        "the Java type " + quote(name) + " would be nested in a type of the same name",
                        "declare it under types: with a name of its own");
                return false;
            }
        }
        return javaTypes.check(name, place, "declare it under types: with a name of its own");
    }

    /** What a type expression says of a JSON value; empty, with a problem, if it says nothing. */
    Optional<JsonValue> value(TypeExpression expression, Place place) {
        Optional<JsonValue> value = element(expression, place);
        for (int i = 0; i < expression.lists() && value.isPresent(); i++) {
            value = Optional.of(new JsonValue.ListOf(value.get()));
        }
        return value;
    }

    private Optional<JsonValue> element(TypeExpression expression, Place place) {
        if (types.isInProgress(expression.name())) {
            problems.add(
                    ProblemCode.RECURSIVE_SHAPE,
                    place,
                    "the shape " + quote(expression.name()) + " would contain itself",
                    "write json for a value of any shape");
            return Optional.empty();
        }
        if (types.depth() > DEEPEST) {
            problems.add(ProblemCode.NESTED_TOO_DEEPLY, place, "shapes are nested more than " + DEEPEST + " deep here");
            return Optional.empty();
        }
        Optional<TypeResolver.NamedType> named = types.named(expression.name());
        if (named.isPresent()) {
            return named.get()
                    .shape()
                    .<JsonValue>map(JsonValue.Shape::new)
                    .or(() -> named.get().enumType().map(JsonValue.Enumeration::new));
        }
        Optional<ColumnType> type = types.builtIn(expression, TimestampFormat.ISO, place);
        if (type.isPresent() && type.get() == ColumnType.Scalar.BLOB) {
            problems.add(ProblemCode.INVALID_TYPE, place, "JSON has no bytes", "write text, with the bytes encoded");
            return Optional.empty();
        }
        return type.map(JsonValue.Scalar::new);
    }

    /** Properties cannot be renamed in Java, as JSON is often someone else's; so every name gets one by force. */
    private String javaName(YamlMapping.Entry entry) {
        String name = JavaNames.camelCase(entry.name());
        if (name.isEmpty()) {
            problems.add(ProblemCode.INVALID_JAVA_NAME, entry, "no Java name can be made of " + quote(entry.name()));
            return name;
        }
        if (!JavaNames.isIdentifier(name)) {
            return '_' + name;
        }
        return ReservedNames.isReservedForProperties(name) ? name + '_' : name;
    }
}
