package io.rowloom.generator;

import io.rowloom.generator.output.OtherExecution;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to generate from what, and where; all paths absolute.
 *
 * @param baseDirectory the project's folder, which paths in messages and documents are relative to
 * @param model a YAML file, or a folder of them
 * @param javaDirectory the root of the generated sources
 * @param migrationDirectory the folder above those of the dialects
 * @param docs the reference document
 * @param stateFile where this execution keeps what it did
 * @param toolVersion the version of the generator, with whatever else tells two builds of it apart
 * @param command what a user types to generate again, for documents and messages
 * @param acknowledged hazards of the next migration that the user accepts, {@code drop-column:tasks.notes}
 * @param fullScans what a query means that reads every row of a table
 * @param lint what it means where a lint rule finds something
 * @param documents what the documents are to be like
 * @param others executions that ran before in the same build
 */
public record GenerationRequest(
        Path baseDirectory,
        Path model,
        Path javaDirectory,
        Path migrationDirectory,
        Path docs,
        Path stateFile,
        String toolVersion,
        String command,
        Set<String> acknowledged,
        Strictness fullScans,
        Strictness lint,
        DocumentSettings documents,
        List<OtherExecution> others) {
    public GenerationRequest {
        acknowledged = Set.copyOf(acknowledged);
        others = List.copyOf(others);
    }

    /** The migrations of SQLite. */
    Path sqliteMigrations() {
        return migrationDirectory.resolve("sqlite");
    }

    /** A path as messages and documents show it: relative to the project, with {@code /}. */
    String shown(Path path) {
        boolean sameRoot = path.getRoot() != null && path.getRoot().equals(baseDirectory.getRoot());
        return (sameRoot ? baseDirectory.relativize(path) : path).toString().replace('\\', '/');
    }
}
