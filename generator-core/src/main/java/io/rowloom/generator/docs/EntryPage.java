package io.rowloom.generator.docs;

import org.jspecify.annotations.Nullable;

/**
 * A type or a query under a heading of its own.
 *
 * @param level the mark of its heading
 * @param anchor what must stand in the heading for links to find it
 * @param title the heading
 * @param body Markdown
 */
record EntryPage(String level, String anchor, String title, String body) implements View {
    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "level" -> level;
            case "anchor" -> anchor;
            case "title" -> title;
            case "body" -> body;
            default -> null;
        };
    }
}
