package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Values as one JSON array, for {@code IN (SELECT value FROM json_each(?))}: a list of any length with one statement.
 *
 * <p>Each element has the form that the schema declares for its type, so that it equals what a column holds. No element may
 * be null: NULL is equal to nothing.
 *
 * @see <a href="https://sqlite.org/json1.html#jeach">json_each</a>
 */
public final class SqlLists {
    private SqlLists() {}

    /** Texts, and what is held as text without a form of its own: words of enums, JSON. */
    public static String texts(Collection<String> values) {
        return array(values, SqlLists::quoted);
    }

    /** Whole numbers. */
    public static String numbers(Collection<? extends Number> values) {
        return array(values, Object::toString);
    }

    /**
     * Floating point numbers.
     *
     * @throws IllegalArgumentException for NaN, which SQLite cannot hold
     */
    public static String reals(Collection<Double> values) {
        return array(values, SqlLists::real);
    }

    /** Booleans, as 0 and 1. */
    public static String booleans(Collection<Boolean> values) {
        return array(values, SqlLists::bool);
    }

    /** Decimal numbers, as text. */
    public static String decimals(Collection<BigDecimal> values) {
        return array(values, value -> quoted(value.toPlainString()));
    }

    /** Moments in the form of a column. */
    public static String timestamps(Collection<Instant> values, SqlTimestampFormat format) {
        return array(values, value -> timestamp(value, format));
    }

    /** Dates with times of day. */
    public static String dateTimes(Collection<LocalDateTime> values) {
        return array(values, value -> quoted(TemporalText.format(value)));
    }

    /** Dates. */
    public static String dates(Collection<LocalDate> values) {
        return array(values, value -> quoted(TemporalText.format(value)));
    }

    /** Times of day. */
    public static String times(Collection<LocalTime> values) {
        return array(values, value -> quoted(TemporalText.format(value)));
    }

    /** UUIDs. */
    public static String uuids(Collection<UUID> values) {
        return array(values, value -> quoted(value.toString()));
    }

    /**
     * Keys of one or more columns, as a binder gives them to a statement: a value each, or an array of values.
     *
     * <p>Bytes become hexadecimal digits, for {@code unhex(value)}.
     */
    public static <K> String keys(Collection<? extends K> keys, SqlRowBinder<K> binder) {
        return array(keys, key -> {
            JsonParameters values = new JsonParameters();
            try {
                binder.bind(values, key);
            } catch (SQLException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            return values.text();
        });
    }

    private static <T> String array(Collection<? extends T> values, Function<T, String> json) {
        StringBuilder array = new StringBuilder(values.size() * 16 + 2).append('[');
        for (T value : values) {
            if (array.length() > 1) {
                array.append(',');
            }
            array.append(json.apply(Objects.requireNonNull(value, "an element of a list")));
        }
        return array.append(']').toString();
    }

    static String timestamp(Instant value, SqlTimestampFormat format) {
        return switch (format) {
            case EPOCH_SECONDS -> Long.toString(value.getEpochSecond());
            case EPOCH_MILLIS -> Long.toString(SqlValues.millis(value));
            case ISO, ISO_SECONDS, SQLITE -> quoted(TemporalText.format(value, format));
        };
    }

    static String bool(boolean value) {
        return value ? "1" : "0";
    }

    static String real(double value) {
        if (Double.isInfinite(value)) {
            // JSON has no word for it; SQLite reads a number that is too large as infinity.
            return value > 0 ? "9e999" : "-9e999";
        }
        return Double.toString(SqlValues.real(value));
    }

    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
