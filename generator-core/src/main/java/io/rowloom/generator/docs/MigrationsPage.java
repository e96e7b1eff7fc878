package io.rowloom.generator.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the migrations are and how one is added.
 *
 * @param anchor what must stand in the heading for links to find it
 * @param directory Markdown
 * @param files Markdown: the files in their order
 * @param source Markdown: the model to change
 * @param command Markdown: the command that follows
 */
record MigrationsPage(String anchor, String directory, List<String> files, String source, String command)
        implements View {
    MigrationsPage {
        files = List.copyOf(files);
    }

    @Override
    public @Nullable Object get(String key) {
        return switch (key) {
            case "anchor" -> anchor;
            case "directory" -> directory;
            case "hasFiles" -> !files.isEmpty();
            case "files" -> files;
            case "source" -> source;
            case "command" -> command;
            default -> null;
        };
    }
}
