package io.rowloom.generator.docs;

import io.rowloom.generator.docs.Anchors.Anchor;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
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
import org.jspecify.annotations.Nullable;

/** The anchor of every heading of the document, decided together because they must differ. */
final class PageAnchors {
    private final Map<String, Anchor> chapters = new HashMap<>();
    private final Map<String, Anchor> sections = new HashMap<>();
    private final Map<String, Anchor> tables = new HashMap<>();
    private final Map<String, Anchor> types = new LinkedHashMap<>();
    private final Map<String, Anchor> queries = new HashMap<>();
    private final Map<String, Anchor> views = new HashMap<>();
    private final Map<String, Anchor> triggers = new HashMap<>();
    private final Map<String, Map<String, Anchor>> columns = new HashMap<>();
    private final Map<String, String> former = new HashMap<>();

    /**
     * @param fixed the headings that every document has
     * @param sectionTitles the sections
     * @param model everything else that has a heading
     * @param forges whether headings get an anchor by themselves
     */
    PageAnchors(List<String> fixed, List<String> sectionTitles, Model model, boolean forges) {
        List<String> typeNames = typeNames(model);
        List<String> headings = new ArrayList<>(fixed);
        headings.addAll(sectionTitles);
        model.tables().forEach(table -> headings.add(table.name()));
        headings.addAll(typeNames);
        model.views().forEach(view -> headings.add(view.name()));
        model.triggers().forEach(trigger -> headings.add(trigger.name()));
        model.queries().forEach(query -> headings.add(query.name()));
        Anchors anchors = new Anchors(headings, forges);
        fixed.forEach(heading -> chapters.put(heading, anchors.of("chapter", heading)));
        sectionTitles.forEach(title -> sections.put(title, anchors.of("section", title)));
        for (Table table : model.tables()) {
            tables.put(table.name(), anchors.of("table", table.name()));
        }
        typeNames.forEach(name -> types.put(name, anchors.of("type", name)));
        model.views().forEach(view -> views.put(view.name(), anchors.of("view", view.name())));
        model.triggers().forEach(trigger -> triggers.put(trigger.name(), anchors.of("trigger", trigger.name())));
        for (NamedQuery query : model.queries()) {
            queries.put(query.name(), anchors.of("query", query.name()));
        }
        for (Table table : model.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                addColumns(anchors, table.name(), key.columns());
                addColumns(anchors, key.targetTable(), key.targetColumns());
            }
        }
        // Last, so that a name that is there now goes before one that was there.
        for (Table table : model.tables()) {
            table.renamedFrom().ifPresent(name -> former.put(table.name(), anchors.former("table", name)));
        }
    }

    private void addColumns(Anchors anchors, String table, List<String> names) {
        Map<String, Anchor> places = columns.computeIfAbsent(table, name -> new HashMap<>());
        for (String name : names) {
            if (!places.containsKey(name)) {
                places.put(name, anchors.place(columnPlace(table, name)));
            }
        }
    }

    /** Two hyphens are in no other name. */
    private static String columnPlace(String table, String column) {
        String first = Anchors.slug(table);
        return (first.isEmpty() ? "table" : first) + "--" + Anchors.slug(column);
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

    boolean hasView(String name) {
        return views.containsKey(name);
    }

    Anchor view(String name) {
        return Objects.requireNonNull(views.get(name));
    }

    Anchor trigger(String name) {
        return Objects.requireNonNull(triggers.get(name));
    }

    Anchor query(String name) {
        return Objects.requireNonNull(queries.get(name));
    }

    boolean hasType(String name) {
        return types.containsKey(name);
    }

    boolean hasTypes() {
        return !types.isEmpty();
    }

    /** What makes links find a table by the name that it had before; mostly nothing. */
    String former(String table) {
        return former.getOrDefault(table, "");
    }

    /** The name of a column's own place, which those at an end of a foreign key have, or nothing. */
    String column(String table, String column) {
        Anchor anchor = columnAnchor(table, column);
        return anchor == null ? "" : anchor.name();
    }

    /** What makes the place of a column, or nothing. */
    String columnTag(String table, String column) {
        Anchor anchor = columnAnchor(table, column);
        return anchor == null ? "" : anchor.tag();
    }

    private @Nullable Anchor columnAnchor(String table, String column) {
        return columns.getOrDefault(table, Map.of()).get(column);
    }
}
