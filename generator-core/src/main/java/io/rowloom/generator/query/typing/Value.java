package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import java.util.Optional;

/**
 * What is known of a value.
 *
 * @param type its type; empty if no rule gives one
 * @param nullable whether it can be NULL
 * @param constant what it spells, if it is a literal; empty for NULL
 * @param isNull whether it is the literal NULL, which is of every type
 * @param origin the column that it comes from unchanged
 */
public record Value(
        Optional<ColumnType> type,
        boolean nullable,
        Optional<String> constant,
        boolean isNull,
        Optional<ColumnOrigin> origin) {

    /** A column of a table; {@code source} tells two uses of one table apart. */
    public record ColumnOrigin(String table, String column, Object source) {}

    static final Value UNKNOWN = unknown(true);
    static final Value NULL = new Value(Optional.empty(), true, Optional.empty(), true, Optional.empty());

    static Value unknown(boolean nullable) {
        return new Value(Optional.empty(), nullable, Optional.empty(), false, Optional.empty());
    }

    /** What is known of a parameter. */
    public static Value ofParameter(ColumnType type, boolean nullable) {
        return of(type, nullable);
    }

    /** A value of which nothing is known. */
    public static Value ofUnknown() {
        return UNKNOWN;
    }

    static Value of(ColumnType type, boolean nullable) {
        return new Value(Optional.of(type), nullable, Optional.empty(), false, Optional.empty());
    }

    static Value constant(ColumnType type, String text) {
        return new Value(Optional.of(type), false, Optional.of(text), false, Optional.empty());
    }

    Value withNullable(boolean nowNullable) {
        return new Value(type, nowNullable, constant, isNull, origin);
    }

    /** What is known of a value that is either this one or the other. */
    public Value or(Value other) {
        boolean same = equals(other)
                || type.equals(other.type)
                        && origin.map(ColumnOrigin::column).equals(other.origin.map(ColumnOrigin::column));
        return same ? withNullable(nullable || other.nullable) : ValueTypes.common(this, other);
    }

    /** The value as something computed: it comes from no column any more. */
    Value computed(boolean nowNullable) {
        return new Value(type, nowNullable, Optional.empty(), isNull, Optional.empty());
    }

    boolean is(Scalar scalar) {
        return type.isPresent() && type.get() == scalar;
    }

    boolean isWhole() {
        return is(Scalar.INTEGER) || is(Scalar.BIGINT);
    }

    /** Whether it counts as a whole number: what is true is 1, what is false 0. */
    boolean countsAsWhole() {
        return isWhole() || is(Scalar.BOOLEAN);
    }

    boolean isReal() {
        return is(Scalar.REAL);
    }

    boolean isNumber() {
        return isWhole() || isReal();
    }
}
