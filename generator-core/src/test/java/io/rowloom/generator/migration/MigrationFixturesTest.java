package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.generator.migration.sqlite.MigrationFailure;
import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.Model;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder is a test: the tables of {@code before.yaml} are sealed, {@code by-hand.sql} too if it is there, {@code data.sql} is
 * loaded, and {@code after.yaml} gives a draft, which is compared with {@code expected/} and run; {@code rows.txt} holds every
 * row after it and after its way back. {@code acknowledge.txt} accepts hazards; a draft that is refused gives
 * {@code problems.txt} instead.
 *
 * <p>{@code -Drowloom.fixtures=accept} takes what comes out for expected; not where the environment says CI.
 */
class MigrationFixturesTest {
    private static final Path FIXTURES = Path.of("src/test/fixtures/migrate");
    private static final boolean ACCEPT = "accept".equals(System.getProperty("rowloom.fixtures"));

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> everyFolderIsATest() throws IOException {
        if (ACCEPT && System.getenv("CI") != null) {
            throw new IllegalStateException("expectations are not accepted in CI");
        }
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(
                            folder.getFileName().toString(), folder.toUri(), () -> run(folder)));
        }
    }

    private void run(Path fixture) throws Exception {
        MigrationWorkspace workspace = new MigrationWorkspace(temporary.resolve(fixture.getFileName()));
        workspace.generate(model(workspace, fixture.resolve("before.yaml")));
        workspace.seal(Optional.empty());
        if (Files.exists(fixture.resolve("by-hand.sql"))) {
            Files.copy(fixture.resolve("by-hand.sql"), workspace.folder.resolve("002_by_hand.sql"));
            workspace.seal(Optional.empty());
        }
        Model after = model(workspace, fixture.resolve("after.yaml"));
        String[] acknowledged = text(fixture.resolve("acknowledge.txt")).lines().toArray(String[]::new);
        MigrationOutcome outcome = workspace.plan(after, acknowledged);

        Map<String, String> results = new TreeMap<>();
        if (!outcome.problems().isEmpty()) {
            StringJoiner problems = new StringJoiner("\n", "", "\n");
            outcome.problems().forEach(problem -> problems.add(problem.toString()));
            results.put("problems.txt", problems.toString());
        } else {
            outcome.write().forEach((name, text) -> results.put("expected/" + name, text));
            outcome.notes().forEach(note -> results.merge("notes.txt", note + "\n", String::concat));
            results.put("rows.txt", rows(outcome, text(fixture.resolve("data.sql"))));
            workspace.generate(after, acknowledged);
            assertEquals(Map.of(), workspace.plan(after).write(), "what was written is what the next run wants");
        }
        compare(fixture, results);
    }

    private static Model model(MigrationWorkspace workspace, Path file) throws IOException, InvalidModelException {
        return workspace.model(Files.readString(file));
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Every row after the last migration and after its way back. */
    private static String rows(MigrationOutcome outcome, String data) throws SQLException, MigrationFailure {
        List<MigrationSource> all = outcome.migrations();
        boolean drafted = !all.get(all.size() - 1).sealed();
        List<MigrationSource> sealed = drafted ? all.subList(0, all.size() - 1) : all;
        try (ScratchDatabase database = MigrationWorkspace.database(sealed)) {
            for (SqlSplitter.Part part : SqlSplitter.split(data)) {
                database.execute(part.sql());
            }
            if (!drafted) {
                return "-- no migration\n" + dump(database);
            }
            MigrationSource draft = all.get(all.size() - 1);
            database.migrate(draft.up());
            String text = "-- after " + draft.name() + "\n" + dump(database);
            assertEquals(List.of(), database.violations());
            if (!draft.down().isEmpty()) {
                database.migrate(draft.down());
                text += "\n-- and back again\n" + dump(database);
            }
            return text;
        }
    }

    private static String dump(ScratchDatabase database) throws SQLException {
        Schema schema = database.schema();
        StringBuilder text = new StringBuilder();
        List<TableSchema> tables = new ArrayList<>(schema.tables());
        tables.sort((one, other) -> one.name().compareTo(other.name()));
        for (TableSchema table : tables) {
            StringJoiner columns =
                    new StringJoiner(" || ' | ' || ", "SELECT ", " FROM " + SqliteNames.quote(table.name()));
            StringJoiner names = new StringJoiner(" | ", table.name() + ": ", "\n");
            table.columns().forEach(column -> {
                columns.add("quote(" + SqliteNames.quote(column.name()) + ")");
                names.add(column.name());
            });
            text.append(names);
            database.texts(columns.toString())
                    .forEach(row -> text.append("  ").append(row).append('\n'));
        }
        schema.views().stream()
                .map(SchemaObject::name)
                .forEach(name -> text.append("view ").append(name).append('\n'));
        schema.triggers().stream()
                .map(SchemaObject::name)
                .forEach(name -> text.append("trigger ").append(name).append('\n'));
        for (TableSchema table : tables) {
            table.indexes()
                    .forEach(index -> text.append("index ").append(index.name()).append('\n'));
        }
        return text.toString();
    }

    private static void compare(Path fixture, Map<String, String> results) throws IOException {
        Map<String, String> expected = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(fixture)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = fixture.relativize(path).toString().replace('\\', '/');
                if (name.startsWith("expected/") || name.matches("(rows|problems|notes)\\.txt")) {
                    expected.put(name, Files.readString(path).replace("\r\n", "\n"));
                }
            }
        }
        if (ACCEPT) {
            for (String name : expected.keySet()) {
                Files.delete(fixture.resolve(name));
            }
            for (Map.Entry<String, String> result : results.entrySet()) {
                Files.createDirectories(fixture.resolve(result.getKey()).getParent());
                Files.writeString(fixture.resolve(result.getKey()), result.getValue());
            }
            return;
        }
        assertEquals(expected.keySet(), results.keySet());
        for (Map.Entry<String, String> result : results.entrySet()) {
            assertEquals(expected.get(result.getKey()), result.getValue(), result.getKey());
        }
    }
}
