package io.rowloom.generator.docs;

import io.rowloom.generator.docs.Anchors.Anchor;
import io.rowloom.generator.docs.Islands.Placement;
import io.rowloom.generator.query.AnalysedView;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;

/** Decides what the chapters of one file show: sections of tables, types, views, triggers, queries. */
final class Chapters {
    private final Model model;
    private final PageAnchors anchors;
    private final Links links;
    private final Diagrams diagrams;
    private final TablePages tables;
    private final TypeWords types;
    private final QueryEntries queryEntries;
    private final ObjectEntries objects;
    private final List<AnalysedView> views;
    private final QueryLines queries;
    private final Placement islands;
    private final String level;
    private final String entryLevel;

    /**
     * @param document what is the same for every file
     * @param file the file that the chapters stand in
     * @param level how many marks a chapter's heading has
     * @param tableLevel how many marks a table's heading has
     */
    Chapters(DocumentContext document, String file, int level, int tableLevel) {
        this.model = document.model();
        this.anchors = document.anchors();
        this.links = document.links(file);
        this.diagrams = new Diagrams(links, document.references(), document.drawing());
        this.queries = document.queries();
        this.tables = new TablePages(
                "#".repeat(tableLevel),
                anchors,
                links,
                document.references(),
                diagrams,
                document.provenance(links),
                queries,
                document.daos());
        this.types = new TypeWords(links);
        this.level = "#".repeat(level);
        this.entryLevel = "#".repeat(level + 1);
        this.queryEntries = new QueryEntries(anchors, links, entryLevel);
        this.views = document.views();
        this.islands = document.islands();
        this.objects = new ObjectEntries(anchors, links, islands, entryLevel);
    }

    Links links() {
        return links;
    }

    TablePage table(Table table) {
        String island = table.renamedFrom().isPresent()
                ? islands.renamedTable(table.name(), table.renamedFrom().get())
                : islands.table(table.name());
        return tables.of(table, island);
    }

    /** A section with its tables in full. */
    SectionPage section(String title, List<Table> members) {
        List<TablePage> pages = new ArrayList<>();
        for (Table table : members) {
            pages.add(table(table));
        }
        return section(title, diagrams.section(title, members), List.of(), pages);
    }

    /** A section with its tables as links and what each of them is. */
    SectionPage sectionOfLinks(String title, List<Table> members) {
        List<String> lines = new ArrayList<>();
        for (Table table : members) {
            lines.add("- " + described(table));
        }
        return section(title, diagrams.section(title, members), lines, List.of());
    }

    private SectionPage section(String title, List<String> drawn, List<String> lines, List<TablePage> pages) {
        return new SectionPage(
                level, anchors.section(title).tag(), title, islands.section(title), drawn, lines, pages, List.of());
    }

    /** A link to a table and the first line of its description. */
    String described(Table table) {
        return links.table(table.name())
                + table.description().map(text -> ": " + firstLine(text)).orElse("");
    }

    private static String firstLine(String description) {
        String text = description.strip();
        int end = text.indexOf('\n');
        return Markdown.text((end < 0 ? text : text.substring(0, end)).strip());
    }

    /** All references as one diagram. */
    SectionPage overview(List<String> drawn) {
        return chapter(ReferenceDocument.OVERVIEW, drawn, List.of());
    }

    Diagrams diagrams() {
        return diagrams;
    }

    SectionPage types() {
        List<EntryPage> entries = new ArrayList<>();
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty()) {
                List<String> lines = new ArrayList<>();
                for (EnumType.Member member : type.members()) {
                    lines.add("- " + Markdown.code(member.value()) + ", in Java `" + member.constant() + '`');
                }
                entries.add(type(type.name(), "Enum.\n\n" + String.join("\n", lines)));
            }
        }
        for (JsonShape shape : model.shapes()) {
            if (shape.owner().isEmpty()) {
                entries.add(type(shape.name(), "JSON object.\n\n" + String.join("\n", types.outline(shape))));
            }
        }
        return chapter(ReferenceDocument.TYPES, List.of(), entries);
    }

    private EntryPage type(String name, String body) {
        String island = islands.type(name);
        return new EntryPage(
                entryLevel, anchors.type(name).tag(), name, island.isEmpty() ? body : body + "\n\n" + island);
    }

    SectionPage views() {
        return chapter(ReferenceDocument.VIEWS, List.of(), objects.views(model.views(), views));
    }

    SectionPage triggers() {
        return chapter(ReferenceDocument.TRIGGERS, List.of(), objects.triggers(model.triggers()));
    }

    SectionPage queries() {
        List<EntryPage> entries = new ArrayList<>();
        for (NamedQuery query : model.queries()) {
            entries.add(queryEntries.of(query, queries.found(query), islands.query(query.name())));
        }
        return chapter(ReferenceDocument.QUERIES, List.of(), entries);
    }

    private SectionPage chapter(String title, List<String> drawn, List<EntryPage> entries) {
        Anchor anchor = anchors.chapter(title);
        return new SectionPage(level, anchor.tag(), title, "", drawn, List.of(), List.of(), entries);
    }
}
