package io.rowloom.generator.testing;

import io.rowloom.generator.DocumentSettings;
import io.rowloom.generator.GenerationRequest;
import io.rowloom.generator.Strictness;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Requests of a project below one folder: {@code model}, {@code java}, {@code db} and {@code docs/database.md}. */
public final class Requests {
    private Requests() {}

    /** With what holds where a user says nothing but which hazards are accepted. */
    public static GenerationRequest of(Path root, String... acknowledged) {
        return of(root, Strictness.WARN, Strictness.WARN, DocumentSettings.DEFAULT, acknowledged);
    }

    /** The same with settings. */
    public static GenerationRequest of(
            Path root, Strictness fullScans, Strictness lint, DocumentSettings documents, String... acknowledged) {
        return new GenerationRequest(
                root,
                root.resolve("model"),
                root.resolve("java"),
                root.resolve("db"),
                root.resolve("docs/database.md"),
                root.resolve("state"),
                "test",
                "mvn generate-sources",
                Set.of(acknowledged),
                fullScans,
                lint,
                documents,
                List.of());
    }
}
