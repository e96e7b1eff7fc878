package io.rowloom.generator.docs;

import org.jspecify.annotations.Nullable;

/**
 * A type or a query under a heading of its own.
 *
 * @param anchor what must stand in the heading for links to find it
 * @param title the heading
 * @param body Markdown
 */
record EntryPage(String anchor, String title, String body) implements View {
    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "anchor" -> anchor;
            case "title" -> title;
            case "body" -> body;
            default -> null;
        };
    }
}
