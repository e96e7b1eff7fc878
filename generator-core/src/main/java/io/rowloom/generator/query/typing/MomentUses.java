package io.rowloom.generator.query.typing;

import io.rowloom.generator.query.tree.SqlValueTree;
import io.rowloom.generator.query.tree.SqlValueTree.Call;
import io.rowloom.generator.query.tree.SqlValueTree.ColumnName;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.ColumnType.Timestamp;
import io.rowloom.model.TimestampFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The places where moments are compared that are held in different forms: {@code 2026-01-26T08:00:00.000Z} is more than
 * {@code 2026-01-26 12:00:00}, since {@code T} comes behind the space.
 */
final class MomentUses {
    private final Set<MixedMoments> mixed = new LinkedHashSet<>();

    /** What was found, in the order of first use. */
    Set<MixedMoments> mixed() {
        return mixed;
    }

    /** Notes two values that are compared, by their order if {@code ordered}, if they are moments of different forms. */
    void compared(SqlValueTree left, Value leftValue, SqlValueTree right, Value rightValue, boolean ordered) {
        Optional<String> one = form(left, leftValue);
        Optional<String> other = form(right, rightValue);
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return;
        }
        boolean date = leftValue.is(Scalar.DATE) || rightValue.is(Scalar.DATE);
        if (date && ordered && !isEpoch(leftValue) && !isEpoch(rightValue)) {
            // A date is the beginning of the text of each of its moments, so it is less than all, as its midnight is.
            return;
        }
        boolean isRight = leftValue.is(Scalar.DATE)
                || right instanceof ColumnName && !(left instanceof ColumnName) && !rightValue.is(Scalar.DATE);
        mixed.add(
                isRight
                        ? new MixedMoments(name(right), other.get(), one.get(), advice(rightValue, date))
                        : new MixedMoments(name(left), one.get(), other.get(), advice(leftValue, date)));
    }

    private static boolean isEpoch(Value value) {
        return value.type().orElse(null) instanceof Timestamp timestamp
                && timestamp.format().isEpoch();
    }

    private static String name(SqlValueTree tree) {
        return tree instanceof ColumnName column ? '\'' + column.name() + '\'' : "a moment";
    }

    /** How a moment or date is held, by an example; empty for everything else. */
    private static Optional<String> form(SqlValueTree tree, Value value) {
        if (tree instanceof Call call && call.name().equals("datetime")) {
            return Optional.of(example(TimestampFormat.SQLITE));
        }
        ColumnType type = value.type().orElse(null);
        if (type instanceof Timestamp timestamp) {
            return Optional.of(example(timestamp.format()));
        }
        return type == Scalar.DATETIME
                ? Optional.of("2026-01-26T12:00:00.000")
                : type == Scalar.DATE ? Optional.of("2026-01-26") : Optional.empty();
    }

    private static String example(TimestampFormat format) {
        return switch (format) {
            case ISO -> "2026-01-26T12:00:00.000Z";
            case ISO_SECONDS -> "2026-01-26T12:00:00Z";
            case SQLITE -> "2026-01-26 12:00:00";
            case EPOCH_SECONDS -> "seconds since 1970";
            case EPOCH_MILLIS -> "milliseconds since 1970";
        };
    }

    private static String advice(Value value, boolean date) {
        return date
                ? "write  " + date(value) + "  for it"
                : "compare it with a parameter, :now, or with  " + sameForm(value);
    }

    private static String date(Value value) {
        if (!isEpoch(value)) {
            return "date(…)";
        }
        return value.type()
                        .filter(new Timestamp(TimestampFormat.EPOCH_MILLIS)::equals)
                        .isPresent()
                ? "date(… / 1000, 'unixepoch')"
                : "date(…, 'unixepoch')";
    }

    /** What gives the same form in SQL; see <a href="https://sqlite.org/lang_datefunc.html">Date And Time Functions</a>. */
    private static String sameForm(Value value) {
        if (!(value.type().orElse(null) instanceof Timestamp timestamp)) {
            return "strftime('%Y-%m-%dT%H:%M:%f', …)";
        }
        return switch (timestamp.format()) {
            case ISO -> "strftime('%Y-%m-%dT%H:%M:%fZ', …)";
            case ISO_SECONDS -> "strftime('%Y-%m-%dT%H:%M:%SZ', …)";
            case SQLITE -> "datetime(…)";
            case EPOCH_SECONDS -> "unixepoch(…)";
            case EPOCH_MILLIS -> "unixepoch(…) * 1000";
        };
    }
}
