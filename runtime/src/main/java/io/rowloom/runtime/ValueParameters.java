package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds values in the few forms that SQLite has; how they reach it is left to the two kinds of statements. */
abstract class ValueParameters implements RowParameters {
    /** How many parameters stand before those of the present row. */
    private int before;

    /** Binds an {@code Integer}, {@code Long}, {@code Double}, {@code String}, {@code byte[]} or NULL. */
    abstract void bind(int parameter, @Nullable Object value) throws SQLException;

    @Override
    public void shift(int by) {
        before = by;
    }

    @Override
    public void text(int index, @Nullable String value) throws SQLException {
        if (value == null) {
            set(index, null);
            return;
        }
        whole(index, value);
        set(index, value);
    }

    @Override
    public void integer(int index, int value) throws SQLException {
        set(index, value);
    }

    @Override
    public void integer(int index, @Nullable Integer value) throws SQLException {
        set(index, value);
    }

    @Override
    public void bigint(int index, long value) throws SQLException {
        set(index, value);
    }

    @Override
    public void bigint(int index, @Nullable Long value) throws SQLException {
        set(index, value);
    }

    @Override
    public void real(int index, double value) throws SQLException {
        try {
            set(index, SqlValues.real(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void real(int index, @Nullable Double value) throws SQLException {
        if (value == null) {
            set(index, null);
        } else {
            real(index, value.doubleValue());
        }
    }

    @Override
    public void bool(int index, boolean value) throws SQLException {
        set(index, value ? 1 : 0);
    }

    @Override
    public void bool(int index, @Nullable Boolean value) throws SQLException {
        if (value == null) {
            set(index, null);
        } else {
            bool(index, value.booleanValue());
        }
    }

    @Override
    public void decimal(int index, @Nullable BigDecimal value) throws SQLException {
        if (value == null) {
            set(index, null);
        } else {
            set(index, value.toPlainString());
        }
    }

    @Override
    public void timestamp(int index, @Nullable Instant value, SqlTimestampFormat format) throws SQLException {
        if (value == null) {
            set(index, null);
            return;
        }
        try {
            switch (format) {
                case EPOCH_SECONDS -> set(index, value.getEpochSecond());
                case EPOCH_MILLIS -> set(index, SqlValues.millis(value));
                case ISO, ISO_SECONDS, SQLITE -> set(index, TemporalText.format(value, format));
            }
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void dateTime(int index, @Nullable LocalDateTime value) throws SQLException {
        if (value == null) {
            set(index, null);
            return;
        }
        try {
            set(index, TemporalText.format(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void date(int index, @Nullable LocalDate value) throws SQLException {
        if (value == null) {
            set(index, null);
            return;
        }
        try {
            set(index, TemporalText.format(value));
        } catch (IllegalArgumentException e) {
            throw SqlValueException.parameter(before + index, e);
        }
    }

    @Override
    public void time(int index, @Nullable LocalTime value) throws SQLException {
        if (value == null) {
            set(index, null);
        } else {
            set(index, TemporalText.format(value));
        }
    }

    @Override
    public void uuid(int index, @Nullable UUID value) throws SQLException {
        if (value == null) {
            set(index, null);
        } else {
            set(index, value.toString());
        }
    }

    @Override
    public void blob(int index, byte @Nullable [] value) throws SQLException {
        set(index, value);
    }

    private void set(int index, @Nullable Object value) throws SQLException {
        bind(before + index, value);
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
