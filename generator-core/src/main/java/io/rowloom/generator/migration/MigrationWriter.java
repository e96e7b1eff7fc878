package io.rowloom.generator.migration;

import io.rowloom.generator.output.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;

/** Carries out what was decided about the folder of the migrations. */
public final class MigrationWriter {
    private MigrationWriter() {}

    /** Writes and deletes files; an outcome with problems must not come here. */
    public static void write(Path folder, MigrationOutcome outcome) throws IOException {
        if (!outcome.problems().isEmpty()) {
            throw new IllegalArgumentException("nothing is written while there are problems");
        }
        // What is new is there before what is old goes: a crash in between leaves two drafts, which the next run tells.
        for (var file : new TreeMap<>(outcome.write()).entrySet()) {
            AtomicFile.write(folder.resolve(file.getKey()), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (String name : new TreeSet<>(outcome.delete())) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
