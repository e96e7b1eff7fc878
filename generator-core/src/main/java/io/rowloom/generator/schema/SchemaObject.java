package io.rowloom.generator.schema;

import io.rowloom.generator.sqlite.SqliteNames;

/**
 * A view, a trigger or a virtual table: its name, where it belongs and its text are all that is known.
 *
 * @param kind what it is
 * @param name its name
 * @param table the table or view that a trigger is on; for others the name again
 * @param sql the CREATE statement as the engine keeps it
 */
public record SchemaObject(Kind kind, String name, String table, String sql) {

    /** What an object is. */
    public enum Kind {
        VIRTUAL_TABLE("virtual table", "TABLE"),
        VIEW("view", "VIEW"),
        TRIGGER("trigger", "TRIGGER");

        private final String word;
        private final String keyword;

        Kind(String word, String keyword) {
            this.word = word;
            this.keyword = keyword;
        }

        /** What people call it. */
        public String word() {
            return word;
        }
    }

    /** What tells it from other objects, {@code view sizes}; triggers may have the names of tables. */
    public String key() {
        return kind.word + ' ' + SqlExpression.lower(name);
    }

    /** What it says, without regard to blanks, comments and quotes. */
    public String signature() {
        return SqlExpression.canonical(sql, "");
    }

    /** The statement that drops it. */
    public String drop() {
        return "DROP " + kind.keyword + ' ' + SqliteNames.quote(name);
    }

    /** Whether it speaks of a table, view or virtual table; a full-text index names its table in a string. */
    public boolean mentions(String other) {
        return table.equalsIgnoreCase(other)
                || SqlTokenizer.tokens(sql).stream()
                        .anyMatch(token -> token.kind() != SqlToken.Kind.PARAMETER
                                && token.name().equalsIgnoreCase(other));
    }
}
