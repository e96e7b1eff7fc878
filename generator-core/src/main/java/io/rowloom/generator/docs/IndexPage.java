package io.rowloom.generator.docs;

import io.rowloom.generator.lint.Coverage;
import io.rowloom.generator.migration.MigrationSource;
import io.rowloom.generator.output.GeneratedFile;
import io.rowloom.model.Database;
import io.rowloom.model.Link;
import io.rowloom.model.Model;
import io.rowloom.model.Pragma;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decides what the first page says of the database as a whole. */
final class IndexPage {
    private final DocumentContext document;
    private final Model model;
    private final DocsContext project;
    private final Map<String, List<Table>> sections;
    private final Chapters chapters;
    private final Links links;

    IndexPage(DocumentContext document, Map<String, List<Table>> sections, Chapters chapters) {
        this.document = document;
        this.model = document.model();
        this.project = document.project();
        this.sections = sections;
        this.chapters = chapters;
        this.links = chapters.links();
    }

    /**
     * The page.
     *
     * @param shown its chapters
     * @param homeless what people wrote about things that are gone
     */
    DatabasePage page(String island, List<SectionPage> shown, List<String> homeless) {
        Database database = model.database();
        List<String> pragmas = new ArrayList<>();
        boolean wal = false;
        for (Pragma pragma : database.pragmas()) {
            pragmas.add(pragma(pragma));
            wal |= pragma.name().equals("journal_mode") && pragma.value().equalsIgnoreCase("wal");
        }
        List<String> further = new ArrayList<>();
        for (Link link : database.links()) {
            further.add("- " + Markdown.link(link.title(), link.href())
                    + link.note().map(note -> ": " + Markdown.text(note)).orElse(""));
        }
        return new DatabasePage(
                GeneratedFile.MARK,
                title(model),
                source(),
                Markdown.code(project.command()),
                database.description().map(Markdown::paragraphs).orElse(""),
                island,
                facts(),
                pragmas,
                contents(shown.stream().anyMatch(chapter -> chapter.title().equals(ReferenceDocument.OVERVIEW))),
                shown,
                migrations(),
                new DatabasePage.ChapterAnchors(
                        tag("Contents"),
                        tag(ReferenceDocument.SETTINGS),
                        tag(ReferenceDocument.MAINTENANCE),
                        tag("Notes without a place"),
                        tag(ReferenceDocument.READING)),
                fileName(database.name()),
                wal,
                homeless,
                further,
                count(model.tables().size(), "table") + ". Generated from " + Markdown.code(project.modelPath()) + '.',
                links.lines());
    }

    static String title(Model model) {
        return model.database().name() + " database reference";
    }

    private String tag(String chapter) {
        return document.anchors().chapter(chapter).tag();
    }

    private String source() {
        return links.file(project.modelPath(), project.modelPath());
    }

    private List<String> facts() {
        Database database = model.database();
        return List.of(
                "Engine: SQLite 3.37 or newer",
                "Java: `" + database.packageName() + '.' + database.className() + "`",
                "Size: " + count(model.tables().size(), "table") + ", "
                        + count(document.references().all().size(), "foreign key"),
                "Described: " + Coverage.of(model).share().text());
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private static String pragma(Pragma pragma) {
        return "| " + Markdown.codeCell(pragma.name()) + " | " + Markdown.codeCell(pragma.value()) + " | "
                + pragma.purpose().map(Markdown::cell).orElse("") + " |";
    }

    /** In a divided document each table has its place here, so that links to it on one page still lead somewhere. */
    private List<String> contents(boolean overview) {
        PageAnchors anchors = document.anchors();
        boolean divided = document.files().isDivided();
        List<String> lines = new ArrayList<>();
        if (!model.database().pragmas().isEmpty()) {
            lines.add("- " + links.chapter(ReferenceDocument.SETTINGS));
        }
        if (overview) {
            lines.add("- " + links.chapter(ReferenceDocument.OVERVIEW));
        }
        sections.forEach((title, tables) -> {
            lines.add("- " + (divided ? Anchors.tag(anchors.section(title).name()) : "") + links.section(title));
            for (Table table : tables) {
                lines.add("  - "
                        + (divided
                                ? anchors.former(table.name())
                                        + Anchors.tag(
                                                anchors.table(table.name()).name())
                                        + chapters.described(table)
                                : links.table(table.name())));
            }
        });
        if (anchors.hasTypes()) {
            lines.add("- " + links.types(ReferenceDocument.TYPES));
        }
        if (!model.views().isEmpty()) {
            lines.add("- " + links.views(ReferenceDocument.VIEWS));
            model.views().forEach(view -> lines.add("  - " + links.view(view.name())));
        }
        if (!model.triggers().isEmpty()) {
            lines.add("- " + links.triggers(ReferenceDocument.TRIGGERS));
        }
        if (!model.queries().isEmpty()) {
            lines.add("- " + links.queries(ReferenceDocument.QUERIES));
        }
        lines.add("- " + links.chapter(ReferenceDocument.MIGRATIONS));
        lines.add("- " + links.chapter(ReferenceDocument.MAINTENANCE));
        if (!model.database().links().isEmpty()) {
            lines.add("- " + links.chapter(ReferenceDocument.READING));
        }
        return lines;
    }

    private MigrationsPage migrations() {
        List<String> files = new ArrayList<>();
        for (MigrationSource migration : project.migrations()) {
            String name = migration.fileName();
            files.add("- " + links.file(name, project.migrationDirectory() + '/' + name)
                    + (migration.sealed() ? "" : ", a draft until it is sealed"));
        }
        return new MigrationsPage(
                document.anchors().chapter(ReferenceDocument.MIGRATIONS).tag(),
                Markdown.code(project.migrationDirectory()),
                files,
                source(),
                Markdown.code(project.command()));
    }

    /** The name goes into commands that people copy, so it is made of nothing that a shell could act on. */
    private static String fileName(String database) {
        for (int i = 0; i < database.length(); i++) {
            char c = database.charAt(i);
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= 'A' && c <= 'Z'
                    || c >= '0' && c <= '9'
                    || c == '_'
                    || c == '-' && i > 0;
            if (!plain) {
                return "app";
            }
        }
        return database.isEmpty() ? "app" : database;
    }
}
