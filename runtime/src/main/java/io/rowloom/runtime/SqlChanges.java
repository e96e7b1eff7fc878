package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a patch changes and what it expects, by the positions of the columns in their table, from 1; what generated patches are
 * made of.
 *
 * <p>Kept in the order of the columns, so that patches of the same columns run the same statement in whatever order they were
 * written.
 */
public final class SqlChanges implements SqlParameters {
    /** The column has the value before. */
    static final int EXPECT = 0;
    /** The column has the value before, or a lower one. */
    static final int EXPECT_UP_TO = 1;
    /** The column gets the value. */
    static final int SET = 2;
    /** The column gets the sum, which has 64 bits. */
    static final int ADD = 3;
    /** The column gets the sum, which has 32 bits. */
    static final int ADD_INT = 4;
    /** What is more than one of the two above for a column in which NULL counts as zero. */
    static final int OR_ZERO = 2;

    /** How far the number of a column is shifted in a code. */
    static final int SHIFT = 3;
    /** What is left for what is done with it. */
    static final int OPERATION = (1 << SHIFT) - 1;

    /** Columns with what is done with them, ascending. */
    private short[] codes = new short[4];

    private @Nullable Object[] values = new @Nullable Object[4];
    private int size;
    /** What the next value is for. */
    private int next = SET;

    private int orZero;

    /** A moment and the form in which its column holds it. */
    private record Moment(Instant value, SqlTimestampFormat format) {}

    /** Nothing yet. */
    public SqlChanges() {}

    /** Has the next call say what a column is expected to hold, in place of what it gets. */
    public SqlChanges when() {
        next = EXPECT;
        return this;
    }

    /** As {@link #when}, with a value that what the column holds is not above; NULL is neither. */
    public SqlChanges upTo() {
        next = EXPECT_UP_TO;
        return this;
    }

    /** Has the next call add to zero where a column is NULL; else the sum is NULL. */
    public SqlChanges orZero() {
        orZero = OR_ZERO;
        return this;
    }

    /** Whether it changes nothing. */
    public boolean isEmpty() {
        for (int i = 0; i < size; i++) {
            if ((codes[i] & OPERATION) >= SET) {
                return false;
            }
        }
        return true;
    }

    /** Adds to a column of 32 bits; what was to be added before is added as well. */
    public void add(int column, int by) {
        int at = added(column, ADD_INT);
        values[at] = values[at] == null ? (Integer) by : (Integer) Math.addExact((Integer) values[at], by);
    }

    /** Adds to a column of 64 bits; what was to be added before is added as well. */
    public void add(int column, long by) {
        int at = added(column, ADD);
        values[at] = values[at] == null ? (Long) by : (Long) Math.addExact((Long) values[at], by);
    }

    /** Adds to a column of floating point numbers; what was to be added before is added as well. */
    public void add(int column, double by) {
        int at = added(column, ADD);
        values[at] = values[at] == null ? (Double) by : (Double) ((Double) values[at] + by);
    }

    @Override
    public void text(int column, @Nullable String value) {
        put(column, value);
    }

    @Override
    public void integer(int column, int value) {
        put(column, value);
    }

    @Override
    public void integer(int column, @Nullable Integer value) {
        put(column, value);
    }

    @Override
    public void bigint(int column, long value) {
        put(column, value);
    }

    @Override
    public void bigint(int column, @Nullable Long value) {
        put(column, value);
    }

    @Override
    public void real(int column, double value) {
        put(column, value);
    }

    @Override
    public void real(int column, @Nullable Double value) {
        put(column, value);
    }

    @Override
    public void bool(int column, boolean value) {
        put(column, value);
    }

    @Override
    public void bool(int column, @Nullable Boolean value) {
        put(column, value);
    }

    @Override
    public void decimal(int column, @Nullable BigDecimal value) {
        put(column, value);
    }

    @Override
    public void timestamp(int column, @Nullable Instant value, SqlTimestampFormat format) {
        put(column, value == null ? null : new Moment(value, format));
    }

    @Override
    public void dateTime(int column, @Nullable LocalDateTime value) {
        put(column, value);
    }

    @Override
    public void date(int column, @Nullable LocalDate value) {
        put(column, value);
    }

    @Override
    public void time(int column, @Nullable LocalTime value) {
        put(column, value);
    }

    @Override
    public void uuid(int column, @Nullable UUID value) {
        put(column, value);
    }

    @Override
    public void blob(int column, byte @Nullable [] value) {
        put(column, value);
    }

    private void put(int column, @Nullable Object value) {
        if (next == SET) {
            for (int sum = ADD; sum <= ADD_INT + OR_ZERO; sum++) {
                remove(code(column, sum));
            }
        }
        // Apart, because to make place the array may be another.
        int at = place(code(column, next));
        values[at] = value;
        next = SET;
    }

    private int added(int column, int operation) {
        if (find(code(column, SET)) >= 0) {
            throw new IllegalStateException(
                    "column " + column + " of the table is set and added to in one patch; do the sum, or patch twice");
        }
        int at = place(code(column, operation + orZero));
        orZero = 0;
        return at;
    }

    private static int code(int column, int operation) {
        return column << SHIFT | operation;
    }

    /** Where a code is, or its insertion point as {@link Arrays#binarySearch} has it. */
    private int find(int code) {
        return Arrays.binarySearch(codes, 0, size, (short) code);
    }

    private int place(int code) {
        int found = find(code);
        if (found >= 0) {
            return found;
        }
        int at = -found - 1;
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(codes, at, codes, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        codes[at] = (short) code;
        values[at] = null;
        size++;
        return at;
    }

    private void remove(int code) {
        int at = find(code);
        if (at >= 0) {
            System.arraycopy(codes, at + 1, codes, at, size - at - 1);
            System.arraycopy(values, at + 1, values, at, size - at - 1);
            size--;
        }
    }

    /** Which columns are concerned and how, for a statement of that form. */
    short[] form() {
        return Arrays.copyOf(codes, size);
    }

    boolean hasForm(short[] form) {
        return Arrays.equals(codes, 0, size, form, 0, form.length);
    }

    /** Binds all values in the order of the columns, the first after {@code before} others. */
    void bind(SqlParameters parameters, int before) throws SQLException {
        for (int i = 0; i < size; i++) {
            bind(parameters, before + 1 + i, values[i]);
        }
    }

    /** As {@link #bind}, only what is expected; returns how many values those are. */
    int bindExpected(SqlParameters parameters, int before) throws SQLException {
        int bound = 0;
        for (int i = 0; i < size; i++) {
            if ((codes[i] & OPERATION) < SET) {
                bind(parameters, before + 1 + bound++, values[i]);
            }
        }
        return bound;
    }

    private static void bind(SqlParameters parameters, int index, @Nullable Object value) throws SQLException {
        if (value == null || value instanceof String) {
            parameters.text(index, (String) value);
        } else if (value instanceof Integer number) {
            parameters.integer(index, number.intValue());
        } else if (value instanceof Long number) {
            parameters.bigint(index, number.longValue());
        } else if (value instanceof Boolean truth) {
            parameters.bool(index, truth.booleanValue());
        } else if (value instanceof Moment moment) {
            parameters.timestamp(index, moment.value(), moment.format());
        } else if (value instanceof Double number) {
            parameters.real(index, number.doubleValue());
        } else if (value instanceof UUID uuid) {
            parameters.uuid(index, uuid);
        } else if (value instanceof BigDecimal number) {
            parameters.decimal(index, number);
        } else if (value instanceof LocalDate date) {
            parameters.date(index, date);
        } else if (value instanceof LocalDateTime dateTime) {
            parameters.dateTime(index, dateTime);
        } else if (value instanceof LocalTime time) {
            parameters.time(index, time);
        } else {
            parameters.blob(index, (byte[]) value);
        }
    }
}
