package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the places where parameters stand say of them. */
public final class ParameterUses {
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Set<String> tested = new HashSet<>();

    /**
     * What is known of a parameter.
     *
     * @param type the common type of all places that say one
     * @param conflict whether two places want types that do not go together
     * @param takesNull whether NULL means something wherever it stands
     * @param list whether it is a list, {@code IN (:ids)}
     * @param single whether it stands somewhere as a single value
     */
    public record Use(Optional<ColumnType> type, boolean conflict, boolean takesNull, boolean list, boolean single) {}

    /** Everything known, by the parameters' names in the order of their first use. */
    public Map<String, Use> all() {
        return uses;
    }

    void single(String name, Optional<ColumnType> type, boolean takesNull) {
        uses.merge(name, new Use(type, false, takesNull, false, true), ParameterUses::both);
    }

    void list(String name, Optional<ColumnType> type) {
        uses.merge(name, new Use(type, false, false, true, false), ParameterUses::both);
    }

    /** Says that the query asks whether the parameter is NULL. */
    void nullTest(String name) {
        tested.add(name);
        single(name, Optional.empty(), true);
    }

    /** Whether the query asks whether the parameter is NULL. */
    public boolean isTestedForNull(String name) {
        return tested.contains(name);
    }

    private static Use both(Use a, Use b) {
        Optional<ColumnType> type = a.type().isPresent() ? a.type() : b.type();
        boolean conflict = a.conflict() || b.conflict();
        if (a.type().isPresent() && b.type().isPresent()) {
            ColumnType one = a.type().get();
            ColumnType other = b.type().get();
            type = ValueTypes.common(Value.of(one, false), Value.of(other, false))
                    .type();
            // Two formats of a moment can both be read, but a parameter is written in only one.
            boolean twoFormats = one instanceof ColumnType.Timestamp && !one.equals(other);
            conflict = conflict || type.isEmpty() || twoFormats;
        }
        return new Use(type, conflict, a.takesNull() && b.takesNull(), a.list() || b.list(), a.single() || b.single());
    }
}
