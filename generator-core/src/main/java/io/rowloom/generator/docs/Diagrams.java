package io.rowloom.generator.docs;

import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Decides which diagrams the document has, so that each can be read and none passes a limit. */
final class Diagrams {
    private final PageAnchors anchors;
    private final References references;

    Diagrams(PageAnchors anchors, References references) {
        this.anchors = anchors;
        this.references = references;
    }

    /** The whole database as boxes and lines; nothing if no table refers to another. */
    List<String> overview(String database) {
        if (references.all().isEmpty()) {
            return List.of();
        }
        return new EntityDiagram("Tables of " + database + " that refer to each other", references.all(), Set.of())
                .markdown()
                .map(List::of)
                .orElseGet(
                        () -> List.of("A diagram of all tables would be too large to read; each section has its own."));
    }

    /** The tables of a section with their keys, and the tables elsewhere that they refer to as boxes. */
    List<String> section(String title, List<Table> tables) {
        List<String> diagrams = new ArrayList<>();
        List<Reference> part = new ArrayList<>();
        Set<String> entities = new HashSet<>();
        for (Table table : tables) {
            List<Reference> own = references.from(table);
            Set<String> ends = new HashSet<>();
            own.forEach(reference -> ends.add(reference.to().name()));
            ends.add(table.name());
            Set<String> together = new HashSet<>(entities);
            together.addAll(ends);
            if (!part.isEmpty() && !own.isEmpty() && together.size() > EntityDiagram.MOST_ENTITIES) {
                diagrams.add(diagram(title, part, tables));
                part.clear();
                together = ends;
            }
            if (!own.isEmpty()) {
                part.addAll(own);
                entities = together;
            }
        }
        if (!part.isEmpty()) {
            diagrams.add(diagram(title, part, tables));
        }
        return diagrams;
    }

    private String diagram(String title, List<Reference> part, List<Table> tables) {
        Set<String> detailed = new LinkedHashSet<>();
        tables.forEach(table -> detailed.add(table.name()));
        return new EntityDiagram(title, part, detailed).markdown().orElseGet(() -> list(part));
    }

    private String list(List<Reference> part) {
        List<String> lines = new ArrayList<>();
        for (Reference reference : part) {
            lines.add("- " + link(reference.from()) + " → " + link(reference.to()));
        }
        return String.join("\n", lines);
    }

    private String link(Table table) {
        return Markdown.anchorLink(table.name(), anchors.table(table.name()).name());
    }
}
