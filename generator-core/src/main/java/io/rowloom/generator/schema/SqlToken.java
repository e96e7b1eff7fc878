package io.rowloom.generator.schema;

/**
 * A token of SQL text.
 *
 * @param kind what it is
 * @param text its exact spelling
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
public record SqlToken(Kind kind, String text, int start, int end) {

    /** What a token can be; comments and white space are none. */
    public enum Kind {
        /** A keyword or a bare name. */
        WORD,
        /** A name in {@code "…"}, {@code `…`} or {@code […]}. */
        QUOTED,
        /** Text in {@code '…'}, which SQLite also takes for a name where only a name can stand. */
        STRING,
        /** A number. */
        NUMBER,
        /** Bytes, {@code x'00ff'}. */
        BLOB,
        /** A parameter, {@code ?1} or {@code :name}. */
        PARAMETER,
        /** An operator or punctuation. */
        SYMBOL
    }

    /** Whether it is that keyword, in any case and not quoted. */
    public boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether it is that operator or punctuation. */
    public boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The name it spells, without quotes. */
    public String name() {
        return switch (kind) {
            case QUOTED -> text.charAt(0) == '[' ? text.substring(1, text.length() - 1) : unquoted(text);
            case STRING -> unquoted(text);
            default -> text;
        };
    }

    private static String unquoted(String text) {
        String quote = text.substring(0, 1);
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }
}
