package io.rowloom.runtime;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement, by position from 1; a null binds NULL.
 *
 * <p>Each type is written in the one form that the schema declares for it, so that equal values are equal in SQL and text
 * order is the order of the values.
 */
public interface SqlParameters {
    void text(int index, @Nullable String value) throws SQLException;

    void integer(int index, int value) throws SQLException;

    void integer(int index, @Nullable Integer value) throws SQLException;

    void bigint(int index, long value) throws SQLException;

    void bigint(int index, @Nullable Long value) throws SQLException;

    void real(int index, double value) throws SQLException;

    void real(int index, @Nullable Double value) throws SQLException;

    void bool(int index, boolean value) throws SQLException;

    void bool(int index, @Nullable Boolean value) throws SQLException;

    void decimal(int index, @Nullable BigDecimal value) throws SQLException;

    /** Binds a moment in the form of the column. */
    void timestamp(int index, @Nullable Instant value, SqlTimestampFormat format) throws SQLException;

    void dateTime(int index, @Nullable LocalDateTime value) throws SQLException;

    void date(int index, @Nullable LocalDate value) throws SQLException;

    void time(int index, @Nullable LocalTime value) throws SQLException;

    void uuid(int index, @Nullable UUID value) throws SQLException;

    /** Binds bytes, which the caller does not change until the statement has run. */
    void blob(int index, byte @Nullable [] value) throws SQLException;

    /** Binds a value as SQLite holds it: a Long, a Double, a String, a byte[] or null. */
    default void value(int index, @Nullable Object value) throws SQLException {
        if (value == null || value instanceof String) {
            text(index, (String) value);
        } else if (value instanceof Long number) {
            bigint(index, number);
        } else if (value instanceof Double number) {
            real(index, number);
        } else {
            blob(index, (byte[]) value);
        }
    }
}
