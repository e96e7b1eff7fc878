package io.rowloom.runtime;

/** Values cut to a length that a message can bear. */
final class Shortened {
    private static final int LIMIT = 80;

    private Shortened() {}

    /** The text, or its beginning and its length. */
    static String text(String value) {
        return value.length() <= LIMIT ? value : value.substring(0, LIMIT) + "… (" + value.length() + " characters)";
    }
}
