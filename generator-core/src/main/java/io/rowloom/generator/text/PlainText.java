package io.rowloom.generator.text;

/** Which characters of a model's texts can stand in a generated file as themselves. */
public final class PlainText {
    /** Stands for a character that cannot be shown. */
    public static final int REPLACEMENT = 0xfffd;

    private PlainText() {}

    /**
     * Whether a character must not stand in a file as itself: line ends, NUL, which ends a statement in the C
     * interface, other controls but the tab, and the marks that make text read otherwise than it is
     * (<a href="https://www.unicode.org/reports/tr9/">UAX #9</a>).
     */
    public static boolean isUnsafe(int character) {
        if (character < 0x20) {
            return character != '\t';
        }
        return character >= 0x7f && character <= 0x9f
                || character == 0x061c
                || character == 0x200e
                || character == 0x200f
                || character >= 0x2028 && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069
                || character == 0xfeff
                || character >= 0xd800 && character <= 0xdfff;
    }

    /** Whether every character may stand in a file as itself. */
    public static boolean isSafe(String text) {
        return firstUnsafe(text, 0) == text.length();
    }

    /** Where the first unsafe character is from a position on, or the length of the text. */
    private static int firstUnsafe(String text, int from) {
        int position = from;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c >= 0x20 && c < 0x7f) {
                position++;
                continue;
            }
            int character = text.codePointAt(position);
            if (isUnsafe(character)) {
                return position;
            }
            position += Character.charCount(character);
        }
        return position;
    }

    /** Whether a character ends a line somewhere; a carriage return is none, as it only comes before a line feed. */
    public static boolean isLineEnd(int character) {
        return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    /** The text with {@code \n} for every line end, and the replacement character for what cannot be shown. */
    public static String lines(String text) {
        int unsafe = firstUnsafe(text, 0);
        while (unsafe < text.length() && text.charAt(unsafe) == '\n') {
            unsafe = firstUnsafe(text, unsafe + 1);
        }
        if (unsafe == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        for (int position = 0; position < text.length(); ) {
            int character = text.codePointAt(position);
            position += Character.charCount(character);
            boolean pair = character == '\r' && position < text.length() && text.charAt(position) == '\n';
            if (isLineEnd(character) || character == '\r') {
                safe.append(pair ? "" : "\n");
            } else {
                safe.appendCodePoint(isUnsafe(character) ? REPLACEMENT : character);
            }
        }
        return safe.toString();
    }

    /** The text on one line, and the replacement character for what cannot be shown. */
    public static String oneLine(String text) {
        return lines(text).replace('\n', ' ');
    }
}
