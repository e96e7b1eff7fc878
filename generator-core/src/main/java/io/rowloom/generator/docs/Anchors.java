package io.rowloom.generator.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Where the links of a page lead. A heading gets an anchor from the forge by itself; where that one is not the same
 * everywhere, or two headings would share it, the page sets one of its own.
 */
final class Anchors {
    private final Map<String, Integer> automatic = new HashMap<>();
    private final Set<String> explicit = new HashSet<>();

    private final boolean forges;

    /**
     * @param headings the text of every heading of the page
     * @param forges whether the page is shown by something that gives headings an anchor
     */
    Anchors(List<String> headings, boolean forges) {
        this.forges = forges;
        for (String heading : headings) {
            automatic.merge(slug(heading), 1, Integer::sum);
        }
    }

    /** A heading's place: the name that links use, and what the heading must hold for it to exist. */
    record Anchor(String name, String tag) {}

    /** The anchor of a heading; asked for once per heading. */
    Anchor of(String kind, String heading) {
        String slug = slug(heading);
        if (slug.equals(heading.toLowerCase(Locale.ROOT).replace(' ', '-'))
                && !endsInNumber(slug)
                && automatic.getOrDefault(slug, 0) == 1) {
            return new Anchor(slug, forges ? "" : tag(slug));
        }
        String base = slug.isEmpty() ? kind : kind + '-' + slug;
        return place(base);
    }

    /** A place of its own, of a name that no heading has. */
    Anchor place(String base) {
        String name = base;
        for (int i = 2; automatic.containsKey(name) || !explicit.add(name); i++) {
            name = base + '-' + i;
        }
        return new Anchor(name, tag(name));
    }

    /** What makes a place that links of that name find. */
    static String tag(String name) {
        return "<a id=\"" + name + "\"></a>";
    }

    /** The anchors that a heading of that text would have, as far as nothing else is there. */
    String former(String kind, String heading) {
        String slug = slug(heading);
        StringBuilder tags = new StringBuilder();
        for (String name : List.of(slug, kind + '-' + slug)) {
            if (!slug.isEmpty() && !automatic.containsKey(name) && explicit.add(name)) {
                tags.append(tag(name));
            }
        }
        return tags.toString();
    }

    /** Forges number headings that are alike, {@code notes-1}. */
    private static boolean endsInNumber(String slug) {
        int hyphen = slug.lastIndexOf('-');
        return hyphen >= 0 && slug.substring(hyphen + 1).chars().allMatch(Character::isDigit);
    }

    /** The ASCII letters, digits, underscores and single hyphens of a text, what all forges agree on. */
    static String slug(String heading) {
        StringBuilder slug = new StringBuilder();
        String text = heading.toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_') {
                slug.append(c);
            } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        int end = slug.length();
        while (end > 0 && slug.charAt(end - 1) == '-') {
            end--;
        }
        return slug.substring(0, end);
    }
}
