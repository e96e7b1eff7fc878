package io.rowloom.generator.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Text of a model on its way into an SQL file: which characters are unsafe there, and how it becomes comment lines. */
final class SqliteText {
    /** Where comment lines are wrapped, in characters. */
    private static final int WIDTH = 100;

    private SqliteText() {}

    /**
     * Whether a character must not stand in an SQL file as itself: line ends, NUL, which ends a statement in the C
     * interface, other controls but the tab, and the marks that make text read otherwise than it is
     * (<a href="https://www.unicode.org/reports/tr9/">UAX #9</a>).
     */
    static boolean isUnsafe(int character) {
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

    /** Whether every character may stand in an SQL file as itself. */
    static boolean isSafe(String text) {
        for (int position = 0; position < text.length(); ) {
            int character = text.codePointAt(position);
            if (isUnsafe(character)) {
                return false;
            }
            position += Character.charCount(character);
        }
        return true;
    }

    /** The text as lines that can each follow {@code "-- "}, wrapped between words. */
    static List<String> commentLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        text.strip().codePoints().forEach(character -> {
            if (isLineEnd(character)) {
                wrap(line.toString(), lines);
                line.setLength(0);
            } else if (character != '\r') {
                line.appendCodePoint(isUnsafe(character) ? 0xfffd : character);
            }
        });
        wrap(line.toString(), lines);
        return lines;
    }

    /** The text as one line that can follow {@code "-- "}. */
    static String commentLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.strip().codePoints().forEach(character -> {
            if (isLineEnd(character) || character == '\r') {
                line.append(' ');
            } else {
                line.appendCodePoint(isUnsafe(character) ? 0xfffd : character);
            }
        });
        return line.toString();
    }

    private static boolean isLineEnd(int character) {
        return character == '\n' || character == 0x85 || character == 0x2028 || character == 0x2029;
    }

    private static void wrap(String text, List<String> lines) {
        String rest = text.stripTrailing();
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= 0 || rest.substring(0, space).isBlank()) {
                space = rest.indexOf(' ', WIDTH);
            }
            if (space < 0) {
                break;
            }
            lines.add(rest.substring(0, space).stripTrailing());
            rest = rest.substring(space + 1).stripLeading();
        }
        lines.add(rest);
    }
}
