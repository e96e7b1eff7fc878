package io.rowloom.generator.sqlite;

import io.rowloom.generator.text.PlainText;
import java.util.ArrayList;
import java.util.List;

/** Text of a model as comment lines. */
public final class SqliteText {
    /** Where comment lines are wrapped, in characters. */
    private static final int WIDTH = 100;

    private SqliteText() {}

    /** The text as lines that can each follow {@code "-- "}, wrapped between words. */
    public static List<String> commentLines(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : PlainText.lines(text.strip()).split("\n", -1)) {
            wrap(line, lines);
        }
        return lines;
    }

    /** The text as one line that can follow {@code "-- "}. */
    static String commentLine(String text) {
        return PlainText.oneLine(text.strip());
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
