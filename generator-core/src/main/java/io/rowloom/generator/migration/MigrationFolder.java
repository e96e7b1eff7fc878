package io.rowloom.generator.migration;

import io.rowloom.generator.migration.LockFile.Entry;
import io.rowloom.generator.migration.MigrationProblem.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The migrations of one dialect as they lie on disk.
 *
 * @param shownPath the folder as messages name it, with a slash at its end
 * @param lock which of them are sealed
 * @param sealed the sealed ones in order
 * @param draft the one that is not
 * @param problems what is wrong with names, numbers, checksums and the lock file
 */
public record MigrationFolder(
        String shownPath,
        LockFile lock,
        List<MigrationFile> sealed,
        Optional<MigrationFile> draft,
        List<MigrationProblem> problems) {
    /** What whoever changed a sealed migration should have done. */
    public static final String NEXT = "What is to change now belongs into the next migration";

    private static final Pattern FILE = Pattern.compile("(\\d{3,9})_([A-Za-z0-9_]+?)(\\.down)?\\.sql");

    public MigrationFolder {
        sealed = List.copyOf(sealed);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the folder; one that is missing is empty.
     *
     * @param base what paths in messages are relative to
     */
    public static MigrationFolder read(Path folder, Path base) throws IOException {
        Reader reader = new Reader(folder, base);
        reader.read();
        return reader.result();
    }

    /** A migration without its text if that is the name of its file. */
    static Optional<MigrationFile> named(String fileName) {
        Matcher matcher = FILE.matcher(fileName);
        return matcher.matches() && matcher.group(3) == null
                ? Optional.of(
                        new MigrationFile(Integer.parseInt(matcher.group(1)), matcher.group(2), "", Optional.empty()))
                : Optional.empty();
    }

    /** The sealed ones and the draft. */
    public List<MigrationFile> all() {
        List<MigrationFile> all = new ArrayList<>(sealed);
        draft.ifPresent(all::add);
        return all;
    }

    private static final class Reader {
        private final Path folder;
        private final String shownPath;
        private final List<MigrationProblem> problems = new ArrayList<>();
        private final Map<Integer, MigrationFile> ups = new TreeMap<>();
        private final Map<String, String> downs = new HashMap<>();
        private LockFile lock = LockFile.EMPTY;

        Reader(Path folder, Path base) {
            this.folder = folder;
            Path shown = folder.startsWith(base) ? base.relativize(folder) : folder;
            this.shownPath = shown.toString().replace('\\', '/') + '/';
        }

        private void problem(Code code, String file, int line, String message) {
            problems.add(new MigrationProblem(code, shownPath + file, line, message));
        }

        void read() throws IOException {
            String[] names = folder.toFile().list();
            if (names == null) {
                return;
            }
            Arrays.sort(names);
            for (String name : names) {
                if (name.equals(LockFile.NAME)) {
                    readLock(text(name));
                } else if (name.endsWith(".sql")) {
                    readMigration(name);
                }
            }
        }

        private String text(String name) throws IOException {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            return Checksum.normalized(new String(bytes, StandardCharsets.UTF_8));
        }

        private void readLock(String text) {
            try {
                lock = LockFile.parse(text);
            } catch (IllegalArgumentException wrong) {
                String message = wrong.getMessage();
                int colon = message.indexOf(':');
                int line = Integer.parseInt(message.substring(0, colon));
                problem(Code.LOCK_FILE, LockFile.NAME, line, message.substring(colon + 2));
            }
        }

        private void readMigration(String fileName) throws IOException {
            Matcher matcher = FILE.matcher(fileName);
            if (!matcher.matches()) {
                problem(Code.MIGRATION_NAME, fileName, 1, "a migration is named like 004_add_priority_to_tasks.sql");
                return;
            }
            int number = Integer.parseInt(matcher.group(1));
            String name = matcher.group(2);
            if (matcher.group(3) != null) {
                downs.put(number + "_" + name, text(fileName));
                return;
            }
            MigrationFile other =
                    ups.putIfAbsent(number, new MigrationFile(number, name, text(fileName), Optional.empty()));
            if (other != null) {
                problem(
                        Code.MIGRATION_NUMBER,
                        fileName,
                        1,
                        other.fileName()
                                + " has that number as well; give the one that was not released the next free number");
            }
        }

        MigrationFolder result() {
            if (problems.stream().anyMatch(problem -> problem.code().equals(Code.LOCK_FILE.id()))) {
                // Without it everything would count as a draft.
                return new MigrationFolder(shownPath, lock, List.of(), Optional.empty(), problems);
            }
            List<MigrationFile> sealed = new ArrayList<>();
            List<MigrationFile> drafts = new ArrayList<>();
            for (MigrationFile up : ups.values()) {
                Optional<String> down = Optional.ofNullable(downs.remove(up.number() + "_" + up.name()));
                MigrationFile file = new MigrationFile(up.number(), up.name(), up.up(), down);
                Optional<Entry> entry = lock.entry(file.number());
                if (entry.isEmpty()) {
                    drafts.add(file);
                } else {
                    sealed.add(file);
                    compare(file, entry.get());
                }
            }
            downs.keySet().stream().sorted().forEach(name -> {
                String file = String.format("%03d", Integer.parseInt(name.substring(0, name.indexOf('_'))))
                        + name.substring(name.indexOf('_')) + ".down.sql";
                problem(Code.MIGRATION_NAME, file, 1, "there is no migration that it undoes");
            });
            lookAtLock(sealed);
            lookAtDrafts(drafts);
            return new MigrationFolder(shownPath, lock, sealed, drafts.stream().findFirst(), problems);
        }

        private void compare(MigrationFile file, Entry entry) {
            if (!entry.name().equals(file.name())) {
                problem(
                        Code.SEALED_CHANGED,
                        file.fileName(),
                        1,
                        "the migration was sealed as " + String.format("%03d_%s", entry.number(), entry.name())
                                + "; give it that name again");
            } else if (!entry.checksum().equals(Checksum.of(file.up()))) {
                problem(
                        Code.SEALED_CHANGED,
                        file.fileName(),
                        1,
                        "the migration was sealed and must not change, for databases have had it already\n"
                                + "    to see what was changed: git diff HEAD -- " + shownPath + file.fileName()
                                + "\n    to take it back: git checkout HEAD -- " + shownPath + file.fileName()
                                + "\n    " + NEXT);
            }
        }

        private void lookAtLock(List<MigrationFile> sealed) {
            Map<Integer, Entry> seen = new HashMap<>();
            int line = 0;
            for (Entry entry : lock.entries()) {
                line++;
                String id = String.format("%03d_%s", entry.number(), entry.name());
                if (seen.putIfAbsent(entry.number(), entry) != null) {
                    problem(
                            Code.MIGRATION_NUMBER,
                            LockFile.NAME,
                            line + 2,
                            "two branches sealed number " + entry.number() + "; run the goal rebase to give " + id
                                    + " the next one");
                } else if (sealed.stream().noneMatch(file -> file.number() == entry.number())) {
                    problem(
                            Code.SEALED_MISSING,
                            LockFile.NAME,
                            line + 2,
                            "the sealed migration " + id + " has no file\n    to restore it: git checkout HEAD -- "
                                    + shownPath + id + ".sql");
                }
            }
        }

        private void lookAtDrafts(List<MigrationFile> drafts) {
            for (MigrationFile draft : drafts) {
                if (draft.number() < lock.last()) {
                    problem(
                            Code.MIGRATION_NUMBER,
                            draft.fileName(),
                            1,
                            "it is not sealed, but " + lock.last()
                                    + " is already; run the goal rebase to give it the next number");
                }
            }
            if (drafts.size() > 1) {
                problem(
                        Code.SEVERAL_DRAFTS,
                        drafts.get(1).fileName(),
                        1,
                        "only one migration can be a draft, and "
                                + drafts.get(0).fileName() + " is one already; seal that first or delete one of them");
            }
        }
    }
}
