package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file of a divided document shows, besides the index.
 *
 * @param mark what marks the file as generated
 * @param path Markdown: where it is in the document
 * @param command Markdown: the command that writes it again
 * @param sections what it shows: one section, or none
 * @param tables what it shows: one table, or none
 * @param lines where its links to lines of the model lead, Markdown
 */
record PartPage(
        String mark,
        String path,
        String command,
        List<SectionPage> sections,
        List<TablePage> tables,
        List<String> lines)
        implements View {
    PartPage {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        lines = List.copyOf(lines);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "mark" -> mark;
            case "path" -> path;
            case "command" -> command;
            case "sections" -> sections;
            case "tables" -> tables;
            case "hasLines" -> !lines.isEmpty();
            case "lines" -> lines;
            default -> null;
        };
    }
}
