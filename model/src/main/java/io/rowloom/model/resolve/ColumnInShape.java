package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.oneLine;

import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.ColumnFormat;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlScalar;

/**
 * Refuses a property of a JSON shape that was written as a column: {@code chapters: {type: json}} would be an object with
 * the property {@code type}.
 *
 * <p>A nested mapping is taken for a column if all its keys are keys of columns and it has a {@code type} or {@code json},
 * alone or beside something that is no type ({@code nullable: true}). So {@code {type: text, description: text}} is a shape;
 * a shape with the only property {@code type} is declared under {@code types:}.
 */
final class ColumnInShape {
    private final TypeResolver types;
    private final Problems problems;

    ColumnInShape(TypeResolver types, Problems problems) {
        this.types = types;
        this.problems = problems;
    }

    boolean isRefused(YamlMapping.Entry property, YamlMapping nested) {
        String key = nested.scalar("type") != null ? "type" : "json";
        if (!nested.has(key) || !isColumn(nested)) {
            return false;
        }
        YamlScalar type = nested.scalar(key);
        String name = oneLine(property.name());
        problems.add(
                ProblemCode.INVALID_TYPE,
                property,
                "a type or a mapping of JSON properties belongs here, and this is written as a column",
                (type == null ? "leave out the key json" : "write " + name + ": " + written(nested, type))
                        + "; a shape with such properties is declared under types:");
        return true;
    }

    private boolean isColumn(YamlMapping nested) {
        boolean onlyTypes = true;
        for (YamlMapping.Entry entry : nested.entries()) {
            if (!ColumnFormat.COLUMN_KEYS.contains(entry.name())) {
                return false;
            }
            onlyTypes &= !(entry.value() instanceof YamlScalar scalar) || types.isLikeType(scalar.text());
        }
        return nested.entries().size() == 1 || !onlyTypes;
    }

    /** The type as it can stand in a mapping of either form, with braces or without. */
    private static String written(YamlMapping nested, YamlScalar type) {
        String text =
                oneLine(type.text()) + (nested.flag("nullable") && !type.text().endsWith("?") ? "?" : "");
        return text.indexOf('[') >= 0 || text.indexOf(',') >= 0 ? '"' + text + '"' : text;
    }
}
