package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Json;
import io.rowloom.model.ColumnType.Scalar;
import java.util.Locale;

/** Types as a model spells them, and which of them can hold the same values. */
public final class TypeNames {
    private TypeNames() {}

    /** The word for a type, {@code timestamp}, {@code decimal(10, 2)}, {@code Provider}. */
    public static String of(ColumnType type) {
        if (type instanceof Scalar scalar) {
            return scalar.name().toLowerCase(Locale.ROOT);
        }
        if (type instanceof Decimal decimal) {
            return "decimal(" + decimal.precision() + ", " + decimal.scale() + ')';
        }
        if (type instanceof Enumeration enumeration) {
            return enumeration.type().name();
        }
        return type instanceof Json ? "json" : "timestamp";
    }

    /** Whether what the database holds for the one can be read or written as the other. */
    public static boolean canMeet(ColumnType declared, ColumnType found) {
        return ValueTypes.common(Value.of(declared, false), Value.of(found, false))
                        .type()
                        .isPresent()
                || declared == Scalar.BOOLEAN && (found == Scalar.INTEGER || found == Scalar.BIGINT)
                || declared instanceof ColumnType.Timestamp timestamp
                        && timestamp.format().isEpoch()
                        && (found == Scalar.INTEGER || found == Scalar.BIGINT);
    }
}
