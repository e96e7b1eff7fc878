package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.ARRAYS;
import static io.rowloom.generator.java.JavaTypes.JSON_TEXT;
import static io.rowloom.generator.java.JavaTypes.MAP;
import static io.rowloom.generator.java.JavaTypes.NULLABLE;
import static io.rowloom.generator.java.JavaTypes.OBJECTS;

import io.rowloom.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What all generated records have in common: the header, checked and copied components, and equality of bytes. */
final class RecordBody {
    private final JavaSource source;
    private final String name;
    private final List<Component> components;
    /** The component after the others that holds what a JSON object has beside them; empty if there is none. */
    private final String rest;

    RecordBody(JavaSource source, String name, List<Component> components) {
        this(source, name, components, "");
    }

    RecordBody(JavaSource source, String name, List<Component> components, String rest) {
        this.source = source;
        this.name = name;
        this.components = components;
        this.rest = rest;
    }

    /** Opens the record: its header, its constructor, and equality by content where it would compare bytes by identity. */
    void open() {
        open(List.of());
    }

    /** As {@link #open()}, of a record that implements interfaces. */
    void open(List<String> interfaces) {
        List<String> header = parameters();
        if (!rest.isEmpty()) {
            header.add(source.use(MAP) + "<String, String> " + rest);
        }
        String implemented = interfaces.isEmpty() ? "" : " implements " + String.join(", ", interfaces);
        source.column("public record " + name + '(', header, ')' + implemented + " {")
                .indent();
        constructor();
        if (!rest.isEmpty()) {
            withoutRest();
        }
        if (components.stream().anyMatch(Component::isBlob)) {
            components.stream().filter(Component::isBlob).forEach(this::blobAccessor);
            equality();
        }
    }

    private List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        components.forEach(component -> parameters.add(component.javaType(source) + ' ' + component.name()));
        return parameters;
    }

    /** The names of all components, to make a record of. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        components.forEach(component -> arguments.add(component.name()));
        if (!rest.isEmpty()) {
            arguments.add(rest);
        }
        return arguments;
    }

    private void withoutRest() {
        List<String> arguments = arguments();
        arguments.set(components.size(), source.use(MAP) + ".of()");
        source.blank()
                .javadoc("One with no other properties.")
                .column("public " + name + '(', parameters(), ") {")
                .indent()
                .list("this(", arguments, ");")
                .outdent()
                .add("}\n");
    }

    private void constructor() {
        List<String> lines = new ArrayList<>();
        for (Component component : components) {
            if (!component.nullable() && !component.isPrimitive()) {
                lines.add(source.use(OBJECTS) + ".requireNonNull(" + component.name() + ", "
                        + JavaText.literal(component.label()) + ");");
            }
        }
        for (Component component : components) {
            String kept = component.kept(source);
            if (!kept.equals(component.name())) {
                lines.add(component.name() + " = " + kept + ';');
            }
        }
        if (!rest.isEmpty()) {
            lines.add(rest + " = " + source.use(JSON_TEXT) + ".properties(" + rest + ");");
        }
        if (!lines.isEmpty()) {
            source.add("public $ {\n", name).indent();
            lines.forEach(line -> source.add("$\n", line));
            source.outdent().add("}\n");
        }
    }

    private void blobAccessor(Component component) {
        source.blank().javadoc("A copy of the bytes of {@code " + component.name() + "}.");
        source.add("""
                @Override
                public $ $() {
                    return $;
                }
                """, component.javaType(source), component.name(), component.kept(source));
    }

    /** A method for each component that gives a copy with another value of it. */
    void withers() {
        List<String> arguments = arguments();
        for (Component component : components) {
            source.blank()
                    .javadoc("A copy with another {@code " + component.name() + "}.")
                    .add(
                            "public $ with$($ $) {\n",
                            name,
                            component.methodSuffix(),
                            component.javaType(source),
                            component.name())
                    .indent()
                    .list("return new " + name + '(', arguments, ");")
                    .outdent()
                    .add("}\n");
        }
    }

    void close() {
        source.outdent().add("}\n");
    }

    private void equality() {
        source.blank().javadoc("Whether all components are equal; bytes by their content.");
        String equal = components.stream()
                .map(component -> equal(component, component.field("object", "other")))
                .collect(Collectors.joining("\n            && "));
        List<String> hashed = components.stream()
                .map(component -> component.isBlob()
                        ? source.use(ARRAYS) + ".hashCode(" + component.name() + ')'
                        : component.name())
                .toList();
        source.add("""
                @Override
                public boolean equals(@$ Object object) {
                    return object instanceof $ other
                            && $;
                }

                @Override
                public int hashCode() {
                """, source.use(NULLABLE), name, equal);
        source.indent().list("return " + source.use(OBJECTS) + ".hash(", hashed, ");");
        source.outdent().add("}\n").blank().javadoc("All components; of bytes their number.");
        source.add("@Override\npublic String toString() {\n").indent();
        String before = "\"" + name + '[';
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            source.add(
                    "$$$=\" + $$\n",
                    i == 0 ? "return " : "        + ",
                    i == 0 ? before : "\", ",
                    component.name(),
                    shown(component),
                    i == components.size() - 1 ? " + \"]\";" : "");
        }
        source.outdent().add("}\n");
    }

    private String equal(Component component, String field) {
        String other = "other." + component.name();
        ColumnType type = component.type();
        if (component.isBlob()) {
            return source.use(ARRAYS) + ".equals(" + field + ", " + other + ')';
        }
        if (!component.isPrimitive()) {
            return source.use(OBJECTS) + ".equals(" + field + ", " + other + ')';
        }
        return type == ColumnType.Scalar.REAL
                ? "Double.compare(" + field + ", " + other + ") == 0"
                : field + " == " + other;
    }

    private static String shown(Component component) {
        if (!component.isBlob()) {
            return component.name();
        }
        String length = component.name() + ".length + \" bytes\"";
        return '(' + (component.nullable() ? component.name() + " == null ? \"null\" : " + length : length) + ')';
    }
}
