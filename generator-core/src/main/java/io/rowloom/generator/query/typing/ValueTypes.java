package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Json;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import java.util.List;
import java.util.Optional;

/** The one type that values of several types have together: of the branches of a CASE, the parts of a UNION. */
final class ValueTypes {
    private ValueTypes() {}

    /** The common type of all; nullable if one of them is. */
    static Value common(List<Value> values) {
        Value result = values.get(0);
        for (Value value : values.subList(1, values.size())) {
            result = common(result, value);
        }
        return values.size() == 1 ? result : result.computed(result.nullable());
    }

    /** The common type of two; nullable if either is. */
    static Value common(Value a, Value b) {
        boolean nullable = a.nullable() || b.nullable();
        if (a.isNull() && b.isNull()) {
            return Value.NULL;
        }
        if (a.isNull() || b.isNull()) {
            Value other = a.isNull() ? b : a;
            return new Value(other.type(), true, other.constant(), false, Optional.empty());
        }
        Optional<ColumnType> type = a.type().isEmpty() || b.type().isEmpty() ? Optional.empty() : type(a, b);
        return new Value(type, nullable, Optional.empty(), false, Optional.empty());
    }

    private static Optional<ColumnType> type(Value a, Value b) {
        ColumnType left = a.type().orElseThrow();
        ColumnType right = b.type().orElseThrow();
        if (same(left, right)) {
            return Optional.of(left);
        }
        if (isMember(left, b)) {
            return Optional.of(left);
        }
        if (isMember(right, a)) {
            return Optional.of(right);
        }
        if (left instanceof Decimal one && right instanceof Decimal other) {
            int scale = Math.max(one.scale(), other.scale());
            int whole = Math.max(one.precision() - one.scale(), other.precision() - other.scale());
            return Optional.of(new Decimal(whole + scale, scale));
        }
        if (isNumber(left) && isNumber(right)) {
            return Optional.of(left == Scalar.REAL || right == Scalar.REAL ? Scalar.REAL : Scalar.BIGINT);
        }
        if (left instanceof Timestamp one
                && right instanceof Timestamp other
                && !one.format().isEpoch()
                && !other.format().isEpoch()) {
            // Every text form can be read, whatever the declared one.
            return Optional.of(left);
        }
        if (isJson(left) && isJson(right)) {
            return Optional.of(Scalar.JSON);
        }
        return isText(left) && isText(right) ? Optional.of(Scalar.TEXT) : Optional.empty();
    }

    /** Whether two types are the same to Java and to the database. */
    static boolean same(ColumnType left, ColumnType right) {
        if (left instanceof Enumeration one && right instanceof Enumeration other) {
            return one.type().equals(other.type());
        }
        return left.equals(right);
    }

    /** Whether a literal is a value of a type that is spelled as text or number: a word of an enum, 0 or 1 of a boolean. */
    private static boolean isMember(ColumnType type, Value literal) {
        if (literal.constant().isEmpty()) {
            return false;
        }
        String text = literal.constant().get();
        if (type instanceof Enumeration enumeration) {
            return literal.is(Scalar.TEXT)
                    && enumeration.type().members().stream()
                            .anyMatch(member -> member.value().equals(text));
        }
        return type == Scalar.BOOLEAN && literal.isWhole() && (text.equals("0") || text.equals("1"));
    }

    private static boolean isNumber(ColumnType type) {
        return type == Scalar.INTEGER || type == Scalar.BIGINT || type == Scalar.REAL;
    }

    private static boolean isJson(ColumnType type) {
        return type == Scalar.JSON || type instanceof Json;
    }

    /** Whether the database holds it as text. */
    static boolean isText(ColumnType type) {
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case TEXT, DATETIME, DATE, TIME, UUID, JSON -> true;
                case INTEGER, BIGINT, REAL, BOOLEAN, BLOB -> false;
            };
        }
        return !(type instanceof Timestamp timestamp && timestamp.format().isEpoch());
    }
}
