package io.rowloom.model.yaml;

import static io.rowloom.model.yaml.Forms.NAME;
import static io.rowloom.model.yaml.Forms.PROSE;
import static io.rowloom.model.yaml.Forms.either;
import static io.rowloom.model.yaml.Forms.keys;
import static io.rowloom.model.yaml.Forms.lintOff;
import static io.rowloom.model.yaml.Forms.optional;
import static io.rowloom.model.yaml.Forms.required;
import static io.rowloom.model.yaml.Forms.text;
import static io.rowloom.model.yaml.Forms.words;
import static io.rowloom.model.yaml.ObjectFormat.QUERY;
import static io.rowloom.model.yaml.ObjectFormat.TRIGGER;
import static io.rowloom.model.yaml.ObjectFormat.VIEW;
import static io.rowloom.model.yaml.TableFormat.TABLE;
import static io.rowloom.model.yaml.TypeFormat.NAMED_TYPE;

import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.MapOf;
import java.util.List;

/**
 * The format of a model file, key by key.
 *
 * <p>This is the only definition: files are checked against it and the JSON Schema for editors is made from it. A new key
 * begins here, in {@link TableFormat}, {@link ColumnFormat}, {@link TypeFormat} or {@link ObjectFormat}.
 */
public final class ModelFormat {
    private static final Form PRAGMA = either(
            "a value",
            text("a value"),
            keys(
                    "pragma",
                    "a value with its purpose",
                    List.of(
                            required("value", text("a value"), "The value."),
                            optional("purpose", PROSE, "Why it is set, for the documents."))));

    private static final Form DATABASE = keys(
            "database",
            "a mapping that describes the database",
            List.of(
                    required("name", NAME, "The name of the database; the generated classes begin with it."),
                    required("package", text("a Java package"), "The Java package of everything generated."),
                    optional("description", PROSE, "What the database is for."),
                    optional(
                            "dialects",
                            new ListOf("a list of dialects", words("a dialect", "sqlite", "SQLite.")),
                            "The engines that SQL is written for; SQLite if missing."),
                    optional(
                            "pragmas",
                            new MapOf("a mapping of pragmas", PRAGMA),
                            "Settings that every connection gets."),
                    optional(
                            "links",
                            new ListOf(
                                    "a list of links",
                                    keys(
                                            "link",
                                            "a link",
                                            List.of(
                                                    required("title", PROSE, "The text of the link."),
                                                    required(
                                                            "href",
                                                            text("an address or a path"),
                                                            "An address, or a path relative to the document."),
                                                    optional("note", PROSE, "What is to be found there.")))),
                            "Further reading."),
                    optional(
                            "acknowledge",
                            new ListOf("a list of hazards", text("a hazard, `drop-column:tasks.notes`")),
                            "Hazards of the next migration that are accepted, as the message about them says."),
                    optional("lint_off", lintOff(), "Rules that hold for no table, each with the reason.")));

    /** A whole file. */
    public static final Form FILE = keys(
            "model",
            "a model",
            List.of(
                    optional(
                            "rowloom",
                            words("the version of the format", "1", "The version of the format."),
                            "The version of the format; 1, beside `database`."),
                    optional("database", DATABASE, "The database as a whole; in exactly one file of a model."),
                    optional(
                            "types",
                            new MapOf("a mapping of types", NAMED_TYPE),
                            "Enums and JSON shapes that several columns share."),
                    optional("tables", new MapOf("a mapping of tables", TABLE), "The tables, by name."),
                    optional("views", new MapOf("a mapping of views", VIEW), "The views, by name."),
                    optional("triggers", new MapOf("a mapping of triggers", TRIGGER), "The triggers, by name."),
                    optional(
                            "queries",
                            new MapOf("a mapping of queries", QUERY),
                            "Named SQL, by the name of its Java method.")));

    private ModelFormat() {}
}
