package io.rowloom.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.docs.DocsLayout;
import io.rowloom.generator.testing.Requests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code rowloom.coverageSince} finds in a repository whose first commit describes two of three. */
class CoverageCheckTest {
    private static final String TITLE = "title: {type: text, description: What it is called.}";

    @TempDir
    Path root;

    @BeforeEach
    void repository() throws Exception {
        git("init", "-q");
        model(TITLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = DocsLayout.class,
            names = {"PAGE", "FOLDER"})
    void aShareThatDropsIsAMistakeAlsoWhereTheDocumentWasWrittenAgain(DocsLayout layout) throws Exception {
        Generation.run(request(layout, "HEAD"));
        commit();
        model(TITLE, "stars: integer");
        Generation.run(request(layout, "HEAD"));

        String expected = """
                model/app.yaml:4:3: error[undescribed]: the table 'notes' has no description
                model/app.yaml:8:7: error[undescribed]: the column 'stars' of 'notes' has no description
                    described are 0 of 1 table, 2 of 3 columns (50 %); docs/database.md of HEAD has 0 of 1 table, 2 of 2 columns (66 %)
                    to mend it: describe what is new, or others of these in its place""";
        assertEquals(expected, refusal(layout, "HEAD"));

        model(TITLE, "stars: {type: integer, description: How good it is.}");
        Generation.run(request(layout, "HEAD"));
        check(layout, "HEAD");
        commit();
        // What a commit further back had counts as well.
        model("title: text", "stars: {type: integer, description: How good it is.}");
        Generation.run(request(layout, "HEAD"));
        assertTrue(refusal(layout, "HEAD")
                .contains("(50 %); docs/database.md of HEAD has 0 of 1 table, 3 of 3 columns (75 %)"));
        assertTrue(refusal(layout, "HEAD~1")
                .contains("docs/database.md of HEAD~1 has 0 of 1 table, 2 of 2 columns (66 %)"));
    }

    @Test
    void beforeAnythingIsGeneratedTheStaleDocumentIsToldAsWell() throws Exception {
        Generation.run(request(DocsLayout.PAGE, "HEAD"));
        commit();
        model("title: text");
        String refusal = refusal(DocsLayout.PAGE, "HEAD");
        assertTrue(refusal.contains("error[document-stale]"), refusal);
        assertTrue(
                refusal.contains("described are 0 of 1 table, 1 of 2 columns (33 %); docs/database.md of HEAD has "),
                refusal);
    }

    @Test
    void withoutADocumentInTheCommitNothingCanDrop() throws Exception {
        commit();
        model("title: text");
        Generation.run(request(DocsLayout.PAGE, "HEAD"));
        check(DocsLayout.PAGE, "HEAD");
    }

    @Test
    void aRevisionThatGitDoesNotKnowIsAMistake() throws Exception {
        Generation.run(request(DocsLayout.PAGE, "HEAD"));
        commit();
        for (String unknown : List.of("origin/main", "--all", "HEAD:docs/database.md")) {
            String refusal = refusal(DocsLayout.PAGE, unknown);
            assertTrue(
                    refusal.startsWith("rowloom.coverageSince is '" + unknown + "', which Git does not know here"),
                    refusal);
        }
    }

    private void check(DocsLayout layout, String since) throws Exception {
        new MigrationGoals(request(layout, since)).check();
    }

    private String refusal(DocsLayout layout, String since) {
        return String.valueOf(assertThrows(GenerationException.class, () -> check(layout, since))
                .getMessage());
    }

    private void model(String... columns) throws Exception {
        Files.createDirectories(root.resolve("model"));
        Files.writeString(root.resolve("model/app.yaml"), """
                rowloom: 1
                database: {name: app, package: com.example.app}
                tables:
                  notes:
                    columns:
                      id: {type: bigint, primary_key: auto, description: A number.}
                      %s
                """.formatted(String.join("\n      ", columns)));
    }

    private void commit() throws Exception {
        git("add", "--all");
        git("commit", "-q", "-m", "A change");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process git =
                new ProcessBuilder(command).directory(root.toFile()).inheritIO().start();
        assertEquals(0, git.waitFor(), String.join(" ", command));
    }

    private GenerationRequest request(DocsLayout layout, String since) {
        return Requests.of(
                root,
                Strictness.OFF,
                Strictness.OFF,
                new DocumentSettings(layout, Optional.empty(), 0, Optional.of(since)));
    }
}
