package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document shows of one table.
 *
 * @param level the mark of its heading
 * @param anchor what must stand in the heading for links to find it
 * @param title the table's name
 * @param description Markdown, or empty
 * @param island Markdown: what people wrote about it, or empty
 * @param facts Markdown: key, classes, source
 * @param diagrams Markdown: the table and its neighbours
 * @param described whether any column has a description
 * @param columns a row per column
 * @param blocks indexes, constraints, relations, shapes and queries
 * @param samples Markdown: rows as JSON, or empty
 * @param dao the class of its DAO
 * @param methods Markdown: the rows of the table of the DAO's methods
 * @param sql Markdown: the statements that make it
 */
record TablePage(
        String level,
        String anchor,
        String title,
        String description,
        String island,
        List<String> facts,
        List<String> diagrams,
        boolean described,
        List<ColumnRow> columns,
        List<LinesBlock> blocks,
        String samples,
        String dao,
        String methods,
        String sql)
        implements View {
    TablePage {
        facts = List.copyOf(facts);
        diagrams = List.copyOf(diagrams);
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "level" -> level;
            case "anchor" -> anchor;
            case "title" -> title;
            case "hasDescription" -> !description.isEmpty();
            case "description" -> description;
            case "hasIsland" -> !island.isEmpty();
            case "island" -> island;
            case "facts" -> facts;
            case "diagrams" -> diagrams;
            case "described" -> described;
            case "columns" -> columns;
            case "blocks" -> blocks;
            case "hasSamples" -> !samples.isEmpty();
            case "samples" -> samples;
            case "dao" -> dao;
            case "methods" -> methods;
            case "sql" -> sql;
            default -> null;
        };
    }
}
