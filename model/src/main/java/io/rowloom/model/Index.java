package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * An index.
 *
 * @param name the index's name, {@code idx_sessions_created_at}
 * @param unique whether two rows may not have equal parts
 * @param parts what it is over, in order; at least one
 * @param where the condition of a partial index, as written
 * @param location where it is declared
 * @param whereAt where the condition begins, if somebody wrote one down
 */
public record Index(
        String name,
        boolean unique,
        List<Part> parts,
        Optional<String> where,
        Location location,
        Optional<Location> whereAt) {
    public Index {
        parts = List.copyOf(parts);
    }

    /** An index whose condition, if it has one, nobody wrote down. */
    public Index(String name, boolean unique, List<Part> parts, Optional<String> where, Location location) {
        this(name, unique, parts, where, location, Optional.empty());
    }

    /** What an index is over: a column or an expression. */
    public sealed interface Part {
        /** The direction in which it is stored. */
        Order order();

        /** The collation it is compared with, where it is not the column's own. */
        Optional<String> collation();
    }

    /** A column, by its name. */
    public record ColumnPart(String column, Order order, Optional<String> collation) implements Part {}

    /** An SQL expression, as written; {@code at} is where it begins, if somebody wrote it down. */
    public record ExpressionPart(String expression, Order order, Optional<String> collation, Optional<Location> at)
            implements Part {
        /** An expression that nobody wrote down. */
        public ExpressionPart(String expression, Order order, Optional<String> collation) {
            this(expression, order, collation, Optional.empty());
        }
    }

    /** A direction. */
    public enum Order {
        ASCENDING,
        DESCENDING
    }
}
