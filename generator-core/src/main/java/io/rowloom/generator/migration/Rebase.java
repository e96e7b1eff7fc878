package io.rowloom.generator.migration;

import io.rowloom.generator.migration.LockFile.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts migrations of two branches in one row after a merge: those listed first in the lock file keep their numbers, the
 * others are unsealed. What was generated is deleted, for it is planned anew on top; what was edited or written by hand
 * is kept as the draft, with the next number.
 */
public final class Rebase {
    private Rebase() {}

    /** What has to be written and deleted; nothing if no number is taken twice. */
    public static MigrationOutcome plan(Path folder) throws IOException {
        Path lockFile = folder.resolve(LockFile.NAME);
        LockFile lock = Files.exists(lockFile) ? LockFile.parse(withoutMarkers(text(lockFile))) : LockFile.EMPTY;
        List<Entry> kept = new ArrayList<>();
        List<Entry> moved = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        for (Entry entry : lock.entries()) {
            (numbers.add(entry.number()) ? kept : moved).add(entry);
        }
        LockFile rest = new LockFile(kept);
        Map<String, String> write = new TreeMap<>();
        Set<String> delete = new TreeSet<>();
        for (Entry entry : moved) {
            move(folder, entry.number(), entry.name(), rest.last() + 1, write, delete);
        }
        for (MigrationFile draft : earlyDrafts(folder, lock, rest)) {
            move(folder, draft.number(), draft.name(), rest.last() + 1, write, delete);
        }
        if (!moved.isEmpty()
                || !text(lockFile).equals(rest.text()) && !lock.entries().isEmpty()) {
            write.put(LockFile.NAME, rest.text());
        }
        return MigrationOutcome.files(write, delete);
    }

    /** Both sides of a merge conflict count. */
    private static String withoutMarkers(String text) {
        return text.lines()
                .filter(line ->
                        !line.startsWith("<<<<<<<") && !line.startsWith("=======") && !line.startsWith(">>>>>>>"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static void move(
            Path folder, int number, String name, int next, Map<String, String> write, Set<String> delete)
            throws IOException {
        MigrationFile names = new MigrationFile(number, name, "", Optional.empty());
        Path up = folder.resolve(names.fileName());
        if (!Files.exists(up)) {
            return;
        }
        Path down = folder.resolve(names.downFileName());
        Optional<String> downText = Files.exists(down) ? Optional.of(text(down)) : Optional.empty();
        MigrationFile file = new MigrationFile(number, name, text(up), downText);
        delete.add(file.fileName());
        downText.ifPresent(text -> delete.add(file.downFileName()));
        if (!file.isUntouched()) {
            MigrationFile renumbered = new MigrationFile(next, name, file.up(), downText);
            write.put(renumbered.fileName(), renumbered.up());
            downText.ifPresent(text -> write.put(renumbered.downFileName(), text));
        }
    }

    /** Drafts that were numbered before the other branch sealed that number. */
    private static List<MigrationFile> earlyDrafts(Path folder, LockFile lock, LockFile rest) throws IOException {
        Set<String> sealed = new HashSet<>();
        lock.entries()
                .forEach(entry ->
                        sealed.add(new MigrationFile(entry.number(), entry.name(), "", Optional.empty()).fileName()));
        List<MigrationFile> drafts = new ArrayList<>();
        String[] names = folder.toFile().list();
        for (String name : names == null ? new String[0] : names) {
            Optional<MigrationFile> file = MigrationFolder.named(name);
            if (file.isPresent() && !sealed.contains(name) && file.get().number() <= rest.last()) {
                drafts.add(file.get());
            }
        }
        return drafts;
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file)
                ? Checksum.normalized(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                : "";
    }
}
