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
 */
record PartPage(String mark, String path, String command, List<SectionPage> sections, List<TablePage> tables)
        implements View {
    PartPage {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "mark" -> mark;
            case "path" -> path;
            case "command" -> command;
            case "sections" -> sections;
            case "tables" -> tables;
            default -> null;
        };
    }
}
