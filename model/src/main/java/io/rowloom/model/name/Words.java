package io.rowloom.model.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a name: letters and digits, divided by everything else and where a small letter meets a capital.
 *
 * <p>{@code claude-code} has the words claude and code, as have {@code claude_code}, {@code claudeCode} and {@code
 * CLAUDE_CODE}; {@code HTTPServer} has HTTP and Server.
 */
final class Words {
    private Words() {}

    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = -1;
        int before = 0;
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            int next = i + Character.charCount(c);
            if (!isPart(c, start >= 0)) {
                if (start >= 0) {
                    words.add(name.substring(start, i));
                }
                start = -1;
            } else if (start < 0) {
                start = i;
            } else if (Character.isUpperCase(c)
                    && (!Character.isUpperCase(before)
                            || next < name.length() && Character.isLowerCase(name.codePointAt(next)))) {
                words.add(name.substring(start, i));
                start = i;
            }
            before = c;
            i = next;
        }
        if (start >= 0) {
            words.add(name.substring(start));
        }
        return words;
    }

    /** Letters and digits, and the marks that belong to the letter before them. */
    private static boolean isPart(int c, boolean inWord) {
        return Character.isJavaIdentifierPart(c)
                && !Character.isIdentifierIgnorable(c)
                && switch (Character.getType(c)) {
                    case Character.CURRENCY_SYMBOL, Character.CONNECTOR_PUNCTUATION -> false;
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> inWord;
                    default -> true;
                };
    }

    /** The word with a capital at its front and small letters behind. */
    static String capitalized(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return new StringBuilder(word.length())
                .appendCodePoint(Character.toTitleCase(word.codePointAt(0)))
                .append(word.substring(first).toLowerCase(Locale.ROOT))
                .toString();
    }
}
