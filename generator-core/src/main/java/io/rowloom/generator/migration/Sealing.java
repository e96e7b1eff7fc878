package io.rowloom.generator.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Seals the draft, so that it never changes again, or makes an empty one for SQL that people write. */
public final class Sealing {
    /** Begins a migration that people write. */
    static final String HEADER =
            "-- Written by hand. It runs in a transaction of its own, with foreign keys off until its end.\n";
    /** Begins what undoes one. */
    static final String HEADER_DOWN =
            "-- Undoes the migration of the same name; without statements, it cannot be undone.\n";

    private Sealing() {}

    /** What has to be written for an empty migration; refused while there is a draft. */
    public static MigrationOutcome empty(Path folder, Path base, String name) throws IOException {
        MigrationFolder found = MigrationFolder.read(folder, base);
        if (!found.problems().isEmpty()) {
            return MigrationOutcome.refused(found.problems());
        }
        if (found.draft().isPresent()) {
            String file = found.draft().get().fileName();
            return MigrationOutcome.refused(List.of(new MigrationProblem(
                    MigrationProblem.Code.SEVERAL_DRAFTS,
                    found.shownPath() + file,
                    1,
                    "there is a draft already, and only one migration can be one; seal it first")));
        }
        MigrationFile file =
                new MigrationFile(found.lock().last() + 1, MigrationName.slug(name), HEADER, Optional.of(HEADER_DOWN));
        return MigrationOutcome.files(
                Map.of(
                        file.fileName(),
                        file.up(),
                        file.downFileName(),
                        file.down().orElseThrow()),
                Set.of());
    }

    /**
     * What has to be written to seal the draft; nothing if there is none. Whether the draft is right was decided by
     * {@link Migrations#plan} before.
     *
     * @param name another description for the file, or empty to keep its own
     */
    public static MigrationOutcome seal(Path folder, Path base, Optional<String> name) throws IOException {
        MigrationFolder found = MigrationFolder.read(folder, base);
        if (!found.problems().isEmpty()) {
            return MigrationOutcome.refused(found.problems());
        }
        Map<String, String> write = new TreeMap<>();
        Set<String> delete = new TreeSet<>();
        found.draft().ifPresent(draft -> {
            String description = name.map(MigrationName::slug).orElse(draft.name());
            MigrationFile sealed = new MigrationFile(draft.number(), description, draft.up(), draft.down());
            LockFile.Entry entry = new LockFile.Entry(draft.number(), description, Checksum.of(draft.up()));
            write.put(LockFile.NAME, found.lock().with(entry).text());
            if (!sealed.fileName().equals(draft.fileName())) {
                write.put(sealed.fileName(), sealed.up());
                delete.add(draft.fileName());
                sealed.down().ifPresent(down -> {
                    write.put(sealed.downFileName(), down);
                    delete.add(draft.downFileName());
                });
            }
        });
        return MigrationOutcome.files(write, delete);
    }
}
