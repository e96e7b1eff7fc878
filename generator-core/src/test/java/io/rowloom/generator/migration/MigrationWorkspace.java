package io.rowloom.generator.migration;

import io.rowloom.generator.migration.sqlite.MigrationFailure;
import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.model.Model;
import io.rowloom.model.ModelReader;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project's migrations in a temporary folder, handled as the plugin does. */
final class MigrationWorkspace {
    final Path root;
    final Path folder;

    MigrationWorkspace(Path root) throws IOException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve("db/migration/sqlite"));
    }

    /** A model with the usual heading above its tables; behind a line of three dashes comes what is not in tables. */
    Model model(String tables) throws IOException, InvalidModelException {
        return model("", tables);
    }

    /** The same with more keys of the database, each with a comma before it. */
    Model model(String database, String tables) throws IOException, InvalidModelException {
        Path file = root.resolve("model.yaml");
        int more = tables.indexOf("\n---\n");
        String others = more < 0 ? "" : tables.substring(more + "\n---\n".length());
        Files.writeString(
                file,
                "rowloom: 1\ndatabase: {name: app, package: com.example.app" + database + "}\ntables:\n"
                        + (more < 0 ? tables : tables.substring(0, more)).indent(2) + others);
        return ModelReader.read(file, root);
    }

    /** Seals what a fixture says was before: its first model, and what was written by hand. */
    void sealBefore(Path fixture) throws IOException, InvalidModelException {
        generate(model(Files.readString(fixture.resolve("before.yaml"))));
        seal(Optional.empty());
        if (Files.exists(fixture.resolve("by-hand.sql"))) {
            Files.copy(fixture.resolve("by-hand.sql"), folder.resolve("002_by_hand.sql"));
            seal(Optional.empty());
        }
    }

    static String[] acknowledged(Path fixture) throws IOException {
        return text(fixture.resolve("acknowledge.txt")).lines().toArray(String[]::new);
    }

    static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    MigrationOutcome plan(Model model, String... acknowledged) throws IOException {
        return Migrations.plan(folder, root, model, Set.of(acknowledged));
    }

    /** Plans and writes; the outcome must have no problems. */
    MigrationOutcome generate(Model model, String... acknowledged) throws IOException {
        return write(plan(model, acknowledged));
    }

    MigrationOutcome seal(Optional<String> name) throws IOException {
        return write(Sealing.seal(folder, root, name));
    }

    private MigrationOutcome write(MigrationOutcome outcome) throws IOException {
        if (!outcome.problems().isEmpty()) {
            throw new AssertionError(outcome.problems().toString());
        }
        for (Map.Entry<String, String> file : outcome.write().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        for (String name : outcome.delete()) {
            Files.delete(folder.resolve(name));
        }
        return outcome;
    }

    /** Every file of the folder, text by name. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    /** A database with the given migrations applied. */
    static ScratchDatabase database(List<MigrationSource> migrations) throws SQLException, MigrationFailure {
        ScratchDatabase database = ScratchDatabase.open();
        for (MigrationSource migration : migrations) {
            database.migrate(migration.up());
        }
        return database;
    }
}
