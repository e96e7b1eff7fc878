package io.rowloom.model.name;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The singular of an English word, by the rules that {@code docs/model-format.md} states; never by a library, whose next
 * version would rename classes.
 */
final class Singular {
    private static final Set<String> UNCHANGED = Set.of(
            "alias", "atlas", "aws", "bias", "canvas", "chaos", "css", "dns", "gas", "gps", "https", "ios", "js",
            "kudos", "lens", "news", "os", "series", "sms", "species", "tls");

    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("aliases", "alias"),
            Map.entry("analyses", "analysis"),
            Map.entry("atlases", "atlas"),
            Map.entry("axes", "axis"),
            Map.entry("biases", "bias"),
            Map.entry("caches", "cache"),
            Map.entry("canvases", "canvas"),
            Map.entry("children", "child"),
            Map.entry("cookies", "cookie"),
            Map.entry("crises", "crisis"),
            Map.entry("criteria", "criterion"),
            Map.entry("diagnoses", "diagnosis"),
            Map.entry("excuses", "excuse"),
            Map.entry("gases", "gas"),
            Map.entry("halves", "half"),
            Map.entry("hypotheses", "hypothesis"),
            Map.entry("indices", "index"),
            Map.entry("knives", "knife"),
            Map.entry("leaves", "leaf"),
            Map.entry("lenses", "lens"),
            Map.entry("lives", "life"),
            Map.entry("matrices", "matrix"),
            Map.entry("men", "man"),
            Map.entry("movies", "movie"),
            Map.entry("niches", "niche"),
            Map.entry("people", "person"),
            Map.entry("quizzes", "quiz"),
            Map.entry("shelves", "shelf"),
            Map.entry("shoes", "shoe"),
            Map.entry("theses", "thesis"),
            Map.entry("vertices", "vertex"),
            Map.entry("wolves", "wolf"),
            Map.entry("women", "woman"));

    private Singular() {}

    /** The singular of one word; the word itself if it is none of the plurals that the rules know. */
    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        String irregular = IRREGULAR.get(lower);
        if (irregular != null) {
            return irregular;
        }
        if (!lower.endsWith("s")
                || lower.length() < 3
                || UNCHANGED.contains(lower)
                || lower.endsWith("ss")
                || lower.endsWith("us")
                || lower.endsWith("is")) {
            return word;
        }
        if (lower.endsWith("ies")) {
            return lower.length() > 4 ? without(word, 3) + "y" : without(word, 1);
        }
        return without(word, endsInEs(lower) ? 2 : 1);
    }

    /** Whether the plural was made by {@code es}: addresses, boxes, batches, hashes, heroes, statuses. */
    private static boolean endsInEs(String lower) {
        if (lower.endsWith("uses")) {
            return !(lower.endsWith("auses") || lower.endsWith("ouses") || lower.equals("uses"));
        }
        return lower.endsWith("sses")
                || lower.endsWith("xes")
                || lower.endsWith("zzes")
                || lower.endsWith("ches")
                || lower.endsWith("shes")
                || lower.endsWith("oes");
    }

    private static String without(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }
}
