package io.rowloom.generator.docs;

import io.rowloom.generator.docs.Anchors.Anchor;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The anchor of every heading of the document, decided together because they must differ. */
final class PageAnchors {
    private final Map<String, Anchor> chapters = new HashMap<>();
    private final Map<String, Anchor> sections = new HashMap<>();
    private final Map<String, Anchor> tables = new HashMap<>();
    private final Map<String, Anchor> types = new LinkedHashMap<>();
    private final Map<String, Anchor> queries = new HashMap<>();

    /** Takes the fixed headings, the sections and the model with everything else that has a heading. */
    PageAnchors(List<String> fixed, List<String> sectionTitles, Model model) {
        List<String> typeNames = typeNames(model);
        List<String> headings = new ArrayList<>(fixed);
        headings.addAll(sectionTitles);
        model.tables().forEach(table -> headings.add(table.name()));
        headings.addAll(typeNames);
        model.queries().forEach(query -> headings.add(query.name()));
        Anchors anchors = new Anchors(headings);
        fixed.forEach(heading -> chapters.put(heading, anchors.of("chapter", heading)));
        sectionTitles.forEach(title -> sections.put(title, anchors.of("section", title)));
        for (Table table : model.tables()) {
            tables.put(table.name(), anchors.of("table", table.name()));
        }
        typeNames.forEach(name -> types.put(name, anchors.of("type", name)));
        for (NamedQuery query : model.queries()) {
            queries.put(query.name(), anchors.of("query", query.name()));
        }
    }

    private static List<String> typeNames(Model model) {
        List<String> names = new ArrayList<>();
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty()) {
                names.add(type.name());
            }
        }
        for (JsonShape shape : model.shapes()) {
            if (shape.owner().isEmpty()) {
                names.add(shape.name());
            }
        }
        return names;
    }

    Anchor chapter(String heading) {
        return Objects.requireNonNull(chapters.get(heading));
    }

    Anchor section(String title) {
        return Objects.requireNonNull(sections.get(title));
    }

    Anchor table(String name) {
        return Objects.requireNonNull(tables.get(name));
    }

    Anchor type(String name) {
        return Objects.requireNonNull(types.get(name));
    }

    Anchor query(String name) {
        return Objects.requireNonNull(queries.get(name));
    }

    /** Where links to tables lead, by the tables' names. */
    Map<String, String> tableNames() {
        return names(tables);
    }

    /** Where links to named types lead, by the types' names. */
    Map<String, String> typeNames() {
        return names(types);
    }

    private static Map<String, String> names(Map<String, Anchor> anchors) {
        Map<String, String> names = new HashMap<>();
        anchors.forEach((key, anchor) -> names.put(key, anchor.name()));
        return names;
    }
}
