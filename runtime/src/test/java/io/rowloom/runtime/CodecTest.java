package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values through a real database: what goes in comes out, or an error says where. */
class CodecTest {
    private static final int ROUNDS = 2_000;
    private static final long SEED = Long.getLong("rowloom.seed", 20_260_126L);
    private static final long SECONDS_TO_10000 =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final long SECONDS_FROM_0 =
            Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();

    private final Random random = new Random(SEED);
    private final SqliteDatabase db = open();
    /** Gives its parameter back as it is, so that no column's affinity helps. */
    private static final SqlStatement ECHO = SqlStatement.read("notes", "echo", "SELECT ?1 AS \"value\"");

    private static final SqlStatement TYPE =
            SqlStatement.read("notes", "type", "SELECT typeof(?1) || ':' || CAST(?1 AS TEXT)");

    /** Where the values go through; {@link JdbcCodecTest} has another. */
    SqliteDatabase open() {
        return SqliteDatabase.openInMemory(List.of(), List.of(), SqliteOptions.defaults());
    }

    @AfterEach
    void close() {
        db.close();
    }

    private <T> @Nullable T echo(SqlBinder binder, SqlRowReader<T> reader) {
        return db.findOne(ECHO, binder, reader).orElse(null);
    }

    private String held(SqlBinder binder) {
        return db.getOne(TYPE, binder, row -> row.text(1));
    }

    @Test
    void textComesBackWhateverItHolds() {
        assertEquals("", echo(p -> p.text(1, ""), row -> row.text(1)));
        assertEquals("a\0b", echo(p -> p.text(1, "a\0b"), row -> row.text(1)));
        for (int round = 0; round < ROUNDS; round++) {
            String text = text();
            assertEquals(text, echo(p -> p.text(1, text), row -> row.text(1)), () -> "seed " + SEED);
            assertEquals(text, echo(p -> p.text(1, text), row -> row.decodedOrNull(1, t -> t)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83D", "\uDE00a", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void halfASurrogatePairIsAnErrorAndNotAQuestionMark(String text) {
        SqlDataException error =
                assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, text), row -> row.text(1)));
        assertTrue(error.getMessage().contains("half a surrogate pair"), error.getMessage());
    }

    @Test
    void wholeNumbersComeBackAndAreNeverCut() {
        for (int round = 0; round < ROUNDS; round++) {
            long value = edge(round, random.nextLong() >> random.nextInt(64));
            assertEquals((Object) value, echo(p -> p.bigint(1, value), row -> row.bigint(1)), () -> "seed " + SEED);
            if (value == (int) value) {
                assertEquals((Object) (int) value, echo(p -> p.integer(1, (int) value), row -> row.integer(1)));
            } else {
                SqlDataException error = assertThrows(
                        SqlDataException.class, () -> echo(p -> p.bigint(1, value), row -> row.integer(1)));
                assertEquals(
                        "notes.echo: column value of row 1: " + value + " is not a number of 32 bits [parameter 1 = "
                                + value + "]",
                        error.getMessage());
            }
        }
        for (String expression : List.of("1.0", "1.5", "'1'", "x'31'", "'abc'")) {
            SqlStatement statement = SqlStatement.read("notes", "x", "SELECT " + expression);
            assertThrows(
                    SqlDataException.class,
                    () -> db.getOne(statement, SqlBinder.NONE, row -> row.bigint(1)),
                    expression);
            assertThrows(
                    SqlDataException.class,
                    () -> db.getOne(statement, SqlBinder.NONE, row -> row.integer(1)),
                    expression);
        }
    }

    @Test
    void realNumbersComeBackToTheLastBit() {
        for (int round = 0; round < ROUNDS; round++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isNaN(value)) {
                continue;
            }
            assertEquals((Object) value, echo(p -> p.real(1, value), row -> row.real(1)), () -> "seed " + SEED);
        }
        for (double value : new double[] {
            0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MAX_VALUE, 1 / 0.0, -1 / 0.0, 0.1, 1e15, 9007199254740993.0
        }) {
            assertEquals((Object) value, echo(p -> p.real(1, value), row -> row.real(1)));
        }
        assertEquals((Object) 0.0, echo(p -> p.real(1, -0.0), row -> row.real(1)));
        assertEquals(0.0, SqlValues.real(-0.0));
        SqlDataException error =
                assertThrows(SqlDataException.class, () -> echo(p -> p.real(1, 0.0 / 0.0), row -> row.real(1)));
        assertTrue(error.getMessage().contains("NaN"), error.getMessage());
        assertEquals((Object) 3.0, echo(p -> p.bigint(1, 3), row -> row.real(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.bigint(1, Long.MAX_VALUE), row -> row.real(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.bigint(1, (1L << 53) + 1), row -> row.real(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, "1"), row -> row.real(1)));
    }

    @Test
    void decimalsKeepTheirDigits() {
        for (int round = 0; round < ROUNDS; round++) {
            int scale = random.nextInt(12);
            BigDecimal value = new BigDecimal(new BigInteger(random.nextInt(120), random), scale);
            BigDecimal signed = random.nextBoolean() ? value : value.negate();
            assertEquals(signed, echo(p -> p.decimal(1, signed), row -> row.decimal(1, scale)), () -> "seed " + SEED);
            assertEquals(signed.setScale(scale + 3), echo(p -> p.decimal(1, signed), row -> row.decimal(1, scale + 3)));
        }
        assertEquals("text:1000", held(p -> p.decimal(1, new BigDecimal("1E+3"))));
        assertEquals("text:0.00000001", held(p -> p.decimal(1, new BigDecimal("1E-8"))));
        assertThrows(
                SqlDataException.class,
                () -> echo(p -> p.decimal(1, new BigDecimal("1.25")), row -> row.decimal(1, 1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, "1,5"), row -> row.decimal(1, 1)));
        assertEquals(new BigDecimal("12.50"), SqlValues.decimal(new BigDecimal("12.5"), 4, 2));
        assertEquals(new BigDecimal("0.00"), SqlValues.decimal(new BigDecimal("0E+9"), 2, 2));
        assertThrows(IllegalArgumentException.class, () -> SqlValues.decimal(new BigDecimal("123.5"), 4, 2));
        assertEquals(
                "orders.price: 123.5 has more than 2 digits before the point, which is all that decimal(4, 2) holds",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SqlValues.decimalOrNull(new BigDecimal("123.5"), 4, 2, "orders.price"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> SqlValues.decimal(new BigDecimal("1.255"), 4, 2));
        assertThrows(IllegalArgumentException.class, () -> SqlValues.decimal(new BigDecimal("1E+999999999"), 4, 2));
    }

    @ParameterizedTest
    @EnumSource(SqlTimestampFormat.class)
    void momentsComeBackAsTheirColumnHoldsThem(SqlTimestampFormat format) {
        Instant before = null;
        String textBefore = null;
        for (int round = 0; round < ROUNDS; round++) {
            Instant value = moment(round);
            Instant held = SqlValues.timestamp(value, format);
            assertEquals(held, SqlValues.timestamp(held, format));
            assertTrue(
                    !held.isAfter(value) && held.until(value, ChronoUnit.NANOS) < 1_000_000_000, () -> "seed " + SEED);
            assertEquals(
                    held,
                    echo(p -> p.timestamp(1, value, format), row -> row.timestamp(1, format)),
                    () -> "seed " + SEED);
            if (format.ordinal() <= SqlTimestampFormat.SQLITE.ordinal()) {
                String text = echo(p -> p.timestamp(1, value, format), row -> row.text(1));
                assertEquals(expected(held, format), text);
                if (before != null) {
                    assertEquals(
                            Integer.signum(before.compareTo(held)),
                            Integer.signum(textBefore.compareTo(text)),
                            "order");
                }
                before = held;
                textBefore = text;
            }
        }
    }

    private static String expected(Instant value, SqlTimestampFormat format) {
        LocalDateTime utc = LocalDateTime.ofInstant(value, ZoneOffset.UTC);
        return switch (format) {
            case ISO -> String.format("%sT%tT.%tLZ", utc.toLocalDate(), utc, utc);
            case ISO_SECONDS -> String.format("%sT%tTZ", utc.toLocalDate(), utc);
            default -> String.format("%s %tT", utc.toLocalDate(), utc);
        };
    }

    @Test
    void everyTextFormOfAMomentIsRead() {
        Instant noon = Instant.parse("2026-01-26T12:00:00Z");
        for (String text : List.of(
                "2026-01-26T12:00:00Z",
                "2026-01-26T12:00:00.000Z",
                "2026-01-26 12:00:00",
                "2026-01-26 12:00",
                "2026-01-26T12:00:00",
                "2026-01-26 12:00:00.0",
                "2026-01-26T14:30:00+02:30",
                "2026-01-26T11:00:00.000000000-01:00",
                "2026-01-26T12:00:00+00:00")) {
            for (SqlTimestampFormat format : SqlTimestampFormat.values()) {
                assertEquals(noon, echo(p -> p.text(1, text), row -> row.timestamp(1, format)), text);
            }
        }
        assertEquals(
                noon.plusNanos(123_456_789),
                echo(
                        p -> p.text(1, "2026-01-26T12:00:00.123456789Z"),
                        row -> row.timestamp(1, SqlTimestampFormat.ISO)));
        for (String text : List.of(
                "2026-01-26",
                "",
                "now",
                "2026-01-26T",
                "2026-02-30T12:00:00Z",
                "2026-01-26T24:00:00Z",
                "2026-01-26T12:60:00Z",
                "2026-01-26T12:00:00.Z",
                "2026-01-26T12:00:00.1234567890Z",
                "2026-01-26T12:00:00ZZ",
                "2026-01-26T12:00:00+2",
                "2026-01-26T12:00:00 +02:00",
                "12026-01-26T12:00:00Z",
                "2026-1-26T12:00:00Z",
                "1769428800",
                "２026-01-26T12:00:00Z")) {
            for (SqlTimestampFormat format : SqlTimestampFormat.values()) {
                SqlDataException error = assertThrows(
                        SqlDataException.class,
                        () -> echo(p -> p.text(1, text), row -> row.timestamp(1, format)),
                        text);
                assertTrue(error.getMessage().contains("column value of row 1: '" + text + "' is not a moment"));
            }
        }
    }

    @Test
    void momentsThatAColumnCannotHoldAreErrors() {
        for (Instant value : List.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))) {
            SqlDataException error = assertThrows(
                    SqlDataException.class,
                    () -> echo(p -> p.timestamp(1, value, SqlTimestampFormat.SQLITE), row -> row.text(1)));
            assertTrue(error.getMessage().startsWith("notes.echo: parameter 1: the year "), error.getMessage());
            assertThrows(IllegalArgumentException.class, () -> SqlValues.timestamp(value, SqlTimestampFormat.ISO));
            assertEquals(
                    value.truncatedTo(ChronoUnit.SECONDS),
                    echo(
                            p -> p.timestamp(1, value, SqlTimestampFormat.EPOCH_SECONDS),
                            row -> row.timestamp(1, SqlTimestampFormat.EPOCH_SECONDS)));
        }
        assertThrows(
                SqlDataException.class,
                () -> echo(p -> p.timestamp(1, Instant.MAX, SqlTimestampFormat.EPOCH_MILLIS), row -> row.text(1)));
        assertThrows(
                SqlDataException.class,
                () -> echo(
                        p -> p.bigint(1, Long.MAX_VALUE), row -> row.timestamp(1, SqlTimestampFormat.EPOCH_SECONDS)));
    }

    @Test
    void datesAndTimesComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            LocalDateTime value = LocalDateTime.ofInstant(moment(round), ZoneOffset.UTC);
            LocalDateTime held = SqlValues.dateTime(value);
            assertEquals(held, echo(p -> p.dateTime(1, value), row -> row.dateTime(1)), () -> "seed " + SEED);
            assertEquals(value.toLocalDate(), echo(p -> p.date(1, value.toLocalDate()), row -> row.date(1)));
            assertEquals(held.toLocalTime(), echo(p -> p.time(1, value.toLocalTime()), row -> row.time(1)));
        }
        assertEquals("text:2026-01-26T01:02:03.000", held(p -> p.dateTime(1, LocalDateTime.of(2026, 1, 26, 1, 2, 3))));
        assertEquals("text:01:02:00.000", held(p -> p.time(1, LocalTime.of(1, 2))));
        assertThrows(
                SqlDataException.class, () -> echo(p -> p.text(1, "2026-01-26T12:00:00Z"), row -> row.dateTime(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, "2026-01-26 12:00"), row -> row.date(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.date(1, LocalDate.of(-1, 1, 1)), row -> row.date(1)));
        assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, "12"), row -> row.time(1)));
    }

    @Test
    void uuidsBlobsAndBooleansComeBack() {
        for (int round = 0; round < ROUNDS; round++) {
            UUID uuid = new UUID(edge(round, random.nextLong()), edge(round / 2, random.nextLong()));
            assertEquals(uuid, echo(p -> p.uuid(1, uuid), row -> row.uuid(1)), () -> "seed " + SEED);
            assertEquals(uuid, echo(p -> p.text(1, uuid.toString().toUpperCase()), row -> row.uuid(1)));
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertArrayEquals(bytes, echo(p -> p.blob(1, bytes), row -> row.blob(1)), () -> "seed " + SEED);
        }
        for (String text : List.of(
                "",
                "x",
                "00000000-0000-0000-0000-00000000000",
                "00000000-0000-0000-0000-00000000000g",
                "00000000-0000-0000-0000-00000000000é")) {
            assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, text), row -> row.uuid(1)), text);
        }
        assertEquals((Object) true, echo(p -> p.bool(1, true), row -> row.bool(1)));
        assertEquals((Object) false, echo(p -> p.bool(1, false), row -> row.boolOrNull(1)));
        for (long wrong : new long[] {2, -1, Long.MAX_VALUE}) {
            assertThrows(SqlDataException.class, () -> echo(p -> p.bigint(1, wrong), row -> row.bool(1)));
        }
        assertThrows(SqlDataException.class, () -> echo(p -> p.text(1, "true"), row -> row.bool(1)));
    }

    @Test
    void nullIsNullWhereItMayBeAndAnErrorElsewhere() throws SQLException {
        List<SqlBinder> binders = List.of(
                p -> p.text(1, null),
                p -> p.integer(1, (Integer) null),
                p -> p.bigint(1, (Long) null),
                p -> p.real(1, (Double) null),
                p -> p.bool(1, (Boolean) null),
                p -> p.decimal(1, null),
                p -> p.timestamp(1, null, SqlTimestampFormat.ISO),
                p -> p.dateTime(1, null),
                p -> p.date(1, null),
                p -> p.time(1, null),
                p -> p.uuid(1, null),
                p -> p.blob(1, null));
        List<SqlRowReader<Boolean>> nullable = List.of(
                row -> row.textOrNull(1) == null,
                row -> row.integerOrNull(1) == null,
                row -> row.bigintOrNull(1) == null,
                row -> row.realOrNull(1) == null,
                row -> row.boolOrNull(1) == null,
                row -> row.decimalOrNull(1, 2) == null,
                row -> row.timestampOrNull(1, SqlTimestampFormat.EPOCH_MILLIS) == null,
                row -> row.dateTimeOrNull(1) == null,
                row -> row.dateOrNull(1) == null,
                row -> row.timeOrNull(1) == null,
                row -> row.uuidOrNull(1) == null,
                row -> row.blobOrNull(1) == null);
        List<SqlRowReader<Object>> required = List.of(
                row -> row.text(1),
                row -> row.integer(1),
                row -> row.bigint(1),
                row -> row.real(1),
                row -> row.bool(1),
                row -> row.decimal(1, 2),
                row -> row.timestamp(1, SqlTimestampFormat.EPOCH_MILLIS),
                row -> row.dateTime(1),
                row -> row.date(1),
                row -> row.time(1),
                row -> row.uuid(1),
                row -> row.blob(1));
        for (int i = 0; i < binders.size(); i++) {
            SqlBinder binder = binders.get(i);
            assertEquals((Object) true, echo(binder, nullable.get(i)), "reader " + i);
            SqlRowReader<Object> reader = required.get(i);
            SqlDataException error = assertThrows(SqlDataException.class, () -> echo(binder, reader), "reader " + i);
            assertTrue(
                    error.getMessage().contains("column value of row 1: NULL, where the model has no null"),
                    error.getMessage());
        }
    }

    @Test
    void aWordThatADecoderDoesNotKnowIsNamedWithTableAndColumn() {
        SqlDataException error = assertThrows(
                SqlDataException.class,
                () -> echo(
                        p -> p.text(1, "purple"),
                        row -> row.decoded(1, word -> {
                            throw new IllegalArgumentException("no colour '" + word + "'");
                        })));
        assertEquals("notes", error.table());
        assertTrue(error.getMessage().contains("column value of row 1: no colour 'purple'"), error.getMessage());
        assertNotEquals(null, error.getCause());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(30); length > 0; length--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append((char) random.nextInt(128));
                case 1 -> text.append((char) random.nextInt(0xD800));
                case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x100000));
                default -> text.append((char) (0xE000 + random.nextInt(0x2000)));
            }
        }
        return text.toString();
    }

    private Instant moment(int round) {
        return switch (round % 8) {
            case 0 -> Instant.ofEpochSecond(SECONDS_FROM_0, random.nextInt(1_000_000_000));
            case 1 -> Instant.ofEpochSecond(SECONDS_TO_10000, 999_999_999);
            case 2 -> Instant.ofEpochSecond(-1, random.nextInt(1_000_000_000));
            default ->
                Instant.ofEpochSecond(
                        SECONDS_FROM_0 + (long) (random.nextDouble() * (SECONDS_TO_10000 - SECONDS_FROM_0)),
                        random.nextInt(1_000_000_000));
        };
    }

    private static long edge(int round, long otherwise) {
        long[] edges = {
            0, -1, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 31, ~(1L << 31), Long.MAX_VALUE, Long.MIN_VALUE
        };
        return round < edges.length ? edges[round] : otherwise;
    }
}
