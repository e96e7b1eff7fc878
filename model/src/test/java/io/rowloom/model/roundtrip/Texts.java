package io.rowloom.model.roundtrip;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Texts that would like to be something else in YAML. */
final class Texts {
    private static final List<String> ALL = List.of(
            "plain",
            "A sentence of several words, and a comma.",
            "on",
            "no",
            "012",
            "1e3",
            "true",
            "null",
            "Null",
            "~",
            "now",
            "-",
            "- item",
            "key: value",
            "a # no comment",
            "#comment",
            "? mark",
            "why?",
            "what ? is",
            "{a: b}",
            "[a, b]",
            "a, b]",
            "&a *b",
            "!!str x",
            "%YAML 1.1",
            "@at `tick`",
            "it's \"quoted\"",
            "back\\slash \\n",
            "|",
            "> folded",
            " space in front",
            "space behind ",
            "two  spaces  within it",
            "line\nline",
            "line\n\n  indented\n\nline\n",
            "  indented first\nline",
            "\nempty first",
            "many ends\n\n\n",
            "line \nbehind a space",
            "tab\tin it",
            "\ttab in front",
            "cr\r\nlf\rcr",
            "bell \u0007 escape \u001b delete \u007f",
            "nel \u0085 ls \u2028 ps \u2029 bom \ufeff end",
            "\u00e4\u00f6\u00fc \u6f22\u5b57 \uD83E\uDD16",
            "\u202eright to left",
            "private \ue000 use? \ue001",
            "\\uE000?",
            "---",
            "...",
            "--- a\nb",
            "a:b",
            "http://example.com/x?y=z#f",
            "a -- b; DROP TABLE x; /* ",
            "<<",
            "=");

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    /** A text with something in it. */
    String text() {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** A text, perhaps none. */
    Optional<String> maybe() {
        return random.nextInt(3) == 0 ? Optional.of(text()) : Optional.empty();
    }

    /** Something that stands for SQL; this module does not read it. */
    String sql() {
        return random.nextBoolean() ? "a <> '" + random.nextInt(10) + "'" : text().replace('\r', '\n') + " -- sql";
    }
}
