package io.rowloom.generator.migration;

import io.rowloom.generator.migration.LockFile.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts migrations of two branches in one row after a merge: those listed first in the lock file keep their numbers, the
 * others are unsealed.
 *
 * <p>If all of those were generated, they are deleted, for what they did is planned anew on top. If any was edited or written
 * by hand, they become the draft, with the next number: several in one file, in their order, since a statement written by
 * hand may need the column that a generated one added before it.
 */
public final class Rebase {
    private final Path folder;
    private final Map<String, String> write = new TreeMap<>();
    private final Set<String> delete = new TreeSet<>();

    private Rebase(Path folder) {
        this.folder = folder;
    }

    /** What has to be written and deleted; nothing if no number is taken twice. */
    public static MigrationOutcome plan(Path folder) throws IOException {
        Rebase rebase = new Rebase(folder);
        rebase.plan();
        return MigrationOutcome.files(rebase.write, rebase.delete);
    }

    private void plan() throws IOException {
        String lockText = text(LockFile.NAME).orElse("");
        LockFile lock = LockFile.parse(withoutMarkers(lockText));
        LockFile rest = new LockFile(first(lock.entries()));
        List<MigrationFile> moved = new ArrayList<>();
        for (Entry entry : lock.entries()) {
            if (!rest.entries().contains(entry)) {
                read(new MigrationFile(entry.number(), entry.name(), "", Optional.empty()))
                        .ifPresent(moved::add);
            }
        }
        for (MigrationFile draft : earlyDrafts(lock, rest)) {
            read(draft).ifPresent(moved::add);
        }
        if (!lock.entries().isEmpty() && !lockText.equals(rest.text())) {
            write.put(LockFile.NAME, rest.text());
        }
        moved.forEach(file -> {
            delete.add(file.fileName());
            file.down().ifPresent(down -> delete.add(file.downFileName()));
        });
        moved.stream()
                .filter(file -> !file.isUntouched())
                .findFirst()
                .ifPresent(byHand -> draft(rest.last() + 1, byHand, moved));
        delete.removeAll(write.keySet());
    }

    /**
     * The entries of the branch that is listed first. From where a number comes again, the lines are the other branch's; what
     * it sealed after that builds on it, and so is not the first branch's either, unless the lines were mixed and the number
     * comes once more.
     */
    private static List<Entry> first(List<Entry> entries) {
        List<Entry> first = new ArrayList<>();
        Set<Integer> numbers = new HashSet<>();
        boolean other = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            boolean comesAgain =
                    entries.subList(i + 1, entries.size()).stream().anyMatch(later -> later.number() == entry.number());
            other |= numbers.contains(entry.number());
            if (!numbers.contains(entry.number()) && (!other || comesAgain)) {
                first.add(entry);
                numbers.add(entry.number());
            }
        }
        return first;
    }

    private void draft(int number, MigrationFile byHand, List<MigrationFile> moved) {
        MigrationFile draft = moved.size() == 1
                ? new MigrationFile(number, byHand.name(), byHand.up(), byHand.down())
                : new MigrationFile(number, byHand.name(), joinedUp(moved), Optional.of(joinedDown(moved)));
        write.put(draft.fileName(), draft.up());
        draft.down().ifPresent(down -> write.put(draft.downFileName(), down));
    }

    private static String joinedUp(List<MigrationFile> files) {
        StringBuilder text = new StringBuilder(Sealing.HEADER);
        files.forEach(file -> append(text, "From " + file.id() + " of the branch that was rebased.", file.up()));
        return text.toString();
    }

    /** Backwards; what one of them cannot undo, all together cannot. */
    private static String joinedDown(List<MigrationFile> files) {
        StringBuilder text = new StringBuilder(Sealing.HEADER_DOWN);
        List<MigrationFile> backwards = new ArrayList<>(files);
        Collections.reverse(backwards);
        for (MigrationFile file : backwards) {
            String down = file.down().orElse("");
            if (SqlSplitter.split(down).isEmpty()) {
                return Sealing.HEADER_DOWN + "-- There is nothing that undoes " + file.id() + ".\n";
            }
            append(text, "Undoes what was " + file.id() + ".", down);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String title, String sql) {
        String body = MigrationFile.unmarked(sql).replace(Sealing.HEADER, "").replace(Sealing.HEADER_DOWN, "");
        text.append("\n-- ").append(title).append('\n').append(body.strip()).append('\n');
    }

    /** Both sides of a merge conflict count. */
    private static String withoutMarkers(String text) {
        return text.lines()
                .filter(line ->
                        !line.startsWith("<<<<<<<") && !line.startsWith("=======") && !line.startsWith(">>>>>>>"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    /** Drafts that were numbered before the other branch sealed that number. */
    private List<MigrationFile> earlyDrafts(LockFile lock, LockFile rest) {
        Set<String> sealed = new HashSet<>();
        lock.entries()
                .forEach(entry ->
                        sealed.add(new MigrationFile(entry.number(), entry.name(), "", Optional.empty()).fileName()));
        Set<String> names = new TreeSet<>();
        String[] listed = folder.toFile().list();
        Collections.addAll(names, listed == null ? new String[0] : listed);
        List<MigrationFile> drafts = new ArrayList<>();
        for (String name : names) {
            MigrationFolder.named(name)
                    .filter(file -> !sealed.contains(name) && file.number() <= rest.last())
                    .ifPresent(drafts::add);
        }
        return drafts;
    }

    /** The file of that name, if there is one. */
    private Optional<MigrationFile> read(MigrationFile named) throws IOException {
        Optional<String> up = text(named.fileName());
        Optional<String> down = text(named.downFileName());
        return up.map(text -> new MigrationFile(named.number(), named.name(), text, down));
    }

    private Optional<String> text(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file)
                ? Optional.of(Checksum.normalized(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)))
                : Optional.empty();
    }
}
