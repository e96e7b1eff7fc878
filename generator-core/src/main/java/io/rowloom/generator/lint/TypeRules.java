package io.rowloom.generator.lint;

import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonValue;
import io.rowloom.model.LintRule;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import io.rowloom.model.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks for columns of one name and other types, and for types that nothing has. */
final class TypeRules {
    private final Model model;
    private final List<Finding> found = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private record Use(Table table, Column column, String type) {}

    private TypeRules(Model model) {
        this.model = model;
    }

    static List<Finding> of(Model model) {
        TypeRules rules = new TypeRules(model);
        rules.compareColumns();
        rules.findUnused();
        return rules.found;
    }

    private void compareColumns() {
        Map<String, List<Use>> byName = new LinkedHashMap<>();
        for (Table table : model.tables()) {
            for (Column column : table.columns()) {
                // Keys are named alike because they are keys.
                if (!table.isPrimaryKey(column)) {
                    byName.computeIfAbsent(column.name().toLowerCase(Locale.ROOT), name -> new ArrayList<>(2))
                            .add(new Use(table, column, kind(column.type())));
                }
            }
        }
        byName.values().forEach(this::compare);
    }

    private void compare(List<Use> uses) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Use use : uses) {
            counts.merge(use.type, 1, Integer::sum);
        }
        if (counts.size() < 2) {
            return;
        }
        // With as many of each, the one that was there first is the one that holds.
        String usual = "";
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            usual = usual.isEmpty() || count.getValue() > counts.get(usual) ? count.getKey() : usual;
        }
        Use example = uses.get(0);
        for (Use use : uses) {
            example = use.type.equals(usual) && !example.type.equals(usual) ? use : example;
        }
        for (Use use : uses) {
            if (!use.type.equals(usual)) {
                found.add(new Finding(
                        LintRule.INCONSISTENT_TYPE,
                        use.table.name(),
                        use.column.location(),
                        "the column '" + use.column.name() + "' of '" + use.table.name() + "' is " + use.type + ", but "
                                + usual + " in '" + example.table.name() + '\'',
                        "give both one type, or one of them another name"));
            }
        }
    }

    /** What matters to somebody who compares or joins two columns; an enum is text with fewer words. */
    private static String kind(ColumnType type) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            return "timestamp (" + timestamp.format().key() + ')';
        } else if (type instanceof ColumnType.Decimal decimal) {
            return "decimal(" + decimal.precision() + ", " + decimal.scale() + ')';
        } else if (type instanceof ColumnType.Enumeration) {
            return "text";
        } else if (type instanceof ColumnType.Json) {
            return "json";
        }
        return type.toString().toLowerCase(Locale.ROOT);
    }

    private void findUnused() {
        if (model.types().isEmpty()) {
            return;
        }
        for (Table table : model.tables()) {
            table.columns().forEach(column -> use(column.type()));
        }
        for (NamedQuery query : model.queries()) {
            query.parameters().forEach(parameter -> use(parameter.type()));
            query.results().forEach(result -> use(result.type()));
        }
        for (TypeName type : model.types()) {
            if (!used.contains(type.name())) {
                found.add(new Finding(
                        LintRule.UNUSED_TYPE,
                        "",
                        type.location(),
                        "nothing uses the type '" + type.name() + '\'',
                        "delete it, or use it at a column"));
            }
        }
    }

    private void use(ColumnType type) {
        if (type instanceof ColumnType.Enumeration enumeration) {
            used.add(enumeration.type().name());
        } else if (type instanceof ColumnType.Json json) {
            use(json.value());
        }
    }

    private void use(JsonValue value) {
        if (value instanceof JsonValue.Shape shape) {
            used.add(shape.shape().name());
            for (JsonShape.Property property : shape.shape().properties()) {
                use(property.value());
            }
        } else if (value instanceof JsonValue.ListOf list) {
            use(list.element());
        } else if (value instanceof JsonValue.Enumeration enumeration) {
            used.add(enumeration.type().name());
        } else if (value instanceof JsonValue.Scalar scalar) {
            use(scalar.type());
        }
    }
}
