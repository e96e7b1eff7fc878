package io.rowloom.model.yaml;

import static io.rowloom.model.yaml.ColumnFormat.ACTION;
import static io.rowloom.model.yaml.ColumnFormat.COLUMN;
import static io.rowloom.model.yaml.ColumnFormat.TARGET;
import static io.rowloom.model.yaml.Forms.COLUMN_NAMES;
import static io.rowloom.model.yaml.Forms.FLAG;
import static io.rowloom.model.yaml.Forms.NAME;
import static io.rowloom.model.yaml.Forms.PROSE;
import static io.rowloom.model.yaml.Forms.SQL;
import static io.rowloom.model.yaml.Forms.either;
import static io.rowloom.model.yaml.Forms.keys;
import static io.rowloom.model.yaml.Forms.lintOff;
import static io.rowloom.model.yaml.Forms.oneOf;
import static io.rowloom.model.yaml.Forms.optional;
import static io.rowloom.model.yaml.Forms.required;
import static io.rowloom.model.yaml.Forms.text;
import static io.rowloom.model.yaml.Forms.words;
import static io.rowloom.model.yaml.TypeFormat.JAVA;

import io.rowloom.model.yaml.Form.Anything;
import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.MapOf;
import java.util.List;

/** How a table is written, with all that belongs to it. */
final class TableFormat {
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

    static final Form TABLE = keys(
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

    private TableFormat() {}
}
