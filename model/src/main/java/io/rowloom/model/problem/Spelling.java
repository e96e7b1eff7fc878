package io.rowloom.model.problem;

import java.util.Locale;
import java.util.Optional;

/** How names appear in messages, and which known name an unknown one was probably meant to be. */
public final class Spelling {
    private static final int LONGEST_QUOTED = 60;
    private static final int LONGEST_COMPARED = 64;

    private Spelling() {}

    /** The text in quotes, on one line and not too long. */
    public static String quote(String text) {
        return '\'' + oneLine(text) + '\'';
    }

    /** The text on one line, without control characters and not too long. */
    public static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        int shown = 0;
        for (int i = 0; i < text.length(); ) {
            if (shown++ == LONGEST_QUOTED) {
                return line.append('…').toString();
            }
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isPlain(c)) {
                line.appendCodePoint(c);
            } else {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        }
        return line.toString();
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The sentence {@code did you mean 'sessions'?} if one of {@code known} is near. */
    public static Optional<String> didYouMean(String name, Iterable<String> known) {
        return nearest(name, known).map(near -> "did you mean " + quote(near) + "?");
    }

    /** The known name that is nearest to {@code name}, if it is near: its plural, or a third of the letters may differ. */
    public static Optional<String> nearest(String name, Iterable<String> known) {
        if (name.isEmpty() || name.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        int best = Math.max(1, name.length() / 3) + 1;
        String nearest = null;
        for (String candidate : known) {
            if (candidate.equalsIgnoreCase(wanted + "es")) {
                return Optional.of(candidate);
            }
            if (Math.abs(candidate.length() - name.length()) >= best) {
                continue;
            }
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The number of letters to add, drop, change or swap with their neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(last[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }

    /** What to write for a word that others take for true or false, or for one of the two in quotes. */
    public static Optional<String> trueOrFalse(String text) {
        return switch (text) {
            case "yes", "Yes", "YES", "on", "On", "ON", "y", "Y", "True", "TRUE", "1" -> Optional.of("write true");
            case "no", "No", "NO", "off", "Off", "OFF", "n", "N", "False", "FALSE", "0" -> Optional.of("write false");
            case "true", "false" -> Optional.of("write it without quotes");
            default -> Optional.empty();
        };
    }
}
