package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What messages call parameters, how they show values, and which file they name. */
class ParameterNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT a.\"id\", a.\"price\" FROM appointments a WHERE a.doctor_id = ?1 AND state = ?2 LIMIT ?3"
                        + " | doctor_id,state,limit",
                "SELECT t.\"price\" FROM \"a\" AS t WHERE ?1 IS NULL OR t.\"state\" <> ?1 LIMIT ?2 OFFSET ?3"
                        + " | state,limit,offset",
                "SELECT \"price\" FROM a WHERE at BETWEEN ? AND ? AND x NOT LIKE ? | at,at,x",
                "SELECT \"price\" FROM a WHERE id IN (?, ?) AND lower(name) = lower(?) | id,id,name",
                "SELECT \"price\" FROM a WHERE state IN (SELECT value FROM json_each(?1)) AND b > ?2 | state,b",
                "SELECT k.\"key\" FROM json_each(?) AS k | ``",
                "SELECT \"price\" FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.a_id = ?) AND c IS ? | a_id,c",
                "SELECT CASE WHEN x = ? THEN ? ELSE ? END AS y, ? FROM a WHERE (a, b) = (?, 1) | x,,,,",
                "SELECT 1 FROM a /* it's \"x\" = ? */ WHERE y = ? | y",
                "UPDATE \"a\" SET \"x\" = ?, \"y\" = \"y\" + ? WHERE \"id\" = ? | x,y,id",
                "INSERT INTO \"a\" (\"x\", \"y\") VALUES (?, ?), (?, coalesce(?, 0)) ON CONFLICT DO UPDATE SET \"z\" = ?"
                        + " | x,y,x,y,z",
                "SELECT \"a\"\"b\" FROM t WHERE \"a\"\"b\" = ? | a\"b"
            })
    void aParameterHasTheNameOfItsColumnOrNone(String sql, String names) {
        assertEquals(names, String.join(",", ParameterNames.of(sql)));
    }

    @Test
    void aCommentHasNoNames() {
        assertEquals(List.of("y"), ParameterNames.of("SELECT 1 -- it's \"no\" ?\nFROM a WHERE y = ? -- ?"));
    }

    @Test
    void momentsAreShownAsTheyAreBound() {
        Instant moment = Instant.parse("2026-01-26T12:00:00.123456Z");
        SqlStatement statement =
                SqlStatement.read("a", "test", "SELECT 1 FROM a WHERE b = ? AND c = ? AND d = ? AND e = ?");
        assertEquals(
                List.of(
                        "b = 2026-01-26T12:00:00.123Z",
                        "c = 2026-01-26 12:00:00",
                        "d = 2026-01-26T12:00:00.123Z",
                        "e = 2026-01-26T12:00:00.000"),
                ParameterText.describe(statement, parameters -> {
                    parameters.timestamp(1, moment, SqlTimestampFormat.ISO);
                    parameters.timestamp(2, moment, SqlTimestampFormat.SQLITE);
                    parameters.timestamp(3, moment, SqlTimestampFormat.EPOCH_MILLIS);
                    parameters.dateTime(4, LocalDateTime.of(2026, 1, 26, 12, 0));
                }));
    }

    @Test
    void aFileThatCannotBeOpenedIsNamed(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("a text.db"), "not a database, and long enough\n".repeat(100));
        assertNamed(SqlCorruptException.class, text);
        assertNamed(SqlStatementException.class, folder);
        assertNamed(SqlStatementException.class, folder.resolve("missing").resolve("a.db"));
    }

    private static void assertNamed(Class<? extends SqlAccessException> type, Path file) {
        SqlAccessException error =
                assertThrows(type, () -> SqliteDatabase.open(file, List.of(), List.of(), SqliteOptions.defaults()));
        assertTrue(error.getMessage().endsWith("[file = " + file + "]"), error.getMessage());
    }

    @Test
    void aPageRequestSaysWhatItAsksFor() {
        assertEquals("the first 20 rows", Page.first(20).toString());
        assertEquals("the last 20 rows", Page.last(20).toString());
        assertEquals("20 rows at abc", Page.at("abc", 20).toString());
    }
}
