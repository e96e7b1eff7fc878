package io.rowloom.generator.docs;

import io.rowloom.generator.docs.TableDiagrams.Detail;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides which diagrams the document has, so that each can be read and none passes a limit. */
final class Diagrams {
    /** More boxes than this nobody can read. */
    static final int MOST_BOXES = 25;
    /** With more columns than this in all, a diagram shows keys alone. */
    private static final int MOST_COLUMNS = 30;

    private static final String IN_WORDS = "The diagram in words";

    private final Links links;
    private final References references;
    private final TableDiagrams tables;
    private final Function<Diagram, Optional<String>> drawing;

    /**
     * @param links the links of the file that the diagrams stand in
     * @param drawing draws a diagram as Markdown, or not if it is too large
     */
    Diagrams(Links links, References references, Function<Diagram, Optional<String>> drawing) {
        this.links = links;
        this.references = references;
        this.tables = new TableDiagrams(table -> links.tableAddress(table.name()));
        this.drawing = drawing;
    }

    /** The whole database as boxes and lines, of its sections if it has too many tables; nothing without references. */
    List<String> overview(String database, Map<String, List<Table>> sections) {
        List<Reference> all = references.all();
        if (all.isEmpty()) {
            return List.of();
        }
        Optional<String> drawn = ends(all).size() > MOST_BOXES
                ? Optional.empty()
                : drawing.apply(
                        tables.of("Tables of " + database + " that refer to each other", all, table -> Detail.NAME));
        if (drawn.isPresent()) {
            return List.of(drawn.get(), inWords(all));
        }
        return overviewOfSections(database, sections);
    }

    private List<String> overviewOfSections(String database, Map<String, List<Table>> sections) {
        Map<String, String> sectionOf = new LinkedHashMap<>();
        sections.forEach((title, members) -> members.forEach(table -> sectionOf.put(table.name(), title)));
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        Set<String> boxes = new HashSet<>();
        for (Reference reference : references.all()) {
            String from = sectionOf.get(reference.from().name());
            String to = sectionOf.get(reference.to().name());
            if (!from.equals(to)) {
                counts.merge(List.of(from, to), 1, Integer::sum);
                boxes.add(from);
                boxes.add(to);
            }
        }
        String introduction = "All tables would be too many for one diagram; each section has its own.";
        if (counts.isEmpty()) {
            return List.of(introduction);
        }
        List<String> words = new ArrayList<>();
        List<Diagram.Edge> edges = new ArrayList<>();
        counts.forEach((ends, count) -> {
            String number = count + (count == 1 ? " reference" : " references");
            edges.add(new Diagram.Edge(ends.get(0), ends.get(1), number, false, false));
            words.add("- " + links.section(ends.get(0)) + " → " + links.section(ends.get(1)) + ": " + number);
        });
        List<Diagram.Box> drawn = new ArrayList<>();
        for (String title : sections.keySet()) {
            if (boxes.contains(title)) {
                drawn.add(new Diagram.Box(title, links.sectionAddress(title), List.of()));
            }
        }
        Optional<String> diagram = boxes.size() > MOST_BOXES
                ? Optional.empty()
                : drawing.apply(new Diagram("Sections of " + database + " that refer to each other", drawn, edges));
        List<String> shown = new ArrayList<>(List.of(introduction));
        diagram.ifPresent(shown::add);
        shown.add(folded(diagram.isPresent() ? IN_WORDS : "References between sections", words));
        return shown;
    }

    /** The tables of a section, and the tables elsewhere that they refer to as boxes; in parts where one is too large. */
    List<String> section(String title, List<Table> members) {
        List<String> diagrams = new ArrayList<>();
        List<Reference> all = new ArrayList<>();
        List<Reference> part = new ArrayList<>();
        Set<String> boxes = new HashSet<>();
        for (Table table : members) {
            List<Reference> own = references.from(table);
            if (own.isEmpty()) {
                continue;
            }
            Set<String> together = new HashSet<>(boxes);
            together.addAll(ends(own));
            if (!part.isEmpty() && together.size() > MOST_BOXES) {
                addSection(diagrams, title, part, members);
                part.clear();
                together = ends(own);
            }
            part.addAll(own);
            all.addAll(own);
            boxes = together;
        }
        if (!part.isEmpty()) {
            addSection(diagrams, title, part, members);
        }
        if (!all.isEmpty()) {
            diagrams.add(inWords(all));
        }
        return diagrams;
    }

    private void addSection(List<String> diagrams, String title, List<Reference> part, List<Table> members) {
        Set<String> within = new HashSet<>();
        members.forEach(table -> within.add(table.name()));
        Set<String> ends = ends(part);
        int columns = 0;
        for (Table table : members) {
            columns += ends.contains(table.name()) ? table.columns().size() : 0;
        }
        Detail detail = columns > MOST_COLUMNS ? Detail.KEYS : Detail.COLUMNS;
        draw(title, part, table -> within.contains(table.name()) ? detail : Detail.NAME)
                .ifPresent(diagrams::add);
    }

    /** A table and what it refers to or is referred to by, as boxes; nothing if there is none. */
    List<String> around(Table table) {
        List<Reference> near = new ArrayList<>(references.from(table));
        for (Reference reference : references.to(table)) {
            if (!reference.from().name().equals(table.name())) {
                near.add(reference);
            }
        }
        if (near.isEmpty()) {
            return List.of();
        }
        List<Reference> shown = new ArrayList<>();
        Set<String> boxes = new HashSet<>(Set.of(table.name()));
        for (Reference reference : near) {
            String other = (reference.from().name().equals(table.name()) ? reference.to() : reference.from()).name();
            if (boxes.contains(other) || boxes.size() < MOST_BOXES) {
                boxes.add(other);
                shown.add(reference);
            }
        }
        Detail detail = table.columns().size() > MOST_COLUMNS / 2 ? Detail.KEYS : Detail.COLUMNS;
        List<String> diagrams = new ArrayList<>();
        draw(
                        table.name() + " and its neighbours",
                        shown,
                        other -> other.name().equals(table.name()) ? detail : Detail.NAME)
                .ifPresent(diagrams::add);
        if (shown.size() < near.size()) {
            diagrams.add(near.size() - shown.size() + " more references are in the lists of this table.");
        }
        return diagrams;
    }

    /** With less in the boxes where it is too large otherwise; not at all where even that does not help. */
    private Optional<String> draw(String title, List<Reference> part, Function<Table, Detail> detail) {
        if (ends(part).size() > MOST_BOXES) {
            return Optional.empty();
        }
        Optional<String> drawn = drawing.apply(tables.of(title, part, detail));
        return drawn.isPresent() ? drawn : drawing.apply(tables.of(title, part, table -> Detail.NAME));
    }

    private static Set<String> ends(List<Reference> part) {
        Set<String> ends = new HashSet<>();
        for (Reference reference : part) {
            ends.add(reference.from().name());
            ends.add(reference.to().name());
        }
        return ends;
    }

    /** What the lines say, for people who cannot see them and for search. */
    private String inWords(List<Reference> part) {
        List<String> sentences = new ArrayList<>();
        for (Reference reference : part) {
            sentences.add("- A row of " + links.table(reference.from().name()) + " refers to one row "
                    + (reference.isOptional() ? "or none " : "") + "of "
                    + links.table(reference.to().name()) + " by "
                    + Markdown.codes(reference.key().columns())
                    + (reference.isSingle() ? ", no two to the same" : "") + '.');
        }
        return folded(IN_WORDS, sentences);
    }

    private static String folded(String summary, List<String> lines) {
        return "<details>\n<summary>" + summary + "</summary>\n\n" + String.join("\n", lines) + "\n\n</details>";
    }
}
