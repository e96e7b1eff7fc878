package io.rowloom.generator;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The file that a JDBC URL of SQLite means. */
final class DatabaseFile {
    private static final String PREFIX = "jdbc:sqlite:";

    private DatabaseFile() {}

    /**
     * Reads a URL as the driver does, {@code jdbc:sqlite:target/dev.db} or {@code jdbc:sqlite:file:/data/app.db}.
     *
     * @param base what a relative path is relative to
     * @throws GenerationException if it is empty or means no file
     */
    static Path of(String url, Path base) throws GenerationException {
        if (url.isBlank()) {
            throw refused("no database was named");
        }
        if (!url.startsWith(PREFIX)) {
            throw refused(url, "is not a URL of SQLite");
        }
        String name = url.substring(PREFIX.length());
        if (name.isBlank() || name.contains(":memory:") || name.contains("mode=memory") || name.contains("vfs=memdb")) {
            throw refused(url, "means no file, and a database in memory is gone when the goal ends");
        }
        if (name.contains("?")) {
            throw refused(url, "has settings, which are the model's to make (database: pragmas)");
        }
        try {
            String path = name.startsWith("file:") ? new URI(name).getSchemeSpecificPart() : name;
            return base.resolve(path).normalize();
        } catch (java.net.URISyntaxException | InvalidPathException wrong) {
            throw refused(url, "names no file: " + wrong.getMessage());
        }
    }

    private static GenerationException refused(String url, String why) {
        return refused(url + ' ' + why);
    }

    private static GenerationException refused(String what) {
        return new GenerationException(List.of("error[database-url]: " + what + "\n    write -Drowloom.url=" + PREFIX
                + "path/to/file.db; a relative path is relative to the module"));
    }
}
