package io.rowloom.runtime;

/** Values cut to a length that a message can bear. */
final class Shortened {
    private static final int LIMIT = 80;

    private static final int LINES_LIMIT = 1_000;

    private Shortened() {}

    /** SQL, of which more may be shown. */
    static String lines(String sql) {
        return sql.length() <= LINES_LIMIT ? sql : sql.substring(0, LINES_LIMIT) + "…";
    }

    /** The text, or its beginning and its length. */
    static String text(String value) {
        return value.length() <= LIMIT ? value : value.substring(0, LIMIT) + "… (" + value.length() + " characters)";
    }
}
