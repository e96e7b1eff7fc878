package io.rowloom.generator.sqlite;

import io.rowloom.model.FullText;
import io.rowloom.model.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Spells a full-text index: a virtual table that finds words of another table's rows, and the triggers that keep it in step.
 *
 * @see <a href="https://sqlite.org/fts5.html#external_content_tables">External Content Tables</a>
 */
final class CreateFullText {
    private final Table table;
    private final FullText index;
    private final String name;
    private final String key;

    CreateFullText(Table table, FullText index) {
        this.table = table;
        this.index = index;
        this.name = SqliteNames.quote(index.name());
        this.key = table.primaryKey().orElseThrow().columns().get(0);
    }

    String table() {
        String tokenizer = index.tokenizer()
                .map(words -> ",\n  tokenize=" + literal(words))
                .orElse("");
        return "CREATE VIRTUAL TABLE " + name + " USING fts5(\n  " + columns(SqliteNames::quote) + ",\n  content="
                + literal(table.name()) + ",\n  content_rowid=" + literal(key) + tokenizer
                + "\n)";
    }

    /** The triggers by the order of their names in the model. */
    List<String> triggers() {
        List<String> names = index.triggers();
        String changed = columns(SqliteNames::quote) + ", " + SqliteNames.quote(key);
        return List.of(
                trigger(names.get(0), "INSERT", add()),
                trigger(names.get(1), "DELETE", remove()),
                trigger(names.get(2), "UPDATE OF " + changed, remove() + add()));
    }

    private String trigger(String trigger, String event, String body) {
        return "CREATE TRIGGER " + SqliteNames.quote(trigger) + " AFTER " + event + " ON "
                + SqliteNames.quote(table.name()) + " BEGIN\n" + body + "END";
    }

    private String add() {
        return "  INSERT INTO " + name + " (rowid, " + columns(SqliteNames::quote) + ")\n  VALUES (new."
                + SqliteNames.quote(key) + ", " + columns(column -> "new." + SqliteNames.quote(column)) + ");\n";
    }

    private String remove() {
        return "  INSERT INTO " + name + " (" + name + ", rowid, " + columns(SqliteNames::quote)
                + ")\n  VALUES ('delete', old." + SqliteNames.quote(key) + ", "
                + columns(column -> "old." + SqliteNames.quote(column)) + ");\n";
    }

    private String columns(UnaryOperator<String> spelled) {
        return index.columns().stream().map(spelled).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
