package io.rowloom.generator.lint;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many tables and columns there are, and how many of them are described.
 *
 * @param tables how many tables there are
 * @param describedTables how many of them are described
 * @param columns how many columns there are
 * @param describedColumns how many of them are described
 */
public record Share(int tables, int describedTables, int columns, int describedColumns) {
    /** What a document says, of any version; written by {@link #text}. */
    private static final Pattern TEXT =
            Pattern.compile("(?m)^- Described: (\\d{1,9}) of (\\d{1,9}) tables?, (\\d{1,9}) of (\\d{1,9}) columns?");

    /** The share that a reference document states; empty if it states none. */
    public static Optional<Share> in(String document) {
        Matcher text = TEXT.matcher(document);
        return text.find()
                ? Optional.of(new Share(number(text, 2), number(text, 1), number(text, 4), number(text, 3)))
                : Optional.empty();
    }

    /** Both together in per cent, rounded down so that only everything is 100. */
    public int percent() {
        return all() == 0 ? 100 : (int) (described() * 100 / all());
    }

    /** Whether it is smaller than another one, also where both are the same when rounded. Of nothing, everything is described. */
    public boolean isBelow(Share other) {
        long own = all() == 0 ? 1 : described();
        long its = other.all() == 0 ? 1 : other.described();
        return own * Math.max(1, other.all()) < its * Math.max(1, all());
    }

    /** As the document and messages have it: {@code 1 of 2 tables, 2 of 4 columns (50 %)}. */
    public String text() {
        return part(describedTables, tables, "table") + ", " + part(describedColumns, columns, "column") + " ("
                + percent() + " %)";
    }

    private long all() {
        return (long) tables + columns;
    }

    private long described() {
        return (long) describedTables + describedColumns;
    }

    private static String part(int described, int all, String thing) {
        return described + " of " + all + ' ' + thing + (all == 1 ? "" : "s");
    }

    private static int number(Matcher text, int group) {
        return Integer.parseInt(text.group(group));
    }
}
