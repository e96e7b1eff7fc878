package io.rowloom.generator.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A primary key.
 *
 * @param name the constraint's name
 * @param parts its columns in key order
 * @param autoIncrement whether numbers are never reused
 * @param descendingColumn whether it was written at its column with DESC, which keeps the column from being the rowid
 * @param onConflict the conflict clause in upper case, {@code REPLACE}
 */
public record PrimaryKeySchema(
        Optional<String> name,
        List<KeyPart> parts,
        boolean autoIncrement,
        boolean descendingColumn,
        Optional<String> onConflict) {
    public PrimaryKeySchema {
        parts = List.copyOf(parts);
    }

    /** What it says, without its name and the case of names. */
    public String signature() {
        return parts.stream().map(KeyPart::signature).collect(Collectors.joining(", "))
                + (autoIncrement ? " AUTOINCREMENT" : "")
                + (descendingColumn ? " not the rowid" : "")
                + onConflict.map(action -> " ON CONFLICT " + action).orElse("");
    }
}
