package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as a column can hold them; generated records call these, so that a record equals what is read back.
 *
 * <p>Precision that a column does not hold is cut off for times, as every clock is finer than milliseconds, and is an
 * error for decimals. The methods ending in {@code OrNull} give null for null.
 */
public final class SqlValues {
    private static final int NANOS_PER_MILLI = 1_000_000;
    /** 0000-01-01T00:00:00Z. */
    private static final long FIRST_SECOND = LocalDate.of(0, 1, 1).toEpochDay() * 86_400;
    /** The last second of the year 9999. */
    private static final long LAST_SECOND = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400 - 1;

    private SqlValues() {}

    /**
     * The moment cut to the precision of the format, towards the past.
     *
     * @throws IllegalArgumentException when the format cannot hold it: a year outside 0 to 9999 in text, more than 64 bits
     *     of milliseconds
     */
    public static Instant timestamp(Instant value, SqlTimestampFormat format) {
        long seconds = value.getEpochSecond();
        if (format == SqlTimestampFormat.EPOCH_MILLIS) {
            millis(value);
        } else if (format != SqlTimestampFormat.EPOCH_SECONDS) {
            fourDigitYear(value);
        }
        int nano = value.getNano();
        int kept = format == SqlTimestampFormat.ISO || format == SqlTimestampFormat.EPOCH_MILLIS
                ? nano - nano % NANOS_PER_MILLI
                : 0;
        return kept == nano ? value : Instant.ofEpochSecond(seconds, kept);
    }

    /** As {@link #timestamp}. */
    public static @Nullable Instant timestampOrNull(@Nullable Instant value, SqlTimestampFormat format) {
        return value == null ? null : timestamp(value, format);
    }

    /**
     * The date and time cut to milliseconds.
     *
     * @throws IllegalArgumentException for a year outside 0 to 9999
     */
    public static LocalDateTime dateTime(LocalDateTime value) {
        year(value.getYear());
        int rest = value.getNano() % NANOS_PER_MILLI;
        return rest == 0 ? value : value.minusNanos(rest);
    }

    /** As {@link #dateTime}. */
    public static @Nullable LocalDateTime dateTimeOrNull(@Nullable LocalDateTime value) {
        return value == null ? null : dateTime(value);
    }

    /**
     * The date, which only has to be one that four digits of a year can hold.
     *
     * @throws IllegalArgumentException for a year outside 0 to 9999
     */
    public static LocalDate date(LocalDate value) {
        year(value.getYear());
        return value;
    }

    /** As {@link #date}. */
    public static @Nullable LocalDate dateOrNull(@Nullable LocalDate value) {
        return value == null ? null : date(value);
    }

    /** The time of day cut to milliseconds. */
    public static LocalTime time(LocalTime value) {
        int rest = value.getNano() % NANOS_PER_MILLI;
        return rest == 0 ? value : value.minusNanos(rest);
    }

    /** As {@link #time}. */
    public static @Nullable LocalTime timeOrNull(@Nullable LocalTime value) {
        return value == null ? null : time(value);
    }

    /**
     * The number with exactly {@code scale} digits behind the point.
     *
     * @param precision the most digits, before and behind the point together
     * @throws IllegalArgumentException when digits would be lost
     */
    public static BigDecimal decimal(BigDecimal value, int precision, int scale) {
        // Compared before scaling: setScale would spell out 1E+999999999.
        if ((long) value.precision() - value.scale() > (long) precision - scale && value.signum() != 0) {
            throw new IllegalArgumentException(value + " has more than " + (precision - scale)
                    + " digits before the point, which is all that decimal(" + precision + ", " + scale + ") holds");
        }
        return scaled(value, scale);
    }

    /**
     * As {@link #decimal(BigDecimal, int, int)}, with the column for the message, {@code orders.price}.
     *
     * @throws IllegalArgumentException when digits would be lost
     */
    public static BigDecimal decimal(BigDecimal value, int precision, int scale, String column) {
        try {
            return decimal(value, precision, scale);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(column + ": " + e.getMessage(), e);
        }
    }

    /** As {@link #decimal(BigDecimal, int, int, String)}. */
    public static @Nullable BigDecimal decimalOrNull(
            @Nullable BigDecimal value, int precision, int scale, String column) {
        return value == null ? null : decimal(value, precision, scale, column);
    }

    /** As {@link #decimal(BigDecimal, int, int)}. */
    public static @Nullable BigDecimal decimalOrNull(@Nullable BigDecimal value, int precision, int scale) {
        return value == null ? null : decimal(value, precision, scale);
    }

    /**
     * The number as SQLite gives it back: it holds no negative zero.
     *
     * @throws IllegalArgumentException for NaN, which SQLite would hold as NULL, see <a
     *     href="https://sqlite.org/floatingpoint.html">floating point numbers</a>
     */
    public static double real(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("NaN, which SQLite cannot hold (it would become NULL)");
        }
        return value == 0.0 ? 0.0 : value;
    }

    /** As {@link #real}. */
    public static @Nullable Double realOrNull(@Nullable Double value) {
        return value == null ? null : real(value);
    }

    /**
     * The moment that a number of the format's unit means.
     *
     * @throws IllegalArgumentException when the format is text, or Java cannot hold the moment
     */
    public static Instant timestamp(long number, SqlTimestampFormat format) {
        try {
            return switch (format) {
                case EPOCH_SECONDS -> Instant.ofEpochSecond(number);
                case EPOCH_MILLIS -> Instant.ofEpochMilli(number);
                case ISO, ISO_SECONDS, SQLITE ->
                    throw new IllegalArgumentException("the number " + number + " in place of a moment as text");
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(number + " is not a moment that Java can hold");
        }
    }

    /** The text of a moment in one of the text formats. */
    public static String text(Instant value, SqlTimestampFormat format) {
        return TemporalText.format(value, format);
    }

    /** {@code 2026-01-26T12:00:00.000}. */
    public static String text(LocalDateTime value) {
        return TemporalText.format(value);
    }

    /** {@code 2026-01-26}. */
    public static String text(LocalDate value) {
        return TemporalText.format(value);
    }

    /** {@code 12:00:00.000}. */
    public static String text(LocalTime value) {
        return TemporalText.format(value);
    }

    /** Reads a moment from any text form. */
    public static Instant parseTimestamp(String text) {
        return TemporalText.instant(text.getBytes(UTF_8));
    }

    /** Reads a date and time without an offset. */
    public static LocalDateTime parseDateTime(String text) {
        return TemporalText.dateTime(text.getBytes(UTF_8));
    }

    /** Reads {@code 2026-01-26}. */
    public static LocalDate parseDate(String text) {
        return TemporalText.date(text.getBytes(UTF_8));
    }

    /** Reads {@code 12:00:00.000}, with or without seconds and their fraction. */
    public static LocalTime parseTime(String text) {
        return TemporalText.time(text.getBytes(UTF_8));
    }

    /** Reads the usual 36 characters, in either case. */
    public static UUID parseUuid(String text) {
        return UuidText.parse(text.getBytes(UTF_8));
    }

    static BigDecimal scaled(BigDecimal value, int scale) {
        if (value.scale() == scale) {
            return value;
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    value + " has more than the " + scale + " digits behind the point that the column holds");
        }
    }

    static void fourDigitYear(Instant value) {
        long seconds = value.getEpochSecond();
        if (seconds < FIRST_SECOND || seconds > LAST_SECOND) {
            throw new IllegalArgumentException("the year of " + value + " is not within 0 to 9999");
        }
    }

    static long millis(Instant value) {
        try {
            return value.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(value + " is too far away to be counted in milliseconds");
        }
    }

    private static void year(int year) {
        if (year < 0 || year > 9999) {
            throw new IllegalArgumentException("the year " + year + " is not within 0 to 9999");
        }
    }
}
