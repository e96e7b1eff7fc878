package io.rowloom.generator.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Seals the draft: lists it in the lock file, under another name if one is given, so that it never changes again. */
public final class Sealing {
    private Sealing() {}

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
