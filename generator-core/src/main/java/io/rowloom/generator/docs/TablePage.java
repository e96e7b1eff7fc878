package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the document shows of one table.
 *
 * @param anchor what must stand in the heading for links to find it
 * @param title the table's name
 * @param description Markdown, or empty
 * @param primaryKey Markdown
 * @param java Markdown: the generated classes
 * @param described whether any column has a description
 * @param columns a row per column
 * @param blocks indexes, constraints, relations, shapes and queries
 * @param samples Markdown: rows as JSON, or empty
 * @param sql Markdown: the statements that make it
 */
record TablePage(
        String anchor,
        String title,
        String description,
        String primaryKey,
        String java,
        boolean described,
        List<ColumnRow> columns,
        List<LinesBlock> blocks,
        String samples,
        String sql)
        implements View {
    TablePage {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "anchor" -> anchor;
            case "title" -> title;
            case "hasDescription" -> !description.isEmpty();
            case "description" -> description;
            case "primaryKey" -> primaryKey;
            case "java" -> java;
            case "described" -> described;
            case "columns" -> columns;
            case "blocks" -> blocks;
            case "hasSamples" -> !samples.isEmpty();
            case "samples" -> samples;
            case "sql" -> sql;
            default -> null;
        };
    }
}
