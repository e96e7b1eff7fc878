package io.rowloom.generator.migration;

import io.rowloom.runtime.Migration;
import java.util.List;
import java.util.Optional;

/**
 * One migration as its files say, read and split into statements.
 *
 * @param number its place in the order, from 1
 * @param name what it does, {@code add_priority_to_tasks}
 * @param checksum the algorithm's version and the digest of the text with line ends normalised, {@code v1:9f86d0…}
 * @param sealed whether it is released and can no longer change
 * @param up the statements that apply it, each without its semicolon
 * @param down the statements that undo it; empty where it cannot be undone
 */
public record MigrationSource(
        int number, String name, String checksum, boolean sealed, List<String> up, List<String> down) {
    public MigrationSource {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** A file with its statements. */
    static MigrationSource of(MigrationFile file, boolean sealed, MigrationStatements up, MigrationStatements down) {
        return new MigrationSource(file.number(), file.name(), Checksum.of(file.up()), sealed, up.sql(), down.sql());
    }

    /** As the runtime takes it. */
    public Migration migration() {
        return new Migration(number, name, checksum, sealed, this::up, this::down);
    }

    /** The name of its file, {@code 004_add_priority_to_tasks.sql}. */
    public String fileName() {
        return new MigrationFile(number, name, "", Optional.empty()).fileName();
    }
}
