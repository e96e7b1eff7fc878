package io.rowloom.generator.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import io.rowloom.model.Literal;
import io.rowloom.model.TimestampFormat;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlStatement;
import io.rowloom.runtime.SqlTimestampFormat;
import io.rowloom.runtime.SqliteDatabase;
import io.rowloom.runtime.SqliteOptions;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqliteLiteralsTest {
    private static final Instant MOMENT = Instant.parse("2026-01-26T12:00:00.120Z");

    @Test
    void aLiteralIsWhatTheRuntimeStores() {
        try (SqliteDatabase database = SqliteDatabase.openInMemory(List.of(), List.of(), SqliteOptions.defaults())) {
            for (TimestampFormat format : TimestampFormat.values()) {
                SqlTimestampFormat stored = SqlTimestampFormat.valueOf(format.name());
                Literal moment = new Literal.Timestamp(MOMENT);
                same(database, moment, new ColumnType.Timestamp(format), at -> at.timestamp(1, MOMENT, stored));
            }
            LocalDateTime local = LocalDateTime.of(987, 6, 5, 4, 3, 2, 1_000_000);
            same(database, new Literal.DateTime(local), Scalar.DATETIME, at -> at.dateTime(1, local));
            LocalDate day = local.toLocalDate();
            same(database, new Literal.Date(day), Scalar.DATE, at -> at.date(1, day));
            LocalTime time = local.toLocalTime();
            same(database, new Literal.Time(time), Scalar.TIME, at -> at.time(1, time));
            UUID uuid = new UUID(0xABCDL << 48, 7);
            same(database, new Literal.Uuid(uuid), Scalar.UUID, at -> at.uuid(1, uuid));
            BigDecimal decimal = new BigDecimal("-12.50");
            same(database, new Literal.Decimal(decimal), new ColumnType.Decimal(10, 2), at -> at.decimal(1, decimal));
            same(database, new Literal.Bool(true), Scalar.BOOLEAN, at -> at.bool(1, true));
            same(database, new Literal.Real(0.1), Scalar.REAL, at -> at.real(1, 0.1));
            same(database, new Literal.Whole(Long.MIN_VALUE), Scalar.BIGINT, at -> at.bigint(1, Long.MIN_VALUE));
            same(database, new Literal.Blob("00ff"), Scalar.BLOB, at -> at.blob(1, new byte[] {0, -1}));
            same(database, new Literal.Text("a\nb'\"\u202e\r"), Scalar.TEXT, at -> at.text(1, "a\nb'\"\u202e\r"));
        }
    }

    private static void same(SqliteDatabase database, Literal literal, ColumnType type, SqlBinder binder) {
        String sql = "SELECT ?1 IS " + SqliteLiterals.literal(literal, type);
        assertEquals(
                1, database.<Integer>getOne(SqlStatement.read("", "same", sql), binder, row -> row.integer(1)), sql);
    }

    @Test
    void theDefaultOfEpochMillisIsThePresent() throws SQLException {
        String now = SqliteDefaults.now(new ColumnType.Timestamp(TimestampFormat.EPOCH_MILLIS));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + now
                        + " = CAST(round((julianday('now') - 2440587.5) * 86400000) AS INTEGER), typeof(" + now
                        + ")")) {
            assertEquals(1, row.getInt(1));
            assertEquals("integer", row.getString(2));
        }
    }
}
