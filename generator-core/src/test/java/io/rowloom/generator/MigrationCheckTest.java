package io.rowloom.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rowloom.generator.testing.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal check says of migrations; what it says of documents has tests of its own. */
class MigrationCheckTest {
    private static final String SEALED = "db/sqlite/001_initial_schema.sql";

    @TempDir
    Path root;

    @BeforeEach
    void sealTheFirstMigration() throws Exception {
        model("");
        Generation.run(request());
        new MigrationGoals(request()).seal(Optional.empty());
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
                      title: text
                """ + more);
    }

    private GenerationRequest request(String... acknowledged) {
        return Requests.of(root, acknowledged);
    }

    private String refusal() {
        return assertThrows(GenerationException.class, () -> new MigrationGoals(request()).check())
                .getMessage();
    }

    @Test
    void aStaleDraftIsShownAsADifferenceWithWhatMendsIt() throws Exception {
        model("      stars: {type: integer, default: 0}\n");
        String refusal = refusal();
        assertTrue(
                refusal.startsWith(
                        "db/sqlite/002_add_stars_to_notes.sql:1:1: error[migration-stale]: the draft is not what the model asks for\n"
                                + "@@ -0,0 +1,4 @@\n"
                                + "+-- Add column stars to notes.\n"
                                + "+ALTER TABLE \"notes\" ADD COLUMN \"stars\" INTEGER NOT NULL DEFAULT 0;\n"),
                refusal);
        assertTrue(
                refusal.contains(
                        "    to mend it: mvn generate-sources\ndb/sqlite/002_add_stars_to_notes.down.sql:1:1:"),
                refusal);
    }

    @Test
    void aChangedSealedMigrationIsShownWithTheCommandsOfGit() throws Exception {
        Files.writeString(
                root.resolve(SEALED), Files.readString(root.resolve(SEALED)).replace("title", "headline"));
        assertEquals(
                SEALED
                        + ":1:1: error[sealed-changed]: the migration was sealed and must not change, for databases have had it already\n"
                        + "    to see what was changed: git diff HEAD -- " + SEALED + "\n"
                        + "    to take it back: git checkout HEAD -- " + SEALED + "\n"
                        + "    What is to change now belongs into the next migration",
                refusal());
    }

    @Test
    void whereGitHasItAsItWasSealedTheDifferenceIsShown() throws Exception {
        assumeTrue(isGitThere(), "git is not installed");
        git("init", "-q");
        git("add", ".");
        git("commit", "-q", "-m", "sealed");
        String commit = git("rev-parse", "--short", "HEAD").strip();
        Files.writeString(
                root.resolve(SEALED), Files.readString(root.resolve(SEALED)).replace("title", "headline"));
        git("commit", "-q", "-a", "-m", "changed, and even committed");
        String refusal = refusal();
        assertTrue(refusal.contains("\n-  \"title\" TEXT NOT NULL\n+  \"headline\" TEXT NOT NULL\n"), refusal);
        assertTrue(
                refusal.endsWith("    to take it back: git checkout " + commit + " -- " + SEALED
                        + "\n    What is to change now belongs into the next migration"),
                refusal);
        assertEquals(2, refusal.split("git checkout", -1).length, refusal);
        git("checkout", commit, "--", SEALED);
        new MigrationGoals(request()).check();
    }

    @Test
    void aHazardIsAcceptedWhenTheMigrationIsSealed() throws Exception {
        Files.writeString(
                root.resolve("model/notes.yaml"),
                Files.readString(root.resolve("model/notes.yaml")).replace("title: text", "head: text?"));
        assertTrue(
                assertThrows(GenerationException.class, () -> new MigrationGoals(request()).seal(Optional.of("heads")))
                        .getMessage()
                        .contains("-Drowloom.acknowledge=drop-column:notes.title"));
        assertTrue(refusal().contains("error[drop-column]"));
        new MigrationGoals(request("drop-column:notes.title")).seal(Optional.of("heads"));
        String migration = Files.readString(root.resolve("db/sqlite/002_heads.sql"));
        assertTrue(migration.startsWith("-- Acknowledged: drop-column:notes.title\n"), migration);
        assertTrue(Files.readString(root.resolve("db/sqlite/rowloom.lock.yaml")).contains("number: 2, name: heads"));
    }

    private static boolean isGitThere() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
