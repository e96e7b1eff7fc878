package io.rowloom.generator.sqlite;

import java.util.Collection;
import java.util.StringJoiner;

/**
 * Quotes names, so that any name works and none can be taken for a keyword or break out.
 *
 * <p>Source: <a href="https://sqlite.org/lang_keywords.html">SQLite Keywords</a>.
 */
public final class SqliteNames {
    private SqliteNames() {}

    /** The name in double quotes, those within it doubled. */
    public static String quote(String name) {
        return name.indexOf('"') < 0 ? '"' + name + '"' : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** The names quoted, with commas between them and without parentheses. */
    public static String quoteAll(Collection<String> names) {
        StringJoiner list = new StringJoiner(", ");
        for (String name : names) {
            list.add(quote(name));
        }
        return list.toString();
    }
}
