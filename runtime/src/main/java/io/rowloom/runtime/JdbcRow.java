package io.rowloom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a JDBC result.
 *
 * <p>Text is read as bytes: the driver's {@code getString} makes a direct buffer for each value and takes nearly twice as
 * long. Numbers are read by {@code getObject}, which asks SQLite for the type of the value: {@code getLong} makes 0 of text
 * and cuts fractions off.
 */
final class JdbcRow implements SqlRow {
    private final ResultSet result;
    private final boolean utf8;
    /** How many columns of the result stand before those of this row. */
    private final int before;

    JdbcRow(ResultSet result, boolean utf8) {
        this(result, utf8, 0);
    }

    private JdbcRow(ResultSet result, boolean utf8, int before) {
        this.result = result;
        this.utf8 = utf8;
        this.before = before;
    }

    @Override
    public String text(int index) throws SQLException {
        return new String(bytes(index), UTF_8);
    }

    @Override
    public @Nullable String textOrNull(int index) throws SQLException {
        byte[] bytes = bytesOrNull(index);
        return bytes == null ? null : new String(bytes, UTF_8);
    }

    @Override
    public int integer(int index) throws SQLException {
        Object value = object(index);
        if (value instanceof Integer number) {
            return number;
        }
        throw wrong(index, value, value instanceof Long ? "a number of 32 bits" : "a whole number");
    }

    @Override
    public @Nullable Integer integerOrNull(int index) throws SQLException {
        Object value = object(index);
        if (value == null || value instanceof Integer) {
            return (Integer) value;
        }
        throw wrong(index, value, value instanceof Long ? "a number of 32 bits" : "a whole number");
    }

    @Override
    public long bigint(int index) throws SQLException {
        return wholeNumber(index, object(index));
    }

    @Override
    public @Nullable Long bigintOrNull(int index) throws SQLException {
        Object value = object(index);
        return value == null ? null : (Long) wholeNumber(index, value);
    }

    @Override
    public double real(int index) throws SQLException {
        return realNumber(index, object(index));
    }

    @Override
    public @Nullable Double realOrNull(int index) throws SQLException {
        Object value = object(index);
        return value == null ? null : (Double) realNumber(index, value);
    }

    @Override
    public boolean bool(int index) throws SQLException {
        return truth(index, object(index));
    }

    @Override
    public @Nullable Boolean boolOrNull(int index) throws SQLException {
        Object value = object(index);
        return value == null ? null : (Boolean) truth(index, value);
    }

    @Override
    public BigDecimal decimal(int index, int scale) throws SQLException {
        return decimal(index, bytes(index), scale);
    }

    @Override
    public @Nullable BigDecimal decimalOrNull(int index, int scale) throws SQLException {
        byte[] bytes = bytesOrNull(index);
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
        Object value = object(index);
        if (value == null || value instanceof String) {
            return parsedOrNull(index, TemporalText::instant);
        }
        try {
            return SqlValues.timestamp(wholeNumber(index, value), format);
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
        byte[] value = result.getBytes(before + index);
        if (value == null) {
            throw missing(index);
        }
        return value;
    }

    @Override
    public byte @Nullable [] blobOrNull(int index) throws SQLException {
        return result.getBytes(before + index);
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
        Object value = object(index);
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    @Override
    public SqlRow from(int index) {
        return new JdbcRow(result, utf8, before + index - 1);
    }

    private @Nullable Object object(int index) throws SQLException {
        return result.getObject(before + index);
    }

    private <T> T parsed(int index, Function<byte[], T> parser) throws SQLException {
        try {
            return parser.apply(bytes(index));
        } catch (IllegalArgumentException e) {
            throw wrong(index, e);
        }
    }

    private <T> @Nullable T parsedOrNull(int index, Function<byte[], T> parser) throws SQLException {
        byte[] bytes = bytesOrNull(index);
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
        byte[] bytes = bytesOrNull(index);
        if (bytes == null) {
            throw missing(index);
        }
        return bytes;
    }

    private byte @Nullable [] bytesOrNull(int index) throws SQLException {
        if (utf8) {
            return result.getBytes(before + index);
        }
        String text = result.getString(before + index);
        return text == null ? null : text.getBytes(UTF_8);
    }

    private long wholeNumber(int index, @Nullable Object value) throws SQLException {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw wrong(index, value, "a whole number");
    }

    private double realNumber(int index, @Nullable Object value) throws SQLException {
        if (value instanceof Double number) {
            return number;
        }
        // A column of another affinity, or an expression, may hold a whole number.
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Long number && (long) (double) number == number && number != Long.MAX_VALUE) {
            return number;
        }
        throw wrong(index, value, "a number that a double holds exactly");
    }

    private boolean truth(int index, @Nullable Object value) throws SQLException {
        if (value instanceof Integer number && (number & ~1) == 0) {
            return number == 1;
        }
        throw wrong(index, value, "0 or 1");
    }

    private SqlValueException wrong(int index, @Nullable Object value, String expected) throws SQLException {
        if (value == null) {
            return missing(index);
        }
        String shown = value instanceof String text
                ? "'" + Shortened.text(text) + "'"
                : value instanceof byte[] bytes ? "a blob of " + bytes.length + " bytes" : value.toString();
        return wrong(index, new IllegalArgumentException(shown + " is not " + expected));
    }

    private SqlValueException missing(int index) throws SQLException {
        return wrong(index, new IllegalArgumentException("NULL, where the model has no null"));
    }

    private SqlValueException wrong(int index, IllegalArgumentException cause) throws SQLException {
        return SqlValueException.column(
                index,
                "column " + result.getMetaData().getColumnName(before + index) + " of row " + result.getRow() + ": "
                        + cause.getMessage(),
                cause);
    }
}
