package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import java.util.Optional;

/**
 * What the place of an expression says of it, for the parameters that stand there.
 *
 * @param type the type that it is compared with, assigned to or passed as
 * @param takesNull whether NULL means something there
 */
record Wanted(Optional<ColumnType> type, boolean takesNull) {
    static final Wanted ANYTHING = new Wanted(Optional.empty(), false);

    static Wanted like(Value value) {
        return value.type().isEmpty() ? ANYTHING : new Wanted(value.type(), false);
    }

    static Wanted of(ColumnType type) {
        return new Wanted(Optional.of(type), false);
    }
}
