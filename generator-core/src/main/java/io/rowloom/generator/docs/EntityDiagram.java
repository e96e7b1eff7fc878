package io.rowloom.generator.docs;

import io.rowloom.generator.sqlite.SqliteTypes;
import io.rowloom.model.Column;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Spells an entity relationship diagram for
 * <a href="https://mermaid.js.org/syntax/entityRelationshipDiagram.html">Mermaid</a> so that every version since 10 takes
 * it: entities in quotes, types and columns of ASCII letters, no words that its lexer keeps for itself. The true names are
 * in the text of the page.
 */
final class EntityDiagram {
    /** More entities than this nobody can read. */
    static final int MOST_ENTITIES = 25;
    /** Mermaid's own limit is 50,000 characters; forges have lower ones at times. */
    private static final int MOST_CHARACTERS = 20_000;

    private final String title;
    private final List<Reference> references;
    private final Set<String> detailed;

    /**
     * @param title what it shows, for people who cannot see it
     * @param references the lines; their ends are the boxes
     * @param detailed the tables that are shown with their keys, by name; others are boxes with nothing in them
     */
    EntityDiagram(String title, List<Reference> references, Set<String> detailed) {
        this.title = title;
        this.references = List.copyOf(references);
        this.detailed = Set.copyOf(detailed);
    }

    /** The diagram as a code block, or nothing if it would be too large. */
    Optional<String> markdown() {
        List<Table> tables = tables();
        if (tables.size() > MOST_ENTITIES) {
            return Optional.empty();
        }
        Map<String, String> names = entityNames(tables);
        StringBuilder text = new StringBuilder("erDiagram\n    accTitle: ");
        text.append(words(title))
                .append("\n    accDescr: ")
                .append(tables.size())
                .append(" tables, ")
                .append(references.size())
                .append(references.size() == 1 ? " reference" : " references")
                .append(", which the page lists as text at each table\n");
        for (Table table : tables) {
            text.append("    ").append(names.get(table.name()));
            if (detailed.contains(table.name())) {
                appendKeys(text, table);
            }
            text.append('\n');
        }
        for (Reference reference : references) {
            text.append("    ")
                    .append(names.get(reference.to().name()))
                    .append(isNullable(reference) ? " |o--" : " ||--")
                    .append(isUnique(reference) ? "o| " : "o{ ")
                    .append(names.get(reference.from().name()))
                    .append(" : \"")
                    .append(words(String.join(", ", reference.key().columns())))
                    .append("\"\n");
        }
        return text.length() > MOST_CHARACTERS
                ? Optional.empty()
                : Optional.of(Markdown.fenced("mermaid", text.toString()));
    }

    /** The boxes, in the order of the lines. */
    private List<Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Reference reference : references) {
            tables.putIfAbsent(reference.from().name(), reference.from());
            tables.putIfAbsent(reference.to().name(), reference.to());
        }
        return List.copyOf(tables.values());
    }

    private static Map<String, String> entityNames(List<Table> tables) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Table table : tables) {
            String base = words(table.name());
            String name = base;
            for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
                name = base + ' ' + i;
            }
            names.put(table.name(), '"' + name + '"');
        }
        return names;
    }

    private static void appendKeys(StringBuilder text, Table table) {
        List<String> lines = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Column column : table.columns()) {
            List<String> roles = roles(table, column);
            if (!roles.isEmpty()) {
                String base = identifier(column.name());
                String name = base;
                for (int i = 2; !taken.add(name); i++) {
                    name = base + '_' + i;
                }
                lines.add("        " + identifier(SqliteTypes.declared(column)) + ' ' + name + ' '
                        + String.join(", ", roles) + '\n');
            }
        }
        if (!lines.isEmpty()) {
            text.append(" {\n");
            lines.forEach(text::append);
            text.append("    }");
        }
    }

    private static List<String> roles(Table table, Column column) {
        List<String> roles = new ArrayList<>();
        if (table.isPrimaryKey(column)) {
            roles.add("PK");
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().contains(column.name()) && !roles.contains("FK")) {
                roles.add("FK");
            }
        }
        return roles;
    }

    private static boolean isNullable(Reference reference) {
        for (String name : reference.key().columns()) {
            if (isNullable(reference.from(), name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNullable(Table table, String name) {
        for (Column column : table.columns()) {
            if (column.name().equals(name)) {
                return column.nullable();
            }
        }
        return false;
    }

    private static boolean isUnique(Reference reference) {
        Set<String> columns = Set.copyOf(reference.key().columns());
        if (reference.from().primaryKey().isPresent()
                && columns.containsAll(reference.from().primaryKey().get().columns())) {
            return true;
        }
        for (UniqueConstraint unique : reference.from().uniques()) {
            if (columns.containsAll(unique.columns())) {
                return true;
            }
        }
        return false;
    }

    /** Letters and digits of any language, blanks, underscores and hyphens; safe within quotes and in titles. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> words.appendCodePoint(Character.isLetterOrDigit(c) || " _-.,".indexOf(c) >= 0 ? c : '_'));
        String stripped = words.toString().strip();
        return stripped.isEmpty() ? "_" : stripped;
    }

    private static String identifier(String text) {
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
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
