package io.rowloom.runtime;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what is bound as text, for messages. */
final class RecordedParameters implements RowParameters {
    private final List<@Nullable String> values = new ArrayList<>();
    private int before;

    /** By position from 0; null where nothing was bound. */
    List<@Nullable String> values() {
        return values;
    }

    /** Says that the binder failed before it came to the end. */
    void unfinished() {
        values.add("…");
    }

    @Override
    public void text(int index, @Nullable String value) {
        keep(index, value == null ? null : "'" + Shortened.text(value) + "'");
    }

    @Override
    public void integer(int index, int value) {
        keep(index, value);
    }

    @Override
    public void integer(int index, @Nullable Integer value) {
        keep(index, value);
    }

    @Override
    public void bigint(int index, long value) {
        keep(index, value);
    }

    @Override
    public void bigint(int index, @Nullable Long value) {
        keep(index, value);
    }

    @Override
    public void real(int index, double value) {
        keep(index, value);
    }

    @Override
    public void real(int index, @Nullable Double value) {
        keep(index, value);
    }

    @Override
    public void bool(int index, boolean value) {
        keep(index, value);
    }

    @Override
    public void bool(int index, @Nullable Boolean value) {
        keep(index, value);
    }

    @Override
    public void decimal(int index, @Nullable BigDecimal value) {
        keep(index, value);
    }

    @Override
    public void timestamp(int index, @Nullable Instant value, SqlTimestampFormat format) {
        keep(index, value == null ? null : bound(value, format));
    }

    @Override
    public void dateTime(int index, @Nullable LocalDateTime value) {
        keep(index, value == null ? null : TemporalText.format(value));
    }

    @Override
    public void date(int index, @Nullable LocalDate value) {
        keep(index, value);
    }

    @Override
    public void time(int index, @Nullable LocalTime value) {
        keep(index, value == null ? null : TemporalText.format(value));
    }

    @Override
    public void uuid(int index, @Nullable UUID value) {
        keep(index, value);
    }

    @Override
    public void blob(int index, byte @Nullable [] value) {
        keep(index, value == null ? null : value.length + " bytes");
    }

    @Override
    public void shift(int by) {
        before = by;
    }

    /** As the column holds it, cut to its precision; one that it cannot hold as it is. */
    private static String bound(Instant value, SqlTimestampFormat format) {
        try {
            return switch (format) {
                case EPOCH_SECONDS, EPOCH_MILLIS ->
                    SqlValues.timestamp(value, format).toString();
                case ISO, ISO_SECONDS, SQLITE -> TemporalText.format(value, format);
            };
        } catch (IllegalArgumentException e) {
            return value.toString();
        }
    }

    private void keep(int index, @Nullable Object value) {
        while (values.size() < before + index) {
            values.add(null);
        }
        values.set(before + index - 1, value == null ? "NULL" : value.toString());
    }
}
