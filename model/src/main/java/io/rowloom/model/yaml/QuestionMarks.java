package io.rowloom.model.yaml;

import java.util.Locale;

/**
 * Lets a plain text within braces or brackets hold a question mark, as in {@code {type: text?}}.
 *
 * <p>YAML 1.2 allows that, and editors follow it; the parser follows YAML 1.1, in which such a text ends at the mark. So a
 * mark that stands where it cannot begin anything is replaced by one character of the private use area that the text does
 * not hold, and put back in everything that the parser gives. Places stay the same.
 */
final class QuestionMarks {
    private static final char FIRST = '\uE000';
    private static final char LAST = '\uF8FF';

    private final String text;
    private final char standIn;

    private QuestionMarks(String text, char standIn) {
        this.text = text;
        this.standIn = standIn;
    }

    /** Hides the marks of a file. */
    static QuestionMarks hide(String text) {
        int mark = text.indexOf('?');
        char standIn = FIRST;
        while (mark >= 0 && standIn < LAST && holds(text, standIn)) {
            standIn++;
        }
        // A text that holds them all is nobody's model; it is read as YAML 1.1.
        if (mark < 0 || standIn == LAST) {
            return new QuestionMarks(text, '?');
        }
        char[] hidden = text.toCharArray();
        for (int i = mark; i < hidden.length; i++) {
            if (hidden[i] == '?'
                    && (i > 0 && isText(hidden[i - 1]) || i + 1 < hidden.length && isText(hidden[i + 1]))) {
                hidden[i] = standIn;
            }
        }
        return new QuestionMarks(new String(hidden), standIn);
    }

    /** Whether the text holds the character, or perhaps an escape that makes it. */
    private static boolean holds(String text, char standIn) {
        if (text.indexOf(standIn) >= 0) {
            return true;
        }
        if (text.indexOf('\\') < 0) {
            return false;
        }
        String digits = Integer.toHexString(standIn);
        return text.contains(digits) || text.toLowerCase(Locale.ROOT).contains(digits);
    }

    /** A mark beside such a character is part of a text; one that begins a key has a space or an indicator on both sides. */
    private static boolean isText(char beside) {
        return switch (beside) {
            case ' ', '\t', '\n', '\r', '{', '}', '[', ']', ',', ':', '?', '"', '\'' -> false;
            default -> true;
        };
    }

    /** The text to parse. */
    String text() {
        return text;
    }

    /** A part of what the parser read, or said of it, with the marks put back. */
    String restore(String parsed) {
        return parsed.replace(standIn, '?');
    }
}
