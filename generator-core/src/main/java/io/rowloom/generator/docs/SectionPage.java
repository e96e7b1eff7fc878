package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chapter of the document: tables, types or queries.
 *
 * @param anchor what must stand in the heading for links to find it
 * @param title the heading
 * @param diagrams Markdown: diagrams, or a list where a diagram would be too large
 * @param tables the tables of the chapter
 * @param entries what else it shows: types, queries
 */
record SectionPage(String anchor, String title, List<String> diagrams, List<TablePage> tables, List<EntryPage> entries)
        implements View {
    SectionPage {
        diagrams = List.copyOf(diagrams);
        tables = List.copyOf(tables);
        entries = List.copyOf(entries);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "anchor" -> anchor;
            case "title" -> title;
            case "diagrams" -> diagrams;
            case "tables" -> tables;
            case "entries" -> entries;
            default -> null;
        };
    }
}
