package io.rowloom.generator.docs;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Spells a diagram for
 * <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Mermaid</a> so that every version since 10 takes
 * it: entities in quotes, types and columns of ASCII letters, no words that its lexer keeps for itself. The true names are
 * in the text of the page.
 */
final class MermaidDiagram {
    /** Mermaid's own limit is 50,000 characters; forges have lower ones at times. */
    static final int MOST_CHARACTERS = 20_000;
    /** A longer name makes a box that no screen shows. */
    private static final int MOST_LETTERS = 60;

    private MermaidDiagram() {}

    /** The diagram as a code block, or nothing if it would be too large. */
    static Optional<String> markdown(Diagram diagram) {
        StringBuilder text = new StringBuilder("erDiagram\n    accTitle: ");
        text.append(words(diagram.title()))
                .append("\n    accDescr: ")
                .append(diagram.boxes().size())
                .append(diagram.boxes().size() == 1 ? " box, " : " boxes, ")
                .append(diagram.edges().size())
                .append(diagram.edges().size() == 1 ? " reference" : " references")
                .append(", which the page lists as text\n");
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Diagram.Box box : diagram.boxes()) {
            String name = '"' + free(words(box.name()), " ", taken) + '"';
            names.put(box.name(), name);
            text.append("    ").append(name);
            appendLines(text, box);
            text.append('\n');
            if (text.length() > MOST_CHARACTERS) {
                return Optional.empty();
            }
        }
        for (Diagram.Edge edge : diagram.edges()) {
            text.append("    ")
                    .append(names.get(edge.to()))
                    .append(edge.optional() ? " |o--" : " ||--")
                    .append(edge.single() ? "o| " : "o{ ")
                    .append(names.get(edge.from()))
                    .append(" : \"")
                    .append(words(edge.label()))
                    .append("\"\n");
        }
        return text.length() > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(Markdown.fenced("mermaid", text.toString()));
    }

    private static void appendLines(StringBuilder text, Diagram.Box box) {
        if (box.lines().isEmpty()) {
            return;
        }
        text.append(" {\n");
        Set<String> taken = new HashSet<>();
        for (Diagram.Line line : box.lines()) {
            text.append("        ")
                    .append(identifier(line.type()))
                    .append(' ')
                    .append(free(identifier(line.name()), "_", taken));
            for (int i = 0; i < line.roles().size(); i++) {
                text.append(i == 0 ? " " : ", ").append(line.roles().get(i));
            }
            text.append('\n');
        }
        text.append("    }");
    }

    private static String free(String base, String between, Set<String> taken) {
        String name = base;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = base + between + i;
        }
        return name;
    }

    /** Letters and digits of any language, and marks that mean nothing within quotes and in titles. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int letters = 0;
        for (int i = 0; i < text.length() && letters < MOST_LETTERS; letters++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean plain = Character.isLetterOrDigit(c) || " _-.,/()'+:?!".indexOf(c) >= 0;
            // Before a blank it cannot be the beginning of a character reference.
            boolean and = c == '&' && i < text.length() && text.charAt(i) == ' ';
            words.appendCodePoint(plain || and ? c : '_');
        }
        String stripped = words.toString().strip();
        return stripped.isEmpty() ? "_" : stripped;
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < MOST_LETTERS; i++) {
            char c = text.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            name.append(plain ? c : '_');
        }
        if (name.isEmpty() || Character.isDigit(name.charAt(0)) || name.charAt(0) == '_') {
            name.insert(0, 'c');
        }
        return switch (name.toString().toLowerCase(Locale.ROOT)) {
            case "pk", "fk", "uk" -> name.append('_').toString();
            default -> name.toString();
        };
    }
}
