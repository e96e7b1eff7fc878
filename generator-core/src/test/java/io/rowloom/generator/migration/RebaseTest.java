package io.rowloom.generator.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two branches that sealed the same numbers, merged: theirs was first, ours is rebased. */
class RebaseTest {
    private static final String TASKS = """
            tasks:
              columns:
                id: {type: bigint, primary_key: auto}
                title: text
            """;
    private static final String OWNER = "    owner: text?\n";
    private static final String SLUG = "    slug: text?\n";

    @TempDir
    Path root;

    private MigrationWorkspace workspace;
    private Map<String, String> base = Map.of();

    @BeforeEach
    void sealTheFirstAndLetTheOtherBranchAddAnOwner() throws Exception {
        workspace = new MigrationWorkspace(root);
        workspace.generate(workspace.model(TASKS));
        workspace.seal(Optional.empty());
        base = workspace.files();
    }

    /** The other branch is done; back to where both began. */
    private Map<String, String> theirs() throws Exception {
        workspace.generate(workspace.model(TASKS + OWNER));
        workspace.seal(Optional.empty());
        Map<String, String> files = workspace.files();
        reset(base);
        return files;
    }

    private void reset(Map<String, String> files) throws IOException {
        for (String name : workspace.files().keySet()) {
            Files.delete(workspace.folder.resolve(name));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(workspace.folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** As Git leaves it: the files of both, and a conflict in the lock file. */
    private void merge(Map<String, String> theirs) throws IOException {
        Map<String, String> files = new TreeMap<>(theirs);
        files.putAll(workspace.files());
        String common = base.get(LockFile.NAME);
        files.put(
                LockFile.NAME,
                common + "<<<<<<< HEAD\n" + theirs.get(LockFile.NAME).substring(common.length()) + "=======\n"
                        + workspace.files().get(LockFile.NAME).substring(common.length()) + ">>>>>>> ours\n");
        reset(files);
    }

    private void byHand(int number, String name, String up, String down) throws IOException {
        MigrationFile file = new MigrationFile(number, name, up, Optional.of(down));
        Files.writeString(workspace.folder.resolve(file.fileName()), Sealing.HEADER + up);
        Files.writeString(workspace.folder.resolve(file.downFileName()), Sealing.HEADER_DOWN + down);
        workspace.seal(Optional.empty());
    }

    private void rebase() throws IOException {
        MigrationWriter.write(workspace.folder, Rebase.plan(workspace.folder));
    }

    @Test
    void whatWasGeneratedIsPlannedAnewOnTop() throws Exception {
        Map<String, String> theirs = theirs();
        workspace.generate(workspace.model(TASKS + SLUG));
        workspace.seal(Optional.empty());
        merge(theirs);
        rebase();
        assertEquals(theirs, workspace.files());
        workspace.generate(workspace.model(TASKS + OWNER + SLUG));
        assertTrue(workspace.files().containsKey("003_add_slug_to_tasks.sql"));
    }

    @Test
    void whatWasWrittenByHandIsKeptWithTheNextNumber() throws Exception {
        Map<String, String> theirs = theirs();
        byHand(2, "trim", "UPDATE tasks SET title = trim(title);\n", "");
        merge(theirs);
        rebase();
        assertEquals(
                Sealing.HEADER + "UPDATE tasks SET title = trim(title);\n",
                workspace.files().get("003_trim.sql"));
        assertEquals(List.of(), workspace.plan(workspace.model(TASKS + OWNER)).problems());
    }

    @Test
    void severalBecomeOneDraftInTheirOrder() throws Exception {
        Map<String, String> theirs = theirs();
        Model ours = workspace.model(TASKS + SLUG);
        workspace.generate(ours);
        workspace.seal(Optional.empty());
        byHand(3, "fill_slugs", "UPDATE tasks SET slug = lower(title);\n", "UPDATE tasks SET slug = NULL;\n");
        byHand(4, "trim_slugs", "UPDATE tasks SET slug = trim(slug);\n", "SELECT 1;\n");
        merge(theirs);
        rebase();

        assertFalse(workspace.files().containsKey("002_add_slug_to_tasks.sql"));
        MigrationOutcome outcome = workspace.plan(workspace.model(TASKS + OWNER + SLUG));
        assertEquals(List.of(), outcome.problems());
        MigrationSource draft = outcome.migrations().get(2);
        assertEquals("003_fill_slugs.sql", draft.fileName());
        assertEquals(
                List.of(
                        "ALTER TABLE \"tasks\" ADD COLUMN \"slug\" TEXT",
                        "UPDATE tasks SET slug = lower(title)",
                        "UPDATE tasks SET slug = trim(slug)"),
                withoutComments(draft.up()));
        assertEquals(
                List.of("SELECT 1", "UPDATE tasks SET slug = NULL", "ALTER TABLE \"tasks\" DROP COLUMN \"slug\""),
                withoutComments(draft.down()));
        workspace.seal(Optional.empty());
        assertTrue(workspace.plan(workspace.model(TASKS + OWNER + SLUG)).isCurrent());
    }

    @Test
    void linesThatWereSortedByNumberAreToldApartToo() throws Exception {
        Map<String, String> theirs = theirs();
        byHand(2, "ours", "UPDATE tasks SET title = trim(title);\n", "");
        byHand(3, "ours", "UPDATE tasks SET title = upper(title);\n", "");
        merge(theirs);
        LockFile.Entry theirThird = new LockFile.Entry(3, "theirs", Checksum.of("SELECT 1;\n"));
        Files.writeString(workspace.folder.resolve("003_theirs.sql"), "SELECT 1;\n");
        List<LockFile.Entry> theirEntries =
                LockFile.parse(theirs.get(LockFile.NAME)).entries();
        Files.writeString(
                workspace.folder.resolve(LockFile.NAME),
                new LockFile(List.of(
                                theirEntries.get(0),
                                theirEntries.get(1),
                                new LockFile.Entry(2, "ours", "v1:1"),
                                theirThird,
                                new LockFile.Entry(3, "ours", "v1:2")))
                        .text());
        rebase();
        assertEquals(
                List.of(theirEntries.get(0), theirEntries.get(1), theirThird),
                LockFile.parse(workspace.files().get(LockFile.NAME)).entries());
        assertTrue(workspace.files().containsKey("004_ours.sql"), workspace.files()::toString);
    }

    @Test
    void whatOneOfThemCannotUndoAllTogetherCannot() throws Exception {
        Map<String, String> theirs = theirs();
        byHand(2, "one", "UPDATE tasks SET title = trim(title);\n", "");
        byHand(3, "two", "UPDATE tasks SET title = upper(title);\n", "SELECT 1;\n");
        merge(theirs);
        rebase();
        assertEquals(
                Sealing.HEADER_DOWN + "-- There is nothing that undoes 002_one.\n",
                workspace.files().get("003_one.down.sql"));
    }

    @Test
    void anUnsealedDraftOfANumberThatTheOtherBranchSealedMovesToo() throws Exception {
        Map<String, String> theirs = theirs();
        workspace.generate(workspace.model(TASKS + SLUG));
        Map<String, String> files = new TreeMap<>(workspace.files());
        files.putAll(theirs);
        reset(files);
        rebase();
        assertEquals(theirs, workspace.files());
    }

    private static List<String> withoutComments(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.replaceAll("(?m)^\\s*--.*\\n?", "").strip())
                .toList();
    }
}
