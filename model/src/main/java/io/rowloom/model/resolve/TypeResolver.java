package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.didYouMean;
import static io.rowloom.model.problem.Spelling.nearest;
import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.TypeName;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.TypeFormat;
import io.rowloom.model.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows the types: those built in, and those of {@code types:}, which are resolved when they are first asked for. */
final class TypeResolver {
    /** What other languages and databases call the types. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("bool", "boolean"),
            Map.entry("bytea", "blob"),
            Map.entry("bytes", "blob"),
            Map.entry("double", "real"),
            Map.entry("float", "real"),
            Map.entry("instant", "timestamp"),
            Map.entry("int", "integer"),
            Map.entry("jsonb", "json"),
            Map.entry("localdatetime", "datetime"),
            Map.entry("long", "bigint"),
            Map.entry("numeric", "decimal(10,2)"),
            Map.entry("smallint", "integer"),
            Map.entry("string", "text"),
            Map.entry("timestamptz", "timestamp"),
            Map.entry("varchar", "text"));

    /** A declared type: an enum, a shape, or neither if it is broken, which has been reported. */
    record NamedType(Optional<EnumType> enumType, Optional<JsonShape> shape) {
        static final NamedType BROKEN = new NamedType(Optional.empty(), Optional.empty());
    }

    private final List<YamlMapping> roots;
    private final Problems problems;
    private final EnumResolver enumResolver;
    private final ShapeResolver shapeResolver;
    private final Map<String, YamlMapping.Entry> declared = new LinkedHashMap<>();
    private final Map<String, NamedType> resolved = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();
    private final List<EnumType> enums = new ArrayList<>();
    private final List<JsonShape> shapes = new ArrayList<>();

    TypeResolver(List<YamlMapping> roots, JavaTypeNames javaTypes, Problems problems) {
        this.roots = roots;
        this.problems = problems;
        this.enumResolver = new EnumResolver(problems);
        this.shapeResolver = new ShapeResolver(this, javaTypes, problems);
        SqlNames names = new SqlNames(problems);
        for (YamlMapping root : roots) {
            YamlMapping types = root.mapping("types");
            if (types == null) {
                continue;
            }
            for (YamlMapping.Entry entry : types.entries()) {
                if (isBuiltIn(entry.name())) {
                    problems.add(
                            ProblemCode.DUPLICATE_NAME,
                            entry,
                            "the name " + quote(entry.name()) + " is a built-in type");
                } else if (names.take(entry.name(), "a type", entry, "")) {
                    declared.put(entry.name(), entry);
                    javaTypes.takeType(entry.name(), entry);
                }
            }
        }
        declared.keySet().forEach(this::named);
    }

    /** The declared types in the order written. */
    List<TypeName> names() {
        List<TypeName> names = new ArrayList<>();
        declared.forEach((name, entry) -> names.add(new TypeName(name, entry.location())));
        return names;
    }

    /** Every enum so far, in order of first appearance. */
    List<EnumType> enums() {
        return enums;
    }

    /** Every shape so far, in order of first appearance. */
    List<JsonShape> shapes() {
        return shapes;
    }

    /** An enum written at its column. */
    EnumType inlineEnum(String name, String owner, YamlMapping column) {
        EnumType type = enumResolver.resolve(name, Optional.of(owner), column.items("enum"));
        enums.add(type);
        return type;
    }

    /** A shape written at its column or within another shape. */
    JsonShape inlineShape(String name, Optional<String> owner, YamlMapping properties) {
        int place = shapes.size();
        JsonShape shape = shapeResolver.resolve(name, owner, properties);
        shapes.add(place, shape);
        return shape;
    }

    /** What a JSON value is, by a type expression. */
    ShapeResolver shapeResolver() {
        return shapeResolver;
    }

    /** A declared type; empty if there is none of that name. */
    Optional<NamedType> named(String name) {
        NamedType known = resolved.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        YamlMapping.Entry entry = declared.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        YamlMapping yaml = (YamlMapping) entry.value();
        NamedType type;
        YamlMapping properties = yaml.mapping("json");
        if (properties != null) {
            inProgress.add(name);
            type = new NamedType(Optional.empty(), Optional.of(inlineShape(name, Optional.empty(), properties)));
            inProgress.remove(name);
        } else if (yaml.has("enum")) {
            EnumType enumType = enumResolver.resolve(name, Optional.empty(), yaml.items("enum"));
            enums.add(enumType);
            type = new NamedType(Optional.of(enumType), Optional.empty());
        } else {
            type = NamedType.BROKEN;
        }
        resolved.put(name, type);
        return Optional.of(type);
    }

    /** How many types contain each other at the place that is being resolved. */
    int depth() {
        return inProgress.size();
    }

    /** Whether the type of that name is being resolved right now, so that to use it would be to contain itself. */
    boolean isInProgress(String name) {
        return inProgress.contains(name);
    }

    /** The built-in type; empty, with a problem, if there is none. */
    Optional<ColumnType> builtIn(TypeExpression expression, TimestampFormat format, Place place) {
        if (expression.name().equals("decimal")) {
            return decimal(expression, place);
        }
        if (expression.parameters().isPresent() && isBuiltIn(expression.name())) {
            problems.add(
                    ProblemCode.INVALID_TYPE, place, "the type " + quote(expression.name()) + " takes no parameters");
            return Optional.empty();
        }
        switch (expression.name()) {
            case "timestamp":
                return Optional.of(new ColumnType.Timestamp(format));
            case "text":
                return Optional.of(ColumnType.Scalar.TEXT);
            case "integer":
                return Optional.of(ColumnType.Scalar.INTEGER);
            case "bigint":
                return Optional.of(ColumnType.Scalar.BIGINT);
            case "real":
                return Optional.of(ColumnType.Scalar.REAL);
            case "boolean":
                return Optional.of(ColumnType.Scalar.BOOLEAN);
            case "datetime":
                return Optional.of(ColumnType.Scalar.DATETIME);
            case "date":
                return Optional.of(ColumnType.Scalar.DATE);
            case "time":
                return Optional.of(ColumnType.Scalar.TIME);
            case "uuid":
                return Optional.of(ColumnType.Scalar.UUID);
            case "blob":
                return Optional.of(ColumnType.Scalar.BLOB);
            case "json":
                return Optional.of(ColumnType.Scalar.JSON);
            default:
                unknown(expression.name(), place);
                return Optional.empty();
        }
    }

    /** Whether the word is, or was meant to be, the name of a type. */
    boolean isLikeType(String text) {
        String name = TypeExpression.of(text).name();
        return isBuiltIn(name)
                || declared.containsKey(name)
                || ELSEWHERE.containsKey(name.toLowerCase(Locale.ROOT))
                || nearest(name, known()).isPresent();
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(TypeFormat.SCALAR_TYPES);
        known.add("decimal");
        known.addAll(declared.keySet());
        return known;
    }

    private static boolean isBuiltIn(String name) {
        return name.equals("decimal") || TypeFormat.SCALAR_TYPES.contains(name);
    }

    private void unknown(String name, Place place) {
        for (YamlMapping root : roots) {
            YamlMapping types = root.mapping("types");
            if (types != null && types.dropped(name)) {
                return;
            }
        }
        String elsewhere = ELSEWHERE.get(name.toLowerCase(Locale.ROOT));
        problems.add(
                ProblemCode.UNKNOWN_TYPE,
                place,
                "no type named " + quote(name),
                elsewhere == null ? didYouMean(name, known()) : Optional.of("did you mean " + quote(elsewhere) + "?"));
    }

    /** PostgreSQL allows a precision of 1000; more than 38 digits fit no other database that knows decimals. */
    private Optional<ColumnType> decimal(TypeExpression expression, Place place) {
        String[] parts = expression.parameters().orElse("").split(",", -1);
        if (parts.length == 2) {
            int precision = digits(parts[0].strip());
            int scale = digits(parts[1].strip());
            if (precision >= 1 && precision <= 38 && scale >= 0 && scale <= precision) {
                return Optional.of(new ColumnType.Decimal(precision, scale));
            }
        }
        problems.add(
                ProblemCode.INVALID_TYPE,
                place,
                "a decimal needs its digits and how many of them are behind the point",
                "write decimal(10,2), with 1 to 38 digits");
        return Optional.empty();
    }

    private static int digits(String text) {
        return text.length() == 1 || text.length() == 2 && text.charAt(0) != '0'
                ? (text.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(text) : -1)
                : -1;
    }
}
