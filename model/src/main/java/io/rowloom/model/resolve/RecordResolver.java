package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.OwnTypes;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code record: Session} and {@code record: {name: Session, implements: […], annotations: […]}}. */
final class RecordResolver {
    private final Problems problems;

    RecordResolver(Problems problems) {
        this.problems = problems;
    }

    /** The name of the record of a table. */
    static String name(YamlMapping.Entry entry, YamlMapping table) {
        YamlMapping written = table.mapping("record");
        return (written == null ? table.text("record") : written.text("name"))
                .orElseGet(() -> JavaNames.record(entry.name()));
    }

    /** The types of the author's own, if there are some. */
    Optional<OwnTypes> ownTypes(YamlMapping table) {
        YamlMapping written = table.mapping("record");
        if (written == null || !written.has("implements") && !written.has("annotations")) {
            return Optional.empty();
        }
        return Optional.of(new OwnTypes(types(written.items("implements")), types(written.items("annotations"))));
    }

    private List<String> types(List<YamlNode> items) {
        Set<String> types = new LinkedHashSet<>();
        for (YamlNode item : items) {
            YamlScalar type = (YamlScalar) item;
            if (!isFullName(type.text())) {
                problems.add(
                        ProblemCode.INVALID_JAVA_NAME,
                        type,
                        quote(type.text()) + " is not the full name of a Java type",
                        "write it with its package and a dot before each nested type, like com.example.HasId");
            } else if (!types.add(type.text())) {
                problems.add(ProblemCode.DUPLICATE_NAME, type, "the type " + quote(type.text()) + " is here twice");
            }
        }
        return new ArrayList<>(types);
    }

    /** Whether it has a package, as a type without one cannot be named in another. */
    private static boolean isFullName(String name) {
        String[] parts = name.split("[.]", -1);
        return parts.length > 1
                && Arrays.stream(parts)
                        .allMatch(part -> JavaNames.isIdentifier(part) && !ReservedNames.isJavaWord(part));
    }
}
