package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the whole document shows.
 *
 * @param mark what marks the file as generated
 * @param title the heading
 * @param source Markdown: the model, with a link to it
 * @param command the command that writes the page again, Markdown
 * @param description Markdown, or empty
 * @param island Markdown: what people wrote about the database, or empty
 * @param facts Markdown: engine, tables, Java classes
 * @param pragmas rows of the table of settings, Markdown
 * @param contents lines of the table of contents, Markdown
 * @param sections the chapters
 * @param migrations Markdown
 * @param anchors what must stand in the headings of chapters for links to find them
 * @param file the name of a database file in commands, safe in a shell
 * @param wal whether the database has a write-ahead log beside it
 * @param homeless Markdown: what people wrote about things that are gone
 * @param links further reading, Markdown
 * @param footer Markdown
 * @param lines where its links to lines of the model lead, Markdown
 */
record DatabasePage(
        String mark,
        String title,
        String source,
        String command,
        String description,
        String island,
        List<String> facts,
        List<String> pragmas,
        List<String> contents,
        List<SectionPage> sections,
        MigrationsPage migrations,
        ChapterAnchors anchors,
        String file,
        boolean wal,
        List<String> homeless,
        List<String> links,
        String footer,
        List<String> lines)
        implements View {
    DatabasePage {
        facts = List.copyOf(facts);
        pragmas = List.copyOf(pragmas);
        contents = List.copyOf(contents);
        sections = List.copyOf(sections);
        homeless = List.copyOf(homeless);
        links = List.copyOf(links);
        lines = List.copyOf(lines);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "mark" -> mark;
            case "title" -> title;
            case "source" -> source;
            case "command" -> command;
            case "hasDescription" -> !description.isEmpty();
            case "description" -> description;
            case "hasIsland" -> !island.isEmpty();
            case "island" -> island;
            case "facts" -> facts;
            case "hasPragmas" -> !pragmas.isEmpty();
            case "pragmas" -> pragmas;
            case "contents" -> contents;
            case "sections" -> sections;
            case "migrations" -> migrations;
            case "anchors" -> anchors;
            case "file" -> file;
            case "wal" -> wal;
            case "hasHomeless" -> !homeless.isEmpty();
            case "homeless" -> homeless;
            case "hasLinks" -> !links.isEmpty();
            case "links" -> links;
            case "footer" -> footer;
            case "hasLines" -> !lines.isEmpty();
            case "lines" -> lines;
            default -> null;
        };
    }

    /**
     * The anchors of the chapters that every document may have.
     *
     * @param contents that of the table of contents
     * @param settings that of the pragmas
     * @param maintenance that of the commands
     * @param homeless that of notes without a place
     * @param reading that of the links
     */
    record ChapterAnchors(String contents, String settings, String maintenance, String homeless, String reading)
            implements View {
        @Override
        public @Nullable Object get(String key) {
            return switch (key) {
                case "contents" -> contents;
                case "settings" -> settings;
                case "maintenance" -> maintenance;
                case "homeless" -> homeless;
                case "reading" -> reading;
                default -> null;
            };
        }
    }
}
