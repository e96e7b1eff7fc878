package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SqlListsTest {
    @Test
    void everyElementArrivesAsAColumnHoldsIt() throws Exception {
        List<String> texts = List.of("", "a", "\"\\/\b\f\n\r\t\u0001", "\u00e9\ud83e\udd16", "[1, 2]", "null", "x'y");
        assertEquals(texts, elements(SqlLists.texts(texts)));
        assertEquals(
                List.of(0, -1, Long.MAX_VALUE, Long.MIN_VALUE),
                elements(SqlLists.numbers(List.of(0, -1, Long.MAX_VALUE, Long.MIN_VALUE))));
        List<Double> reals = List.of(0.5, -1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertEquals(reals, elements(SqlLists.reals(reals)));
        assertEquals(List.of(1, 0), elements(SqlLists.booleans(List.of(true, false))));
        assertEquals(List.of("1.50"), elements(SqlLists.decimals(List.of(new BigDecimal("1.50")))));
        UUID uuid = UUID.randomUUID();
        assertEquals(List.of(uuid.toString()), elements(SqlLists.uuids(List.of(uuid))));
        assertEquals(List.of("2026-01-26"), elements(SqlLists.dates(List.of(LocalDate.of(2026, 1, 26)))));
        assertEquals(List.of(), elements(SqlLists.times(List.of())));
    }

    @Test
    void timesHaveTheFormOfParameters() throws Exception {
        Instant moment = Instant.parse("2026-01-26T12:00:00.5Z");
        assertEquals(
                List.of("2026-01-26T12:00:00.500Z"),
                elements(SqlLists.timestamps(List.of(moment), SqlTimestampFormat.ISO)));
        assertEquals(
                List.of("2026-01-26 12:00:00"),
                elements(SqlLists.timestamps(List.of(moment), SqlTimestampFormat.SQLITE)));
        assertEquals(
                List.of(1769428800), elements(SqlLists.timestamps(List.of(moment), SqlTimestampFormat.EPOCH_SECONDS)));
        LocalDateTime local = LocalDateTime.of(2026, 1, 26, 12, 0);
        assertEquals(List.of(TemporalText.format(local)), elements(SqlLists.dateTimes(List.of(local))));
        assertEquals(List.of(TemporalText.format(LocalTime.NOON)), elements(SqlLists.times(List.of(LocalTime.NOON))));
    }

    @Test
    void refusesWhatNoColumnHolds() {
        assertThrows(NullPointerException.class, () -> SqlLists.texts(Arrays.asList("a", null)));
        assertThrows(IllegalArgumentException.class, () -> SqlLists.reals(List.of(Double.NaN)));
    }

    private static List<Object> elements(String json) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement statement = connection.prepareStatement("SELECT value FROM json_each(?)")) {
            statement.setString(1, json);
            List<Object> elements = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    elements.add(rows.getObject(1));
                }
            }
            return elements;
        }
    }
}
