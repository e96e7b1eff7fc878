package io.rowloom.generator.java;

/**
 * Text of a model on its way into Java source: string literals, text blocks and Javadoc that it cannot break out of.
 *
 * <p>A backslash never reaches the source as itself, because javac reads {@code \}{@code u000a} everywhere, in comments
 * too (<a href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.3">JLS 3.3</a>).
 */
final class JavaText {
    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        if (isPlainLiteral(text)) {
            return '"' + text + '"';
        }
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '"') {
                literal.append("\\\"");
            } else {
                escaped(c, literal);
            }
            i += Character.charCount(c);
        }
        return literal.append('"').toString();
    }

    /**
     * A text block whose lines stand at the left margin, or a literal where the text is one line without quotes or has
     * blanks that a block cannot hold.
     *
     * <p>The first line that is not blank sets the margin that javac strips, and spaces at the end of a line would be
     * stripped too, so both are escaped (<a
     * href="https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.6">JLS 3.10.6</a>).
     */
    static String block(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('"') < 0 || hasWideBlank(text)) {
            return literal(text);
        }
        if (isPlainBlock(text)) {
            return "\"\"\"\n" + text + "\"\"\"";
        }
        StringBuilder block = new StringBuilder(text.length() + 32).append("\"\"\"\n");
        boolean margin = false;
        int quotes = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            boolean lineStart = i == 0 || text.charAt(i - 1) == '\n';
            boolean lineEnd = next == text.length() || text.charAt(next) == '\n';
            if (c == '"') {
                quotes++;
                boolean closing = quotes == 3 || next == text.length();
                block.append(closing ? "\\\"" : "\"");
                quotes = closing ? 0 : quotes;
            } else {
                quotes = 0;
                if (c == '\n') {
                    block.append('\n');
                } else if (c == ' ' && (lineEnd || lineStart && !margin)) {
                    block.append("\\s");
                } else if (c <= 0xff && c != '\t' && c != '\r' && isUnsafe(c)) {
                    // In octal, which is read after blanks are stripped; some controls are blanks to javac.
                    block.append(String.format("\\%03o", c));
                } else {
                    escaped(c, block);
                }
            }
            margin |= c != '\n';
            i = next;
        }
        return block.append("\"\"\"").toString();
    }

    /** Whether there is a blank that javac would strip as it does a space, or take for a line end, and that has no escape but {@code \}{@code u}. */
    private static boolean hasWideBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff && Character.isWhitespace(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlainLiteral(String text) {
        for (char c : text.toCharArray()) {
            if (!(isPlain(c) && c != '"' || c == ' ')) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing in a block would need an escape; most SQL is so, and is then copied instead of looked at twice. */
    private static boolean isPlainBlock(String text) {
        char before = ' ';
        for (char c : text.toCharArray()) {
            if (!(isPlain(c) || c == ' ' || c == '\n') || c == '\n' && before == ' ' || c == '"' && before == '"') {
                return false;
            }
            before = c;
        }
        return text.charAt(0) != ' ' && isPlain(before) && before != '"';
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7f && c != '\\';
    }

    /** Text for Javadoc on one line, without markup of its own. */
    static String javadoc(String text) {
        if (isPlainDoc(text)) {
            return text;
        }
        StringBuilder doc = new StringBuilder(text.length() + 16);
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '&') {
                doc.append("&amp;");
            } else if (c == '<') {
                doc.append("&lt;");
            } else if (c == '>') {
                doc.append("&gt;");
            } else if (c == '\\') {
                doc.append("&#92;");
            } else if (c == '/' && before == '*') {
                doc.append("&#47;");
            } else if (c == '@' && !Character.isLetterOrDigit(before)) {
                doc.append("&#64;");
            } else if (isLineEnd(c) || c == '\t') {
                doc.append(' ');
            } else {
                doc.appendCodePoint(isUnsafe(c) ? 0xfffd : c);
            }
            before = c;
            i += Character.charCount(c);
        }
        return doc.toString();
    }

    /** Whether nothing in a text would need an escape; most is so, and is then taken as it is. */
    private static boolean isPlainDoc(String text) {
        for (char c : text.toCharArray()) {
            if (c < ' ' || c >= 0x7f || c == '&' || c == '<' || c == '>' || c == '\\' || c == '/' || c == '@') {
                return false;
            }
        }
        return true;
    }

    /** Code for Javadoc on one line. */
    static String code(String code) {
        if (code.contains("*/")) {
            return "<code>" + javadoc(code) + "</code>";
        }
        for (char c : code.toCharArray()) {
            boolean plain = c >= ' ' && c < 0x7f && c < '{' && c != '@' && c != '\\';
            if (!plain && (c == '{' || c == '}' || c == '@' || c == '\\' || isUnsafe(c))) {
                return "<code>" + javadoc(code) + "</code>";
            }
        }
        return "{@code " + code + '}';
    }

    /** Text for a comment of one line. */
    static String comment(String text) {
        StringBuilder comment = new StringBuilder(text.length());
        text.codePoints().forEach(c -> comment.appendCodePoint(c == '\\' || isUnsafe(c) ? 0xfffd : c));
        return comment.toString();
    }

    private static void escaped(int c, StringBuilder to) {
        switch (c) {
            case '\\' -> to.append("\\\\");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> {
                if (c > ' ' && c < 0x7f) {
                    to.append((char) c);
                } else if (isUnsafe(c)) {
                    to.append(String.format("\\u%04x", c));
                } else {
                    to.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /**
     * Whether a character must not stand in source as itself: controls, lone surrogates, and the marks that make text read
     * otherwise than it is (<a href="https://www.unicode.org/reports/tr9/">UAX #9</a>).
     */
    private static boolean isUnsafe(int c) {
        return c < 0x20
                || c >= 0x7f && c <= 0x9f
                || c == 0xad
                || c == 0x061c
                || c >= 0x200b && c <= 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2060 && c <= 0x206f
                || c == 0xfeff
                || c >= 0xd800 && c <= 0xdfff;
    }
}
