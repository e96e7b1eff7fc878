package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chapter of the document: tables, types or queries.
 *
 * @param level the mark of its heading
 * @param anchor what must stand in the heading for links to find it
 * @param title the heading
 * @param island Markdown: what people wrote about it, or empty
 * @param diagrams Markdown: diagrams and what they say in words
 * @param lines Markdown: a list of what is shown elsewhere
 * @param tables the tables of the chapter
 * @param entries what else it shows: types, queries
 */
record SectionPage(
        String level,
        String anchor,
        String title,
        String island,
        List<String> diagrams,
        List<String> lines,
        List<TablePage> tables,
        List<EntryPage> entries)
        implements View {
    SectionPage {
        diagrams = List.copyOf(diagrams);
        lines = List.copyOf(lines);
        tables = List.copyOf(tables);
        entries = List.copyOf(entries);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "level" -> level;
            case "anchor" -> anchor;
            case "title" -> title;
            case "hasIsland" -> !island.isEmpty();
            case "island" -> island;
            case "hasLines" -> !lines.isEmpty();
            case "lines" -> lines;
            case "diagrams" -> diagrams;
            case "tables" -> tables;
            case "entries" -> entries;
            default -> null;
        };
    }
}
