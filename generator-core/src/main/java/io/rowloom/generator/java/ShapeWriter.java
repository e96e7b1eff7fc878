package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.JSON_INPUT;
import static io.rowloom.generator.java.JavaTypes.JSON_OUTPUT;
import static io.rowloom.generator.java.JavaTypes.JSON_TEXT;

import com.squareup.javapoet.ParameterizedTypeName;
import com.squareup.javapoet.TypeName;
import io.rowloom.model.JsonShape;
import io.rowloom.model.JsonShape.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells the record of a JSON shape, which reads and writes itself. */
final class ShapeWriter {
    private static final TypeName REST = ParameterizedTypeName.get(JavaTypes.MAP, JavaTypes.STRING, JavaTypes.STRING);

    private ShapeWriter() {}

    static String file(JsonShape shape, NestedTypes nested, Scope scope) {
        JavaSource source = new JavaSource(scope, nested.names());
        source.within(shape.name());
        write(shape, shape.name(), nested, source);
        return source.text();
    }

    /** The declaration; {@code path} is how it is called from outside, {@code Session.Metadata}. */
    static void write(JsonShape shape, String path, NestedTypes nested, JavaSource source) {
        List<Component> components = shape.properties().stream()
                .map(property -> Component.ofProperty(property, shape))
                .toList();
        String rest = rest(shape);
        List<String> doc = Docs.record(Optional.empty(), "A JSON object.", components);
        doc.add("@param " + rest
                + " JSON by name: properties that the shape does not have, which are written back as they are");
        source.javadoc(doc);
        if (path.equals(shape.name())) {
            source.add("@$($)\n", source.use(JavaTypes.GENERATED), "\"io.rowloom\"");
        }
        RecordBody body = new RecordBody(source, shape.name(), components, rest);
        body.open();
        codec(shape, source);
        body.withers();
        NestedWriter.write(nested, path, source);
        body.close();
    }

    private static void codec(JsonShape shape, JavaSource source) {
        String text = source.use(JSON_TEXT);
        source.blank()
                .javadoc(
                        "Reads it from JSON.",
                        "@throws IllegalArgumentException when the text is no JSON or not of this shape")
                .add("""
                        public static $ fromJson(String json) {
                            return $.read(json, $::readJson);
                        }

                        /** It as compact JSON; properties that are null are left out. */
                        public String toJson() {
                            return $.write(this, (output, value) -> value.writeJson(output));
                        }

                        """, shape.name(), text, shape.name(), text);
        read(shape, source);
        source.blank()
                .add("void writeJson($ output) {\n", source.use(JSON_OUTPUT))
                .indent();
        source.add("output.beginObject();\n");
        shape.properties().forEach(property -> write(property, source));
        source.add("output.properties($);\n", rest(shape));
        source.add("output.endObject();\n").outdent().add("}\n");
    }

    private static void write(Property property, JavaSource source) {
        String name = JavaText.literal(property.name());
        String field = property.javaName().startsWith("output") ? "this." + property.javaName() : property.javaName();
        if (property.optional()) {
            source.add("output.optional($, $, $);\n", name, field, JsonCode.writer(property.value(), source, 1));
        } else {
            source.add("output.name($);\n", name).add("$;\n", JsonCode.writeValue(field, property.value(), source, 0));
        }
    }

    private static void read(JsonShape shape, JavaSource source) {
        source.add("static $ readJson($ input) {\n", shape.name(), source.use(JSON_INPUT))
                .indent();
        List<String> arguments = new ArrayList<>();
        for (Property property : shape.properties()) {
            String local = local(property);
            source.add("$ $ = null;\n", source.nullable(JavaValues.type(property.value(), source)), local);
            arguments.add(
                    property.optional()
                            ? local
                            : "input.required(" + JavaText.literal(property.name()) + ", " + local + ')');
        }
        String rest = rest(shape);
        source.add("$ $ = null;\n", source.nullable(REST), rest);
        arguments.add("input.rest(" + rest + ')');
        source.add("""
                input.beginObject();
                for (String property = input.nextName(); property != null; property = input.nextName()) {
                    switch (property) {
                """);
        source.indent().indent();
        for (Property property : shape.properties()) {
            String value = property.optional()
                    ? "input.orNull(" + JsonCode.reader(property.value(), source, 1) + ')'
                    : JsonCode.readValue(property.value(), source, 0);
            source.add("case $ -> $ = $;\n", JavaText.literal(property.name()), local(property), value);
        }
        source.add("default -> $ = input.keep(property, $);\n", rest, rest)
                .outdent()
                .outdent()
                .add("    }\n}\n");
        source.list("return new " + shape.name() + '(', arguments, ");")
                .outdent()
                .add("}\n");
    }

    /** The component for what the shape does not know; a property of that name goes before. */
    private static String rest(JsonShape shape) {
        String name = "otherProperties";
        for (Property property : shape.properties()) {
            if (property.javaName().equals(name)) {
                name += '_';
            }
        }
        return name;
    }

    /** A variable for the property that is in nobody's way. */
    private static String local(Property property) {
        String name = property.javaName();
        return name.startsWith("input") || name.startsWith("property") || name.startsWith("value")
                ? name + "Read"
                : name;
    }
}
