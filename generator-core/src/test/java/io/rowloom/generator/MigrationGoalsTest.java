package io.rowloom.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.rowloom.generator.testing.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals tell their user, word by word. */
class MigrationGoalsTest {
    @TempDir
    private Path root;

    @BeforeEach
    void generate() throws Exception {
        model("");
        Generation.run(request());
    }

    private void model(String more) throws IOException {
        Files.createDirectories(root.resolve("model"));
        Files.writeString(root.resolve("model/notes.yaml"), """
                rowloom: 1
                database: {name: notes, package: com.example.notes}
                tables:
                  notes:
                    columns:
                      id: {type: bigint, primary_key: auto}
                """ + more);
    }

    private MigrationGoals goals() {
        return new MigrationGoals(request());
    }

    private GenerationRequest request() {
        return Requests.of(root);
    }

    @Test
    void sealSaysWhatIsSealedAndWhatToRunNext() throws Exception {
        assertEquals(
                List.of(
                        "Sealed db/sqlite/001_initial_schema.sql: it is listed in db/sqlite/rowloom.lock.yaml and must not change any more",
                        "Run mvn generate-sources to write the documents again, which say what is sealed"),
                goals().seal(Optional.empty()));
        assertEquals(List.of("There is no draft to seal"), goals().seal(Optional.empty()));
    }

    @Test
    void diffShowsChangesStepsAndSql() throws Exception {
        goals().seal(Optional.empty());
        assertEquals(List.of("The migrations give what the model gives"), goals().diff());
        model("      stars: {type: integer, default: 0}\n");
        assertEquals(
                List.of(
                        "notes: add column stars",
                        "",
                        "-- Add column stars to notes",
                        "ALTER TABLE \"notes\" ADD COLUMN \"stars\" INTEGER NOT NULL DEFAULT 0;"),
                goals().diff());
    }

    @Test
    void migrationNamesTheFilesThatItWrote() throws Exception {
        goals().seal(Optional.empty());
        assertEquals(
                List.of("Written: db/sqlite/002_clean_up.down.sql", "Written: db/sqlite/002_clean_up.sql"),
                goals().create("Clean up"));
    }

    @Test
    void rebaseSaysThatThereIsNothingToDo() throws Exception {
        assertEquals(List.of("No number is taken twice"), goals().rebase());
    }

    @Test
    void checkSaysWhatIsAsItShouldBeAndWhatIsNot() throws Exception {
        assertEquals(
                List.of(
                        "The migrations give what the model gives, and nothing sealed was changed",
                        "The documents say what the model says; 0 % of tables and columns are described"),
                goals().check().summary());
        Files.delete(root.resolve("docs/database.md"));
        assertEquals(
                "docs/database.md:1:1: error[document-stale]: this document is missing",
                assertThrows(GenerationException.class, () -> goals().check())
                        .getMessage()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }
}
