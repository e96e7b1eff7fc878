package io.rowloom.model.yaml;

import static io.rowloom.model.yaml.Forms.NAME;
import static io.rowloom.model.yaml.Forms.PROSE;
import static io.rowloom.model.yaml.Forms.SQL;
import static io.rowloom.model.yaml.Forms.keys;
import static io.rowloom.model.yaml.Forms.optional;
import static io.rowloom.model.yaml.Forms.required;
import static io.rowloom.model.yaml.Forms.sql;
import static io.rowloom.model.yaml.Forms.text;
import static io.rowloom.model.yaml.Forms.words;
import static io.rowloom.model.yaml.TypeFormat.JAVA;
import static io.rowloom.model.yaml.TypeFormat.TYPE;

import io.rowloom.model.yaml.Form.ListOf;
import io.rowloom.model.yaml.Form.MapOf;
import io.rowloom.model.yaml.Form.Text;
import java.util.List;

/** How views, triggers and queries are written. */
final class ObjectFormat {
    static final Form VIEW = keys(
            "view",
            "a view",
            List.of(
                    optional("section", PROSE, "The group that the view belongs to in the documents."),
                    optional("description", PROSE, "What one row is."),
                    optional("record", NAME, "The Java record of a row; derived from the view's name if missing."),
                    optional("java", JAVA, "The view's accessor in the database class."),
                    required("sql", sql("a SELECT"), "One SELECT without parameters."),
                    optional(
                            "result",
                            new MapOf("a mapping of result columns", TYPE),
                            "Types of columns that cannot be told from the SQL; a ? at the end allows NULL.")));

    static final Form TRIGGER = keys(
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
                    required("sql", sql("SQL statements"), "What happens, one or more statements.")));

    static final Form QUERY = keys(
            "query",
            "a query",
            List.of(
                    optional(
                            "table",
                            NAME,
                            "The table whose DAO the query joins; the database's own queries if missing."),
                    optional("description", PROSE, "What the query gives."),
                    required("sql", sql("an SQL statement"), "One SQL statement, with parameters like `:cutoff`."),
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
                            new MapOf("a mapping of orders", sql("what stands behind ORDER BY")),
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

    private ObjectFormat() {}
}
