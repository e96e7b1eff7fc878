package io.rowloom.model.yaml;

import static io.rowloom.model.yaml.Forms.NAME;
import static io.rowloom.model.yaml.Forms.either;
import static io.rowloom.model.yaml.Forms.keys;
import static io.rowloom.model.yaml.Forms.oneOf;
import static io.rowloom.model.yaml.Forms.optional;
import static io.rowloom.model.yaml.Forms.required;
import static io.rowloom.model.yaml.Forms.text;

import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.MapOf;
import io.rowloom.model.yaml.Form.Named;
import io.rowloom.model.yaml.Form.Text;
import java.util.ArrayList;
import java.util.List;

/** How types, enums and JSON shapes are written. */
public final class TypeFormat {
    /** The types that take no parameter, as they are written. */
    public static final List<String> SCALAR_TYPES = List.of(
            "text",
            "integer",
            "bigint",
            "real",
            "boolean",
            "timestamp",
            "datetime",
            "date",
            "time",
            "uuid",
            "blob",
            "json");

    static final Form TYPE = new Text("a type", offeredTypes());

    static final Form JAVA = keys(
            "java",
            "a mapping of Java names",
            List.of(required("name", NAME, "The Java name, where the derived one does not suit.")));

    private static final Form ENUM_MEMBER = either(
            "a word of the enum",
            text("a word"),
            keys(
                    "enumMember",
                    "a word of the enum",
                    List.of(
                            required("value", text("a word"), "The text in the database."),
                            required("java", JAVA, "The name of the Java constant."))));

    static final Form ENUM = new ListOf("a list of words", ENUM_MEMBER);

    static final Form SHAPE = new Named("shape", () -> TypeFormat.SHAPE_FORM);

    private static final Form SHAPE_FORM =
            new MapOf("a mapping of JSON properties", either("a type or a mapping of JSON properties", TYPE, SHAPE));

    static final Form JSON = either("a JSON shape", SHAPE, new Text("a type", List.of()));

    static final Form NAMED_TYPE = oneOf(
            "type",
            "a type",
            List.of("enum", "json"),
            optional("enum", ENUM, "The words that a value is one of."),
            optional("json", SHAPE, "The properties of a JSON object."));

    private TypeFormat() {}

    private static List<String> offeredTypes() {
        List<String> offered = new ArrayList<>(SCALAR_TYPES);
        offered.add("decimal(10,2)");
        for (String type : List.copyOf(offered)) {
            offered.add(type + '?');
        }
        return offered;
    }
}
