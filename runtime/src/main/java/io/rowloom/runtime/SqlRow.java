package io.rowloom.runtime;

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
 * The current row of a result, read by position from 1.
 *
 * <p>The plain methods are for columns that cannot be null and throw {@code SqlDataException} where the database holds
 * NULL or something that is not of the type; those ending in {@code OrNull} give null for NULL. Nothing is truncated
 * silently. Errors name table, column and row.
 */
public interface SqlRow {
    String text(int index) throws SQLException;

    @Nullable
    String textOrNull(int index) throws SQLException;

    int integer(int index) throws SQLException;

    @Nullable
    Integer integerOrNull(int index) throws SQLException;

    long bigint(int index) throws SQLException;

    @Nullable
    Long bigintOrNull(int index) throws SQLException;

    double real(int index) throws SQLException;

    @Nullable
    Double realOrNull(int index) throws SQLException;

    boolean bool(int index) throws SQLException;

    @Nullable
    Boolean boolOrNull(int index) throws SQLException;

    BigDecimal decimal(int index, int scale) throws SQLException;

    @Nullable
    BigDecimal decimalOrNull(int index, int scale) throws SQLException;

    /** Reads a moment; every text form is accepted whatever the declared format, numbers are of the declared unit. */
    Instant timestamp(int index, SqlTimestampFormat format) throws SQLException;

    @Nullable
    Instant timestampOrNull(int index, SqlTimestampFormat format) throws SQLException;

    LocalDateTime dateTime(int index) throws SQLException;

    @Nullable
    LocalDateTime dateTimeOrNull(int index) throws SQLException;

    LocalDate date(int index) throws SQLException;

    @Nullable
    LocalDate dateOrNull(int index) throws SQLException;

    LocalTime time(int index) throws SQLException;

    @Nullable
    LocalTime timeOrNull(int index) throws SQLException;

    UUID uuid(int index) throws SQLException;

    @Nullable
    UUID uuidOrNull(int index) throws SQLException;

    byte[] blob(int index) throws SQLException;

    byte @Nullable [] blobOrNull(int index) throws SQLException;

    /**
     * Reads text and decodes it, for enums and JSON.
     *
     * @param decoder gives the value, or throws {@code IllegalArgumentException} whose message says what is wrong with
     *     the text; the error that results adds table and column
     */
    <T> T decoded(int index, Function<String, T> decoder) throws SQLException;

    /** As {@link #decoded}, giving null for NULL without asking the decoder. */
    <T> @Nullable T decodedOrNull(int index, Function<String, T> decoder) throws SQLException;

    /** The value as SQLite holds it: a Long, a Double, a String, a byte[] or null. */
    @Nullable
    Object value(int index) throws SQLException;

    /** The same row without the columns before {@code index}, which becomes 1; for the second row of a join. */
    SqlRow from(int index);
}
