package io.rowloom.generator.docs;

import io.rowloom.generator.docs.Anchors.Anchor;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.model.Database;
import io.rowloom.model.EnumType;
import io.rowloom.model.JsonShape;
import io.rowloom.model.Link;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Pragma;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The reference document of a whole model, as one page of Markdown. */
public final class ReferencePage {
    private static final String TEMPLATE = "database.md.mustache";
    private static final String TYPES = "Types";
    private static final String QUERIES = "Queries";
    private static final String MIGRATIONS = "Migrations";
    private static final String MAINTENANCE = "Maintenance";
    private static final List<String> CHAPTERS =
            List.of("Contents", "Settings", "Overview", TYPES, QUERIES, MIGRATIONS, MAINTENANCE, "Further reading");

    private final Model model;
    private final List<AnalysedQuery> analysed;
    private final DocsContext context;
    private final Map<String, List<Table>> sections;
    private final PageAnchors anchors;
    private final TypeWords types;
    private final References references;

    private ReferencePage(Model model, List<AnalysedQuery> analysed, DocsContext context) {
        this.model = model;
        this.analysed = analysed;
        this.context = context;
        this.sections = sections(model);
        this.anchors = new PageAnchors(CHAPTERS, List.copyOf(sections.keySet()), model);
        this.types = new TypeWords(anchors.typeNames());
        this.references = new References(model);
    }

    /**
     * Renders the document.
     *
     * @param analysed what was found of the model's queries
     * @return the file, whose fingerprint is its text: it changes with almost any change of the model
     */
    public static GeneratedFile render(Model model, List<AnalysedQuery> analysed, DocsContext context) {
        String text = new PageTemplates().fill(TEMPLATE, new ReferencePage(model, analysed, context).page());
        return new GeneratedFile(context.documentPath(), text, () -> text);
    }

    /** The tables by section, in the order in which the model first uses each. */
    private static Map<String, List<Table>> sections(Model model) {
        boolean divided =
                model.tables().stream().anyMatch(table -> table.section().isPresent());
        String other = divided ? "Other tables" : "Tables";
        Map<String, List<Table>> sections = new LinkedHashMap<>();
        for (Table table : model.tables()) {
            sections.computeIfAbsent(table.section().orElse(other), title -> new ArrayList<>())
                    .add(table);
        }
        return sections;
    }

    private DatabasePage page() {
        Database database = model.database();
        List<SectionPage> pages = new ArrayList<>();
        addSections(pages);
        addTypes(pages);
        addQueries(pages);
        return new DatabasePage(
                GeneratedFile.MARK,
                database.name() + " database reference",
                source(),
                Markdown.code(context.command()),
                database.description().map(Markdown::paragraphs).orElse(""),
                facts(),
                database.pragmas().stream().map(ReferencePage::pragma).toList(),
                contents(),
                pages,
                migrations(),
                anchors.chapter(MAINTENANCE).tag(),
                fileName(database.name()),
                database.pragmas().stream()
                        .anyMatch(pragma -> pragma.name().equals("journal_mode")
                                && pragma.value().equalsIgnoreCase("wal")),
                database.links().stream().map(ReferencePage::link).toList(),
                count(model.tables().size(), "table") + ". Generated from " + Markdown.code(context.modelPath()) + '.');
    }

    private String source() {
        return Markdown.link(context.modelPath(), RelativePath.between(context.documentPath(), context.modelPath()));
    }

    private List<String> facts() {
        Database database = model.database();
        return List.of(
                "Engine: SQLite 3.37 or newer",
                "Java: `" + database.packageName() + '.' + database.className() + "`",
                "Size: " + count(model.tables().size(), "table") + ", "
                        + count(references.all().size(), "foreign key"));
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String pragma(Pragma pragma) {
        return "| " + Markdown.codeCell(pragma.name()) + " | " + Markdown.codeCell(pragma.value()) + " | "
                + pragma.purpose().map(Markdown::cell).orElse("") + " |";
    }

    private static String link(Link link) {
        return "- " + Markdown.link(link.title(), link.href())
                + link.note().map(note -> ": " + Markdown.text(note)).orElse("");
    }

    private List<String> contents() {
        List<String> lines = new ArrayList<>();
        sections.forEach((title, tables) -> {
            lines.add("- " + Markdown.anchorLink(title, anchors.section(title).name()));
            for (Table table : tables) {
                lines.add("  - "
                        + Markdown.anchorLink(
                                table.name(), anchors.table(table.name()).name()));
            }
        });
        if (!anchors.typeNames().isEmpty()) {
            lines.add(chapterLink(TYPES));
        }
        if (!model.queries().isEmpty()) {
            lines.add(chapterLink(QUERIES));
        }
        lines.add(chapterLink(MIGRATIONS));
        lines.add(chapterLink(MAINTENANCE));
        return lines;
    }

    private String chapterLink(String title) {
        return "- " + Markdown.anchorLink(title, anchors.chapter(title).name());
    }

    private void addSections(List<SectionPage> pages) {
        Diagrams diagrams = new Diagrams(anchors, references);
        TablePages tablePages = new TablePages(anchors, types, references, model.queries());
        // With one section its own diagram shows everything already.
        if (sections.size() > 1) {
            List<String> overview = diagrams.overview(model.database().name());
            if (!overview.isEmpty()) {
                pages.add(
                        new SectionPage(anchors.chapter("Overview").tag(), "Overview", overview, List.of(), List.of()));
            }
        }
        sections.forEach((title, tables) -> pages.add(new SectionPage(
                anchors.section(title).tag(),
                title,
                diagrams.section(title, tables),
                tables.stream().map(tablePages::of).toList(),
                List.of())));
    }

    private void addTypes(List<SectionPage> pages) {
        List<EntryPage> entries = new ArrayList<>();
        for (EnumType type : model.enums()) {
            if (type.owner().isEmpty()) {
                List<String> lines = new ArrayList<>();
                for (EnumType.Member member : type.members()) {
                    lines.add("- " + Markdown.code(member.value()) + ", in Java `" + member.constant() + '`');
                }
                entries.add(new EntryPage(
                        anchors.type(type.name()).tag(), type.name(), "Enum.\n\n" + String.join("\n", lines)));
            }
        }
        for (JsonShape shape : model.shapes()) {
            if (shape.owner().isEmpty()) {
                entries.add(new EntryPage(
                        anchors.type(shape.name()).tag(),
                        shape.name(),
                        "JSON object.\n\n" + String.join("\n", types.outline(shape))));
            }
        }
        addChapter(pages, TYPES, entries);
    }

    private void addQueries(List<SectionPage> pages) {
        QueryEntries queries = new QueryEntries(anchors, types);
        List<EntryPage> entries = new ArrayList<>();
        for (NamedQuery query : model.queries()) {
            entries.add(queries.of(
                    query,
                    analysed.stream()
                            .filter(found -> found.query().equals(query))
                            .findFirst()));
        }
        addChapter(pages, QUERIES, entries);
    }

    private void addChapter(List<SectionPage> pages, String title, List<EntryPage> entries) {
        if (!entries.isEmpty()) {
            Anchor anchor = anchors.chapter(title);
            pages.add(new SectionPage(anchor.tag(), title, List.of(), List.of(), entries));
        }
    }

    private MigrationsPage migrations() {
        return new MigrationsPage(
                anchors.chapter(MIGRATIONS).tag(),
                Markdown.code(context.migrationDirectory()),
                context.migrations().stream()
                        .map(name -> "- "
                                + Markdown.link(
                                        name,
                                        RelativePath.between(
                                                context.documentPath(), context.migrationDirectory() + '/' + name)))
                        .toList(),
                source(),
                Markdown.code(context.command()));
    }

    /** The name goes into commands that people copy, so it is made of nothing that a shell could act on. */
    private static String fileName(String database) {
        boolean plain = !database.isEmpty()
                && database.charAt(0) != '-'
                && database.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '_'
                                || c == '-');
        return plain ? database : "app";
    }
}
