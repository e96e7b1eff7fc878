package io.rowloom.model.roundtrip;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that differ from all others of their model, also without regard to case, and what they are in Java. */
final class Names {
    /** Their capital forms stand where a spelling marks words by capitals. */
    private static final List<String> FIRST = List.of("alpha", "beta", "chat", "order", "user");

    private static final List<String> LAST = List.of("path", "value", "total", "name", "kind");

    /** The last word of a table's name, and of its record. */
    private static final List<List<String>> NOUNS = List.of(
            List.of("sessions", "Session"),
            List.of("entries", "Entry"),
            List.of("addresses", "Address"),
            List.of("statuses", "Status"),
            List.of("databases", "Database"),
            List.of("data", "Data"),
            List.of("people", "Person"),
            List.of("series", "Series"));

    private static final List<String> HOSTILE = List.of(
            "select",
            "two words",
            "a\"b",
            "a'b",
            "`tick`",
            "[b]",
            "{b}",
            "); DROP --",
            "/* c",
            "*/",
            "a.b",
            "a(b)",
            "a, b",
            "# hash",
            "a: b",
            "- dash",
            "? mark",
            "&anchor",
            "*alias",
            "!tag",
            "%percent",
            "@at",
            "|",
            ">",
            "$x",
            "null",
            "true",
            "~",
            "<<",
            "\u00e4\u00f6 \u6f22\u5b57",
            "\uD83E\uDD16",
            "\\",
            "=",
            "---",
            "\ue000?");

    private static final Pattern WORDS = Pattern.compile("([A-Za-z]+[0-9]+)(?:[-_ ]?([A-Za-z]+))?");

    /**
     * A name.
     *
     * @param sql as it is written
     * @param java what it becomes, or is said to become
     */
    record Name(String sql, String java) {}

    private final Random random;
    private int counter;

    Names(Random random) {
        this.random = random;
    }

    /** A name of a column; nearly always one that gives its Java name. */
    Name column() {
        if (random.nextInt(5) == 0) {
            return new Name(any(HOSTILE) + ++counter, "given" + counter);
        }
        return spelled(any(FIRST) + ++counter, any(LAST));
    }

    /** A name that is the same in Java. */
    String plain() {
        return any(FIRST) + ++counter;
    }

    /** A name that nothing in Java has. */
    String sql() {
        return column().sql();
    }

    /** A name of a Java type. */
    String type() {
        return capital(plain());
    }

    /** The name of a table or view with its accessor, and the record. */
    List<String> table() {
        if (random.nextInt(5) == 0) {
            return List.of(any(HOSTILE) + ++counter, "given" + counter, "Given" + counter);
        }
        String first = any(FIRST) + ++counter;
        List<String> noun = any(NOUNS);
        Name name = spelled(first, noun.get(0));
        return List.of(name.sql(), name.java(), capital(first) + noun.get(1));
    }

    private Name spelled(String first, String last) {
        String camel = first + capital(last);
        return new Name(
                switch (random.nextInt(6)) {
                    case 0 -> first + '-' + last;
                    case 1 -> camel;
                    case 2 -> first + ' ' + last;
                    case 3 -> (first + '_' + last).toUpperCase(Locale.ROOT);
                    default -> first + '_' + last;
                },
                camel);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** What Java calls it if nothing else is said; empty where a model of these tests has to say. */
    static String derived(String sql) {
        Matcher words = WORDS.matcher(sql);
        return words.matches() ? words.group(1).toLowerCase(Locale.ROOT) + lastWord(words) : "";
    }

    /** The record of a table if nothing else is said; empty where a model of these tests has to say. */
    static String derivedRecord(String table) {
        Matcher words = WORDS.matcher(table);
        if (words.matches()) {
            for (List<String> noun : NOUNS) {
                if (capital(noun.get(0)).equals(lastWord(words))) {
                    return capital(words.group(1).toLowerCase(Locale.ROOT)) + noun.get(1);
                }
            }
        }
        return "";
    }

    private static String lastWord(Matcher words) {
        return words.group(2) == null ? "" : capital(words.group(2).toLowerCase(Locale.ROOT));
    }
}
