package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds to a prepared statement. */
final class JdbcParameters implements RowParameters {
    private final PreparedStatement statement;
    /** How many parameters stand before those of the present row. */
    private int before;

    JdbcParameters(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    public void shift(int by) {
        before = by;
    }

    @Override
    public void text(int index, @Nullable String value) throws SQLException {
        if (value == null) {
            setNull(index);
            return;
        }
        whole(index, value);
        statement.setString(before + index, value);
    }

    @Override
    public void integer(int index, int value) throws SQLException {
        statement.setInt(before + index, value);
    }

    @Override
    public void integer(int index, @Nullable Integer value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setInt(before + index, value);
        }
    }

    @Override
    public void bigint(int index, long value) throws SQLException {
        statement.setLong(before + index, value);
    }

    @Override
    public void bigint(int index, @Nullable Long value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setLong(before + index, value);
        }
    }

    @Override
    public void real(int index, double value) throws SQLException {
        try {
            statement.setDouble(before + index, SqlValues.real(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void real(int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            real(index, value.doubleValue());
        }
    }

    @Override
    public void bool(int index, boolean value) throws SQLException {
        statement.setInt(before + index, value ? 1 : 0);
    }

    @Override
    public void bool(int index, @Nullable Boolean value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            bool(index, value.booleanValue());
        }
    }

    @Override
    public void decimal(int index, @Nullable BigDecimal value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setString(before + index, value.toPlainString());
        }
    }

    @Override
    public void timestamp(int index, @Nullable Instant value, SqlTimestampFormat format) throws SQLException {
        if (value == null) {
            setNull(index);
            return;
        }
        try {
            switch (format) {
                case EPOCH_SECONDS -> statement.setLong(before + index, value.getEpochSecond());
                case EPOCH_MILLIS -> statement.setLong(before + index, SqlValues.millis(value));
                case ISO, ISO_SECONDS, SQLITE ->
                    statement.setString(before + index, TemporalText.format(value, format));
            }
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void dateTime(int index, @Nullable LocalDateTime value) throws SQLException {
        if (value == null) {
            setNull(index);
            return;
        }
        try {
            statement.setString(before + index, TemporalText.format(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void date(int index, @Nullable LocalDate value) throws SQLException {
        if (value == null) {
            setNull(index);
            return;
        }
        try {
            statement.setString(before + index, TemporalText.format(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void time(int index, @Nullable LocalTime value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setString(before + index, TemporalText.format(value));
        }
    }

    @Override
    public void uuid(int index, @Nullable UUID value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setString(before + index, value.toString());
        }
    }

    @Override
    public void blob(int index, byte @Nullable [] value) throws SQLException {
        if (value == null) {
            setNull(index);
        } else {
            statement.setBytes(before + index, value);
        }
    }

    private void setNull(int index) throws SQLException {
        statement.setNull(before + index, Types.NULL);
    }

    /** Half a surrogate pair has no UTF-8 form; the driver would store a question mark in its place. */
    private void whole(int index, String value) throws SqlValueException {
        for (int i = 0, length = value.length(); i < length; i++) {
            char c = value.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (c > Character.MAX_HIGH_SURROGATE
                        || i + 1 == length
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw SqlValueException.parameter(
                            before + index,
                            new IllegalArgumentException("half a surrogate pair (broken UTF-16) at character " + i));
                }
                i++;
            }
        }
    }
}
