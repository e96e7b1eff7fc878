package io.rowloom.model.problem;

import java.util.Locale;

/** The rules that a model is held to; each has a fixture folder and a heading in the docs, named by its {@link #id()}. */
public enum ProblemCode {
    /** A key that the format does not know at this place. */
    UNKNOWN_KEY,

    // What the database engine says.
    /** An SQL expression that SQLite does not take, or that would end before or behind its place. */
    INVALID_EXPRESSION,
    /** A table or an index that SQLite refuses for another reason than an expression. */
    REFUSED_BY_SQLITE;

    /** The code as users see it: {@code unknown-key}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
