package io.rowloom.generator.docs;

import io.rowloom.generator.dao.Daos;
import io.rowloom.generator.migration.Origins;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.generator.query.QueryAnalysis;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The reference document of a whole model in Markdown: one page, or an index and a file for each section and table. */
public final class ReferenceDocument {
    static final String SETTINGS = "Settings";
    static final String OVERVIEW = "Overview";
    static final String TYPES = "Types";
    static final String VIEWS = "Views";
    static final String TRIGGERS = "Triggers";
    static final String QUERIES = "Queries";
    static final String MIGRATIONS = "Migrations";
    static final String MAINTENANCE = "Maintenance";
    static final String READING = "Further reading";
    private static final List<String> CHAPTERS = List.of(
            "Contents",
            SETTINGS,
            OVERVIEW,
            TYPES,
            VIEWS,
            TRIGGERS,
            QUERIES,
            MIGRATIONS,
            MAINTENANCE,
            "Notes without a place",
            READING);

    private final DocumentContext document;
    private final Map<String, List<Table>> sections;
    private final PageTemplates templates = new PageTemplates();
    private final List<GeneratedFile> files = new ArrayList<>();

    private ReferenceDocument(DocumentContext document, Map<String, List<Table>> sections) {
        this.document = document;
        this.sections = sections;
    }

    /**
     * Renders the document.
     *
     * @param analysed what was found of the model's queries and views
     * @param daos the DAOs that are made for the model
     * @return the files by their paths in the project; each is spelled at once, as it changes with almost any change
     *     of the model
     */
    public static List<GeneratedFile> render(Model model, QueryAnalysis analysed, Daos daos, DocsContext context) {
        boolean divided = context.layout().isFolder(model.tables().size());
        ReferenceDocument reference = of(model, analysed, daos, context, divided, true, MermaidDiagram::markdown);
        return divided ? reference.folder() : reference.page();
    }

    /**
     * Everything on one page, for something that gives headings no anchors.
     *
     * @param drawing draws a diagram as Markdown
     */
    static String onePage(
            Model model,
            QueryAnalysis analysed,
            Daos daos,
            DocsContext context,
            Function<Diagram, Optional<String>> drawing) {
        List<GeneratedFile> files =
                of(model, analysed, daos, context, false, false, drawing).page();
        return files.get(0).text().get();
    }

    private static ReferenceDocument of(
            Model model,
            QueryAnalysis analysed,
            Daos daos,
            DocsContext context,
            boolean divided,
            boolean forges,
            Function<Diagram, Optional<String>> drawing) {
        Map<String, List<Table>> sections = Sections.of(model);
        DocumentContext document = new DocumentContext(
                model,
                context,
                new DocumentFiles(context.documentPath(), divided),
                new PageAnchors(CHAPTERS, List.copyOf(sections.keySet()), model, forges),
                new References(model),
                daos,
                Origins.of(context.migrations()),
                new QueryLines(model.queries(), analysed.queries()),
                analysed.views(),
                context.islands().place(),
                drawing);
        return new ReferenceDocument(document, sections);
    }

    /**
     * The places beside the index that are all the document's own, folders and files; a file there that it does not have any
     * more may go.
     *
     * @param index the file name of the index
     */
    public static List<String> places(String index) {
        return DocumentFiles.places(index);
    }

    /** Whether two texts of the same document differ in nothing but the lines of the model that links lead to. */
    public static boolean differInLinesAlone(String before, String after) {
        return Links.withoutLines(before).equals(Links.withoutLines(after));
    }

    private List<GeneratedFile> page() {
        Chapters chapters = new Chapters(document, document.files().index(), 2, 3);
        String island = document.islands().document();
        List<SectionPage> shown = new ArrayList<>();
        if (referringSections() > 1) {
            addOverview(chapters, shown);
        }
        sections.forEach((title, tables) -> shown.add(chapters.section(title, tables)));
        if (document.anchors().hasTypes()) {
            shown.add(chapters.types());
        }
        if (!document.model().views().isEmpty()) {
            shown.add(chapters.views());
        }
        if (!document.model().triggers().isEmpty()) {
            shown.add(chapters.triggers());
        }
        if (!document.model().queries().isEmpty()) {
            shown.add(chapters.queries());
        }
        addIndex(chapters, island, shown);
        return files;
    }

    private List<GeneratedFile> folder() {
        DocumentFiles places = document.files();
        String island = document.islands().document();
        sections.forEach((title, tables) -> {
            Chapters chapters = new Chapters(document, places.section(title), 1, 1);
            add(
                    places.section(title),
                    chapters.links(),
                    "",
                    List.of(chapters.sectionOfLinks(title, tables)),
                    List.of());
            for (Table table : tables) {
                Chapters own = new Chapters(document, places.table(table.name()), 1, 1);
                add(places.table(table.name()), own.links(), title, List.of(), List.of(own.table(table)));
                table.renamedFrom().ifPresent(before -> addSignpost(before, table));
            }
        });
        if (document.anchors().hasTypes()) {
            Chapters chapters = new Chapters(document, places.types(), 1, 1);
            add(places.types(), chapters.links(), "", List.of(chapters.types()), List.of());
        }
        if (!document.model().views().isEmpty()) {
            Chapters chapters = new Chapters(document, places.views(), 1, 1);
            add(places.views(), chapters.links(), "", List.of(chapters.views()), List.of());
        }
        if (!document.model().triggers().isEmpty()) {
            Chapters chapters = new Chapters(document, places.triggers(), 1, 1);
            add(places.triggers(), chapters.links(), "", List.of(chapters.triggers()), List.of());
        }
        if (!document.model().queries().isEmpty()) {
            Chapters chapters = new Chapters(document, places.queries(), 1, 1);
            add(places.queries(), chapters.links(), "", List.of(chapters.queries()), List.of());
        }
        Chapters chapters = new Chapters(document, places.index(), 2, 3);
        List<SectionPage> shown = new ArrayList<>();
        addOverview(chapters, shown);
        addIndex(chapters, island, shown);
        return files;
    }

    /** Whoever has a link to the file of a table under its former name finds the way. */
    private void addSignpost(String before, Table table) {
        String file = document.files().table(before);
        for (Table other : document.model().tables()) {
            if (document.files().table(other.name()).equals(file)) {
                return;
            }
        }
        Links links = document.links(file);
        String line = "This table is called " + links.table(table.name()) + " now.";
        SectionPage page = new SectionPage("#", "", before, "", List.of(), List.of(line), List.of(), List.of());
        add(file, links, "", List.of(page), List.of());
    }

    /** With one, its own diagram shows every reference already. */
    private long referringSections() {
        return sections.values().stream()
                .filter(tables -> tables.stream()
                        .anyMatch(table -> !document.references().from(table).isEmpty()))
                .count();
    }

    private void addOverview(Chapters chapters, List<SectionPage> shown) {
        List<String> drawn =
                chapters.diagrams().overview(document.model().database().name(), sections);
        if (!drawn.isEmpty()) {
            shown.add(chapters.overview(drawn));
        }
    }

    /** The index comes last: only then is it known which notes have found no place. */
    private void addIndex(Chapters chapters, String island, List<SectionPage> shown) {
        DatabasePage page = new IndexPage(document, sections, chapters)
                .page(island, shown, document.islands().homeless());
        add(document.files().index(), templates.fill("database.md.mustache", page));
    }

    private void add(
            String file, Links links, String section, List<SectionPage> sectionPages, List<TablePage> tablePages) {
        String path = links.index(IndexPage.title(document.model()))
                + (section.isEmpty() ? "" : " › " + links.section(section));
        PartPage page = new PartPage(
                GeneratedFile.MARK,
                path,
                Markdown.code(document.project().command()),
                sectionPages,
                tablePages,
                links.lines());
        add(file, templates.fill("part.md.mustache", page));
    }

    private void add(String file, String text) {
        files.add(GeneratedFile.of(file, text));
    }
}
