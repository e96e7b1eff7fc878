package io.rowloom.model.resolve;

import io.rowloom.model.ColumnType;
import java.util.Locale;

/** How a type is called in messages. */
final class TypeText {
    private TypeText() {}

    static String of(ColumnType type) {
        if (type instanceof ColumnType.Scalar scalar) {
            return scalar.name().toLowerCase(Locale.ROOT);
        } else if (type instanceof ColumnType.Decimal decimal) {
            return "decimal(" + decimal.precision() + "," + decimal.scale() + ")";
        } else if (type instanceof ColumnType.Timestamp timestamp) {
            return "timestamp in the format " + timestamp.format().key();
        } else if (type instanceof ColumnType.Enumeration enumeration) {
            return "the enum " + enumeration.type().name();
        }
        return "json";
    }
}
