package io.rowloom.generator.query.typing;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import java.util.List;
import java.util.Optional;

/**
 * What calculations give.
 *
 * <p>A division by zero is NULL, and so is what is no number: infinity less infinity, infinity times zero. Whole numbers
 * that do not fit become floating point numbers.
 *
 * @see <a href="https://sqlite.org/floatingpoint.html">Floating Point Numbers</a>
 */
final class Arithmetic {
    private Arithmetic() {}

    static Value of(String operator, List<Value> operands) {
        Value left = operands.get(0);
        Value right = operands.get(1);
        boolean nullable = left.nullable() || right.nullable();
        return switch (operator) {
            case "&", "|", "<<", ">>" -> Value.of(Scalar.BIGINT, nullable);
            case "+", "-" -> sum(operator, left, right, nullable);
            case "*" -> number(left, right, nullable || !isHarmless(left, right, true));
            case "/" -> number(left, right, nullable || !isNotZero(right));
            // A remainder is one of whole numbers: 0.5 counts as 0.
            case "%" -> number(left, right, nullable || !right.countsAsWhole() || !isNotZero(right));
            default -> Value.UNKNOWN;
        };
    }

    private static Value sum(String operator, Value left, Value right, boolean nullable) {
        if (operator.equals("-") && isEpoch(left) && left.type().equals(right.type())) {
            return Value.of(Scalar.BIGINT, nullable);
        }
        return number(left, right, nullable || !isHarmless(left, right, false));
    }

    private static Value number(Value left, Value right, boolean nullable) {
        if (!counts(left) || !counts(right)) {
            return Value.unknown(true);
        }
        return Value.of(left.isReal() || right.isReal() ? Scalar.REAL : Scalar.BIGINT, nullable);
    }

    private static boolean counts(Value value) {
        return value.countsAsWhole() || value.isReal();
    }

    /** Whether the operands cannot give what is no number. */
    private static boolean isHarmless(Value left, Value right, boolean times) {
        if (!left.isReal() && !right.isReal()) {
            return true;
        }
        return times ? isNotZero(left) || isNotZero(right) : isFinite(left) || isFinite(right);
    }

    private static boolean isFinite(Value value) {
        return value.countsAsWhole() || number(value).filter(Double::isFinite).isPresent();
    }

    private static boolean isNotZero(Value value) {
        return number(value)
                .filter(number -> Double.isFinite(number) && number != 0)
                .isPresent();
    }

    private static Optional<Double> number(Value value) {
        if (!value.isNumber() || value.constant().isEmpty()) {
            return Optional.empty();
        }
        String text = value.constant().get();
        return text.contains("x") || text.contains("X") ? Optional.empty() : Optional.of(Double.valueOf(text));
    }

    private static boolean isEpoch(Value value) {
        ColumnType type = value.type().orElse(Scalar.TEXT);
        return type instanceof Timestamp timestamp && timestamp.format().isEpoch();
    }
}
