package io.rowloom.generator.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A unique constraint.
 *
 * @param name the constraint's name
 * @param parts its columns in order
 * @param onConflict the conflict clause in upper case
 */
public record UniqueSchema(Optional<String> name, List<KeyPart> parts, Optional<String> onConflict) {
    public UniqueSchema {
        parts = List.copyOf(parts);
    }

    /** Whether the column is one of its parts. */
    public boolean has(String column) {
        return parts.stream().anyMatch(part -> part.column().equalsIgnoreCase(column));
    }

    /** What it says, without its name and the case of names. */
    public String signature() {
        return parts.stream().map(KeyPart::signature).collect(Collectors.joining(", "))
                + onConflict.map(action -> " ON CONFLICT " + action).orElse("");
    }
}
