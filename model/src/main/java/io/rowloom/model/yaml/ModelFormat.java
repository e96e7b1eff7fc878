package io.rowloom.model.yaml;

import io.rowloom.model.LintRule;
import io.rowloom.model.TimestampFormat;
import io.rowloom.model.yaml.Form.Anything;
import io.rowloom.model.yaml.Form.Either;
import io.rowloom.model.yaml.Form.Flag;
import io.rowloom.model.yaml.Form.Key;
import io.rowloom.model.yaml.Form.Keys;
import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.MapOf;
import io.rowloom.model.yaml.Form.Named;
import io.rowloom.model.yaml.Form.Text;
import io.rowloom.model.yaml.Form.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The format of a model file, key by key.
 *
 * <p>This is the only definition: files are checked against it and the JSON Schema for editors is made from it. A new key
 * begins here.
 */
public final class ModelFormat {
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

    private static final Form FLAG = new Flag();
    private static final Form NAME = text("a name");
    private static final Form PROSE = text("a text");
    private static final Form SQL = text("an SQL expression");
    private static final Form COLUMN_NAMES = new ListOf("a list of columns", text("the name of a column"));
    private static final Form TYPE = new Text("a type", offeredTypes());

    private static final Form JAVA = keys(
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

    private static final Form ENUM = new ListOf("a list of words", ENUM_MEMBER);

    private static final Form SHAPE = new Named("shape", () -> ModelFormat.SHAPE_FORM);
    private static final Form SHAPE_FORM =
            new MapOf("a mapping of JSON properties", either("a type or a mapping of JSON properties", TYPE, SHAPE));

    private static final Form JSON = either("a JSON shape", SHAPE, new Text("a type", List.of()));

    private static final Form ACTION = words(
            "a referential action",
            "cascade",
            "Delete or change the row as well.",
            "restrict",
            "Refuse at once.",
            "no action",
            "Refuse, at the end of the statement or of the transaction; the default.",
            "set null",
            "Set the columns to NULL.",
            "set default",
            "Set the columns to their defaults.");

    private static final Form TARGET = either(
            "a reference to a table",
            text("a reference to a table"),
            keys(
                    "target",
                    "a reference to a table",
                    List.of(
                            required("table", NAME, "The referenced table."),
                            required("columns", COLUMN_NAMES, "The referenced columns."))));

    private static final Form DEFAULT = new Anything("a default", false);

    private static final Form GENERATED = keys(
            "generated",
            "a mapping with an expression",
            List.of(
                    required("expression", SQL, "An SQL expression over other columns of the row."),
                    optional(
                            "stored", FLAG, "Whether the value is kept in the row instead of computed at each read.")));

    private static final Form BACKFILL = keys(
            "backfill",
            "a mapping with an expression",
            List.of(required("expression", SQL, "An SQL expression over the columns of the row.")));

    private static final Form COLUMN = either(
            "a column",
            TYPE,
            oneOf(
                    "column",
                    "a column",
                    List.of("type", "enum", "json"),
                    optional("type", TYPE, "What a value is; a ? at the end allows NULL."),
                    optional("enum", ENUM, "The words that a value is one of."),
                    optional("json", JSON, "The shape of the JSON that the column holds; `Name[]` for a list."),
                    optional("nullable", FLAG, "Whether the column may be NULL; the same as a ? behind the type."),
                    optional(
                            "default",
                            DEFAULT,
                            "What a row gets that does not say: a value, `now`, or {expression: …} for an SQL expression."),
                    optional(
                            "primary_key",
                            words(
                                    "true or auto",
                                    "true",
                                    "The column is the primary key.",
                                    "auto",
                                    "The column is the primary key, and the database numbers the rows."),
                            "Whether the column is the primary key; `auto` lets the database number the rows."),
                    optional("unique", FLAG, "Whether no two rows may have the same value."),
                    optional("references", TARGET, "The table that the value points to, or `table.column`."),
                    optional("on_delete", ACTION, "What happens to the row when the referenced row is deleted."),
                    optional("on_update", ACTION, "What happens to the row when the referenced key changes."),
                    optional("deferrable", FLAG, "Whether the foreign key is checked at the end of the transaction."),
                    optional(
                            "check", SQL, "A condition that every row meets; `false` leaves out the check of an enum."),
                    optional(
                            "collate", NAME, "How text is compared: nocase, rtrim, binary or a collation of your own."),
                    optional("generated", GENERATED, "How the database computes the column from others of its row."),
                    optional("format", timestampFormats(), "How SQLite holds a timestamp."),
                    optional("auto_update", FLAG, "Whether every update sets the column to the moment of the update."),
                    optional(
                            "version",
                            FLAG,
                            "Whether the column counts the updates of its row, for optimistic locking."),
                    optional("description", PROSE, "What the column holds."),
                    optional("renamed_from", NAME, "The name the column had before."),
                    optional(
                            "backfill",
                            BACKFILL,
                            "The value that existing rows get when a migration adds the column or forbids NULL in it."),
                    optional("sql_type", text("a declared type"), "The exact declared type, for an adopted database."),
                    optional("java", JAVA, "The Java name of the column.")));

    /** The keys of a column that is written as a mapping. */
    public static final Set<String> COLUMN_KEYS =
            ((Keys) ((Either) COLUMN).forms().get(1)).byName().keySet();

    private static final Form FOREIGN_KEY = keys(
            "foreignKey",
            "a foreign key",
            List.of(
                    optional("name", NAME, "The constraint's name; derived if missing."),
                    required("columns", COLUMN_NAMES, "The referencing columns."),
                    required(
                            "references",
                            TARGET,
                            "The referenced table, with its columns: `chat_groups(name, lead_id)`."),
                    optional("on_delete", ACTION, "What happens to the row when the referenced row is deleted."),
                    optional("on_update", ACTION, "What happens to the row when the referenced key changes."),
                    optional("deferrable", FLAG, "Whether it is checked at the end of the transaction.")));

    private static final Form UNIQUE = either(
            "a unique constraint",
            COLUMN_NAMES,
            keys(
                    "unique",
                    "a unique constraint",
                    List.of(
                            optional("name", NAME, "The constraint's name; derived if missing."),
                            required("columns", COLUMN_NAMES, "The columns that are unique together."))));

    private static final Form INDEX_PART = either(
            "a part of an index",
            text("the name of a column"),
            oneOf(
                    "indexPart",
                    "a part of an index",
                    List.of("column", "expression"),
                    optional("column", NAME, "A column."),
                    optional("expression", SQL, "An SQL expression."),
                    optional(
                            "order",
                            words("a direction", "asc", "Ascending; the default.", "desc", "Descending."),
                            "The direction in which it is stored."),
                    optional("collate", NAME, "How text is compared, where it is not as the column does.")));

    private static final Form INDEX_PARTS = new ListOf("a list of columns", INDEX_PART);

    private static final Form INDEX = either(
            "an index",
            INDEX_PARTS,
            keys(
                    "index",
                    "an index",
                    List.of(
                            optional("name", NAME, "The index's name; derived if missing and all parts are columns."),
                            required("columns", INDEX_PARTS, "What the index is over, in order."),
                            optional("unique", FLAG, "Whether no two rows may have the same parts."),
                            optional("where", SQL, "The condition of a partial index."))));

    private static final Form CHECK = keys(
            "check",
            "a check",
            List.of(
                    required("name", NAME, "The constraint's name."),
                    required("expression", SQL, "A condition that every row meets.")));

    private static final Form FULL_TEXT = either(
            "a full-text index",
            COLUMN_NAMES,
            keys(
                    "fullText",
                    "a full-text index",
                    List.of(
                            optional("name", NAME, "The virtual table that queries name; derived if missing."),
                            required("columns", COLUMN_NAMES, "The columns whose words are found."),
                            optional(
                                    "tokenize",
                                    text("a tokenizer"),
                                    "How text becomes words, as FTS5 says it: `porter unicode61`, `trigram`."))));

    private static final Form SAMPLE = new MapOf("a row", new Anything("a value", true));

    private static final Form FULL_NAMES =
            new ListOf("a list of full names of Java types", text("the full name of a Java type"));

    private static final Form RECORD = either(
            "a name or a mapping",
            NAME,
            keys(
                    "record",
                    "the record of a row",
                    List.of(
                            optional("name", NAME, "Its name; derived from the table's name if missing."),
                            optional("implements", FULL_NAMES, "Interfaces of your own that it implements."),
                            optional("annotations", FULL_NAMES, "Annotations of your own that stand at it."))));

    private static final Form TABLE = keys(
            "table",
            "a table",
            List.of(
                    optional("section", PROSE, "The group that the table belongs to in the documents."),
                    optional("description", PROSE, "What one row is."),
                    optional(
                            "record",
                            RECORD,
                            "The Java record of a row, derived from the table's name if missing; with types of your own that it has."),
                    optional("java", JAVA, "The table's accessor in the database class."),
                    required("columns", new MapOf("a mapping of columns", COLUMN), "The columns, by name."),
                    optional("primary_key", COLUMN_NAMES, "The columns of a composite primary key."),
                    optional(
                            "foreign_keys",
                            new ListOf("a list of foreign keys", FOREIGN_KEY),
                            "Foreign keys of several columns."),
                    optional(
                            "unique",
                            new ListOf("a list of unique constraints", UNIQUE),
                            "Columns that are unique together."),
                    optional("indexes", new ListOf("a list of indexes", INDEX), "Indexes."),
                    optional("checks", new ListOf("a list of checks", CHECK), "Conditions that every row meets."),
                    optional("full_text", FULL_TEXT, "The columns that full-text search looks into."),
                    optional("samples", new ListOf("a list of rows", SAMPLE), "Rows that show what the table holds."),
                    optional("without_rowid", FLAG, "Whether SQLite stores the table by its primary key."),
                    optional("strict", FLAG, "Whether SQLite enforces the declared types; true if missing."),
                    optional(
                            "small",
                            FLAG,
                            "Whether the table stays so small that queries may read all of it, without a warning."),
                    optional("lint_off", lintOff(), "Rules that do not hold for the table, each with the reason."),
                    optional("renamed_from", NAME, "The name the table had before.")));

    private static final Form NAMED_TYPE = oneOf(
            "type",
            "a type",
            List.of("enum", "json"),
            optional("enum", ENUM, "The words that a value is one of."),
            optional("json", SHAPE, "The properties of a JSON object."));

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

    private static final Form QUERY = keys(
            "query",
            "a query",
            List.of(
                    optional(
                            "table",
                            NAME,
                            "The table whose DAO the query joins; the database's own queries if missing."),
                    optional("description", PROSE, "What the query gives."),
                    required("sql", text("an SQL statement"), "One SQL statement, with parameters like `:cutoff`."),
                    optional(
                            "params",
                            new MapOf("a mapping of parameters", TYPE),
                            "Types of parameters that cannot be told from the SQL."),
                    optional(
                            "result",
                            new MapOf("a mapping of result columns", TYPE),
                            "Types of result columns that cannot be told from the SQL; a ? at the end allows NULL."),
                    optional(
                            "optional",
                            new ListOf("a list of parameters", text("the name of a parameter")),
                            "Parameters that may be null; the conditions that speak of them are then left out."),
                    optional(
                            "orders",
                            new MapOf("a mapping of orders", text("what stands behind ORDER BY")),
                            "Orders to choose from, by name; the SQL says `ORDER BY :order`."),
                    optional(
                            "returns",
                            words(
                                    "what the query gives",
                                    "many",
                                    "Any number of rows.",
                                    "one",
                                    "Exactly one row.",
                                    "optional",
                                    "At most one row.",
                                    "stream",
                                    "Any number of rows, read one by one.",
                                    "page",
                                    "Some rows of a list, with the ways to those before and after them.",
                                    "count",
                                    "The number of rows changed."),
                            "How many rows the query gives.")));

    private static final Form VIEW = keys(
            "view",
            "a view",
            List.of(
                    optional("section", PROSE, "The group that the view belongs to in the documents."),
                    optional("description", PROSE, "What one row is."),
                    optional("record", NAME, "The Java record of a row; derived from the view's name if missing."),
                    optional("java", JAVA, "The view's accessor in the database class."),
                    required("sql", text("a SELECT"), "One SELECT without parameters."),
                    optional(
                            "result",
                            new MapOf("a mapping of result columns", TYPE),
                            "Types of columns that cannot be told from the SQL; a ? at the end allows NULL.")));

    private static final Form TRIGGER = keys(
            "trigger",
            "a trigger",
            List.of(
                    required("table", NAME, "The table or view that the trigger watches."),
                    optional("description", PROSE, "What it is for."),
                    required(
                            "event",
                            new Text(
                                    "when a trigger acts",
                                    List.of("after insert", "after update", "after delete", "before insert")),
                            "`before`, `after` or, for a view, `instead of`; then `insert`, `delete`, `update` or"
                                    + " `update of` columns."),
                    optional("when", SQL, "Which rows count, a condition over `OLD` and `NEW`."),
                    required("sql", text("SQL statements"), "What happens, one or more statements.")));

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

    private static Form text(String what) {
        return new Text(what, List.of());
    }

    private static Form either(String what, Form... forms) {
        return new Either(what, List.of(forms));
    }

    /** Words and their descriptions in turn. */
    private static Form words(String what, String... wordsAndDescriptions) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < wordsAndDescriptions.length; i += 2) {
            words.put(wordsAndDescriptions[i], wordsAndDescriptions[i + 1]);
        }
        return new Words(what, words);
    }

    private static Form timestampFormats() {
        Map<String, String> words = new LinkedHashMap<>();
        for (TimestampFormat format : TimestampFormat.values()) {
            words.put(
                    format.key(),
                    switch (format) {
                        case ISO -> "2026-01-26T12:00:00.000Z; the default.";
                        case ISO_SECONDS -> "2026-01-26T12:00:00Z.";
                        case SQLITE -> "2026-01-26 12:00:00.";
                        case EPOCH_SECONDS -> "Seconds since 1970, a number.";
                        case EPOCH_MILLIS -> "Milliseconds since 1970, a number.";
                    });
        }
        return new Words("a timestamp format", words);
    }

    private static List<String> offeredTypes() {
        List<String> offered = new ArrayList<>(SCALAR_TYPES);
        offered.add("decimal(10,2)");
        for (String type : List.copyOf(offered)) {
            offered.add(type + '?');
        }
        return offered;
    }

    private static Form lintOff() {
        List<Key> keys = new ArrayList<>();
        for (LintRule rule : LintRule.values()) {
            keys.add(optional(rule.id(), PROSE, rule.about()));
        }
        return keys("lintOff", "a mapping of rules to reasons", keys);
    }

    private static Key required(String name, Form value, String description) {
        return new Key(name, true, value, description);
    }

    private static Key optional(String name, Form value, String description) {
        return new Key(name, false, value, description);
    }

    private static Form keys(String name, String what, List<Key> keys) {
        return keys(name, what, keys, List.of());
    }

    private static Form oneOf(String name, String what, List<String> oneOf, Key... keys) {
        return keys(name, what, Arrays.asList(keys), oneOf);
    }

    private static Form keys(String name, String what, List<Key> keys, List<String> oneOf) {
        Map<String, Key> byName = new LinkedHashMap<>();
        for (Key key : keys) {
            byName.put(key.name(), key);
        }
        return new Keys(name, what, List.copyOf(keys), oneOf, byName);
    }
}
