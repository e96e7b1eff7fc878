package io.rowloom.generator.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index made by CREATE INDEX.
 *
 * @param name its name
 * @param unique whether equal entries are refused
 * @param parts columns and expressions in canonical spelling, with collation and order: {@code created_at desc}
 * @param where the condition of a partial index in canonical spelling
 * @param sql the CREATE INDEX statement as the engine keeps it
 */
public record IndexSchema(String name, boolean unique, List<String> parts, Optional<String> where, String sql) {
    public IndexSchema {
        parts = List.copyOf(parts);
    }

    /** What it says, name included, without the case of names. */
    public String signature() {
        return (unique ? "unique " : "")
                + SqlExpression.lower(name)
                + parts
                + where.map(condition -> " where " + condition).orElse("");
    }

    /** Whether the column occurs in it. */
    public boolean mentions(String column) {
        return parts.stream().anyMatch(part -> SqlExpression.mentions(part, column))
                || where.isPresent() && SqlExpression.mentions(where.get(), column);
    }
}
