package io.rowloom.model.yaml;

import static io.rowloom.model.yaml.Forms.COLUMN_NAMES;
import static io.rowloom.model.yaml.Forms.FLAG;
import static io.rowloom.model.yaml.Forms.NAME;
import static io.rowloom.model.yaml.Forms.PROSE;
import static io.rowloom.model.yaml.Forms.SQL;
import static io.rowloom.model.yaml.Forms.either;
import static io.rowloom.model.yaml.Forms.keys;
import static io.rowloom.model.yaml.Forms.oneOf;
import static io.rowloom.model.yaml.Forms.optional;
import static io.rowloom.model.yaml.Forms.required;
import static io.rowloom.model.yaml.Forms.text;
import static io.rowloom.model.yaml.Forms.words;
import static io.rowloom.model.yaml.TypeFormat.ENUM;
import static io.rowloom.model.yaml.TypeFormat.JAVA;
import static io.rowloom.model.yaml.TypeFormat.JSON;
import static io.rowloom.model.yaml.TypeFormat.TYPE;

import io.rowloom.model.TimestampFormat;
import io.rowloom.model.yaml.Form.Anything;
import io.rowloom.model.yaml.Form.Either;
import io.rowloom.model.yaml.Form.Keys;
import io.rowloom.model.yaml.Form.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How a column is written. */
public final class ColumnFormat {
    static final Form ACTION = words(
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

    static final Form TARGET = either(
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

    static final Form COLUMN = either(
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

    private ColumnFormat() {}

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
}
