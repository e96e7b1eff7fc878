package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines under a title of their own; shown only if there are any.
 *
 * @param title plain text
 * @param lines Markdown, each with its bullet
 */
record LinesBlock(String title, List<String> lines) implements View {
    LinesBlock {
        lines = List.copyOf(lines);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "title" -> title;
            case "lines" -> lines;
            default -> null;
        };
    }
}
