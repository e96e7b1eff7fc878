package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result: values as the model has them, from what SQLite holds. How that is asked for is left to the
 * two kinds of statements.
 *
 * <p>Text is decoded from bytes: the driver's own way makes a direct buffer for each value and takes nearly twice as long.
 * Of a number the type is asked for first: SQLite itself makes 0 of text and cuts fractions off.
 */
abstract class ColumnRow implements SqlRow {
    // SQLite's own numbers: https://sqlite.org/c3ref/c_blob.html
    static final int INTEGER = 1;
    static final int FLOAT = 2;
    static final int TEXT = 3;
    static final int BLOB = 4;
    static final int NULL = 5;

    /** How many columns of the result stand before those of this row. */
    private final int before;

    ColumnRow(int before) {
        this.before = before;
    }

    /** Which of the five types a value is of; asked for before the number itself. */
    abstract int typeOf(int column) throws SQLException;

    /** A value of the type {@link #INTEGER}. */
    abstract long wholeOf(int column) throws SQLException;

    /** A value of the type {@link #FLOAT}. */
    abstract double fractionOf(int column) throws SQLException;

    /** Text in UTF-8; null for NULL. */
    abstract byte @Nullable [] textOf(int column) throws SQLException;

    /** Bytes; null for NULL. */
    abstract byte @Nullable [] blobOf(int column) throws SQLException;

    /** Whether no other row stands before it in the result. */
    boolean isFirst() {
        return before == 0;
    }

    /** {@code column name of row 3 (id = 7)}. */
    abstract String placeOf(int column) throws SQLException;

    /** The same row after more columns. */
    abstract ColumnRow after(int columns);

    @Override
    public String text(int index) throws SQLException {
        return new String(bytes(index), UTF_8);
    }

    @Override
    public @Nullable String textOrNull(int index) throws SQLException {
        byte[] bytes = textOf(before + index);
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    @Override
    public int integer(int index) throws SQLException {
        return number32(index, typeOf(before + index));
    }

    @Override
    public @Nullable Integer integerOrNull(int index) throws SQLException {
        int type = typeOf(before + index);
        return type == NULL ? null : (Integer) number32(index, type);
    }

    @Override
    public long bigint(int index) throws SQLException {
        return number(index, typeOf(before + index));
    }

    @Override
    public @Nullable Long bigintOrNull(int index) throws SQLException {
        int type = typeOf(before + index);
        return type == NULL ? null : (Long) number(index, type);
    }

    @Override
    public double real(int index) throws SQLException {
        return realNumber(index, typeOf(before + index));
    }

    @Override
    public @Nullable Double realOrNull(int index) throws SQLException {
        int type = typeOf(before + index);
        return type == NULL ? null : (Double) realNumber(index, type);
    }

    @Override
    public boolean bool(int index) throws SQLException {
        return truth(index, typeOf(before + index));
    }

    @Override
    public @Nullable Boolean boolOrNull(int index) throws SQLException {
        int type = typeOf(before + index);
        return type == NULL ? null : (Boolean) truth(index, type);
    }

    @Override
    public BigDecimal decimal(int index, int scale) throws SQLException {
        return decimal(index, bytes(index), scale);
    }

    @Override
    public @Nullable BigDecimal decimalOrNull(int index, int scale) throws SQLException {
        byte[] bytes = textOf(before + index);
        return bytes == null ? null : decimal(index, bytes, scale);
    }

    @Override
    public Instant timestamp(int index, SqlTimestampFormat format) throws SQLException {
        Instant value = timestampOrNull(index, format);
        if (value == null) {
            throw missing(index);
        }
        return value;
    }

    @Override
    public @Nullable Instant timestampOrNull(int index, SqlTimestampFormat format) throws SQLException {
        if (format != SqlTimestampFormat.EPOCH_SECONDS && format != SqlTimestampFormat.EPOCH_MILLIS) {
            return parsedOrNull(index, TemporalText::instant);
        }
        int type = typeOf(before + index);
        if (type == NULL || type == TEXT) {
            return parsedOrNull(index, TemporalText::instant);
        }
        try {
            return SqlValues.timestamp(number(index, type), format);
        } catch (IllegalArgumentException e) {
            throw wrong(index, e);
        }
    }

    @Override
    public LocalDateTime dateTime(int index) throws SQLException {
        return parsed(index, TemporalText::dateTime);
    }

    @Override
    public @Nullable LocalDateTime dateTimeOrNull(int index) throws SQLException {
        return parsedOrNull(index, TemporalText::dateTime);
    }

    @Override
    public LocalDate date(int index) throws SQLException {
        return parsed(index, TemporalText::date);
    }

    @Override
    public @Nullable LocalDate dateOrNull(int index) throws SQLException {
        return parsedOrNull(index, TemporalText::date);
    }

    @Override
    public LocalTime time(int index) throws SQLException {
        return parsed(index, TemporalText::time);
    }

    @Override
    public @Nullable LocalTime timeOrNull(int index) throws SQLException {
        return parsedOrNull(index, TemporalText::time);
    }

    @Override
    public UUID uuid(int index) throws SQLException {
        return parsed(index, UuidText::parse);
    }

    @Override
    public @Nullable UUID uuidOrNull(int index) throws SQLException {
        return parsedOrNull(index, UuidText::parse);
    }

    @Override
    public byte[] blob(int index) throws SQLException {
        byte[] value = blobOf(before + index);
        if (value == null) {
            throw missing(index);
        }
        return value;
    }

    @Override
    public byte @Nullable [] blobOrNull(int index) throws SQLException {
        return blobOf(before + index);
    }

    @Override
    public <T> T decoded(int index, Function<String, T> decoder) throws SQLException {
        return parsed(index, bytes -> decoder.apply(new String(bytes, UTF_8)));
    }

    @Override
    public <T> @Nullable T decodedOrNull(int index, Function<String, T> decoder) throws SQLException {
        return parsedOrNull(index, bytes -> decoder.apply(new String(bytes, UTF_8)));
    }

    @Override
    public @Nullable Object value(int index) throws SQLException {
        return switch (typeOf(before + index)) {
            case INTEGER -> wholeOf(before + index);
            case FLOAT -> fractionOf(before + index);
            case TEXT -> text(index);
            case BLOB -> blob(index);
            default -> null;
        };
    }

    @Override
    public SqlRow from(int index) {
        return after(before + index - 1);
    }

    private <T> T parsed(int index, Function<byte[], T> parser) throws SQLException {
        try {
            return parser.apply(bytes(index));
        } catch (IllegalArgumentException e) {
            throw wrong(index, e);
        }
    }

    private <T> @Nullable T parsedOrNull(int index, Function<byte[], T> parser) throws SQLException {
        byte[] bytes = textOf(before + index);
        try {
            return bytes == null ? null : parser.apply(bytes);
        } catch (IllegalArgumentException e) {
            throw wrong(index, e);
        }
    }

    private BigDecimal decimal(int index, byte[] bytes, int scale) throws SQLException {
        String text = new String(bytes, UTF_8);
        try {
            return SqlValues.scaled(new BigDecimal(text), scale);
        } catch (NumberFormatException e) {
            throw wrong(index, new IllegalArgumentException("'" + Shortened.text(text) + "' is not a decimal number"));
        } catch (IllegalArgumentException e) {
            throw wrong(index, e);
        }
    }

    private byte[] bytes(int index) throws SQLException {
        byte[] bytes = textOf(before + index);
        if (bytes == null) {
            throw missing(index);
        }
        return bytes;
    }

    private int number32(int index, int type) throws SQLException {
        if (type != INTEGER) {
            throw wrong(index, type, "a whole number");
        }
        long number = wholeOf(before + index);
        if (number != (int) number) {
            throw wrong(index, type, "a number of 32 bits");
        }
        return (int) number;
    }

    private long number(int index, int type) throws SQLException {
        if (type != INTEGER) {
            throw wrong(index, type, "a whole number");
        }
        return wholeOf(before + index);
    }

    private double realNumber(int index, int type) throws SQLException {
        if (type == FLOAT) {
            return fractionOf(before + index);
        }
        // A column of another affinity, or an expression, may hold a whole number.
        if (type == INTEGER) {
            long number = wholeOf(before + index);
            if ((long) (double) number == number && number != Long.MAX_VALUE) {
                return number;
            }
        }
        throw wrong(index, type, "a number that a double holds exactly");
    }

    private boolean truth(int index, int type) throws SQLException {
        if (type == INTEGER) {
            long number = wholeOf(before + index);
            if ((number & ~1) == 0) {
                return number == 1;
            }
        }
        throw wrong(index, type, "0 or 1");
    }

    private SqlValueException wrong(int index, int type, String expected) throws SQLException {
        String shown = switch (type) {
            case NULL -> "";
            case INTEGER -> Long.toString(wholeOf(before + index));
            case FLOAT -> Double.toString(fractionOf(before + index));
            case TEXT -> "'" + Shortened.text(new String(bytes(index), UTF_8)) + "'";
            default -> "a blob of " + blob(index).length + " bytes";
        };
        return type == NULL
                ? missing(index)
                : wrong(index, new IllegalArgumentException(shown + " is not " + expected));
    }

    private SqlValueException missing(int index) throws SQLException {
        return wrong(index, new IllegalArgumentException("NULL, where the model has no null"));
    }

    private SqlValueException wrong(int index, IllegalArgumentException cause) throws SQLException {
        return SqlValueException.column(index, placeOf(before + index) + ": " + cause.getMessage(), cause);
    }
}
