package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many rows of which the database computes something: few statements, and each result is that of its own row. */
class ComputedInsertTest {
    private static final SqlTable TABLE = SqlTable.of("parts", "id", "name", "label", "token");
    private static final SqlInsert<Part> PLAIN = SqlInsert.into(TABLE, ComputedInsertTest::bind)
            .without("label")
            .orElse("token", "lower(hex(randomblob(4)))");

    private final List<String> statements = new ArrayList<>();

    private record Part(String id, String name, String label, String token) {}

    /** A table and how its rows are inserted together. */
    private record Kind(String name, String columns, String options, SqlInsert<Part> insert, int statements) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        SqlInsert<Part> computing = PLAIN.computing("label", "token");
        return Stream.of(
                new Kind(
                        "numbered key",
                        "id INTEGER PRIMARY KEY AUTOINCREMENT",
                        "",
                        PLAIN.computing("id", "label", "token").numbering("id"),
                        3 + 3 + 1),
                new Kind("rowid", "id TEXT NOT NULL PRIMARY KEY", "", computing.numberingRows("rowid"), 3 + 3 + 1),
                new Kind("no numbers", "id TEXT NOT NULL PRIMARY KEY", "WITHOUT ROWID", computing, 551));
    }

    private SqliteDatabase open(Kind kind) {
        Migration schema = new Migration(
                1,
                "parts",
                "v1:1",
                true,
                () -> List.of(
                        "CREATE TABLE parts (" + kind.columns
                                + ", name TEXT NOT NULL UNIQUE, label TEXT NOT NULL AS ('#' || name) STORED,"
                                + " token TEXT NOT NULL DEFAULT (lower(hex(randomblob(4))))) " + kind.options,
                        // Entries in an order that is not that of the rows.
                        "CREATE INDEX by_label ON parts (label DESC)"),
                List::of);
        SqlObserver observer = new SqlObserver() {
            @Override
            public void executed(SqlExecution execution) {
                if (execution.statement().table().equals("parts")) {
                    statements.add(execution.statement().text());
                }
            }
        };
        return SqliteDatabase.openInMemory(
                List.of(), List.of(schema), SqliteOptions.defaults().withObserver(observer));
    }

    private static List<Part> parts(Kind kind, int count) {
        List<Part> parts = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i ->
                        new Part(isNumbered(kind) ? null : "key \"" + i, "part" + i, null, i % 3 == 0 ? "t" : null))
                .toList());
        Collections.shuffle(parts, new java.util.Random(count));
        return parts;
    }

    private static boolean isNumbered(Kind kind) {
        return kind.columns.contains("AUTOINCREMENT");
    }

    private static void bind(SqlParameters parameters, Part part) throws SQLException {
        if (part.id == null) {
            parameters.bigint(1, (Long) null);
        } else {
            parameters.text(1, part.id);
        }
        parameters.text(2, part.name);
        parameters.text(3, part.token);
    }

    private static List<Part> insertAll(Kind kind, SqlSession session, List<Part> parts) {
        return isNumbered(kind)
                ? kind.insert.insertAllAndRead(
                        session,
                        parts,
                        Part::id,
                        part -> row -> new Part(String.valueOf(row.bigint(1)), part.name, row.text(2), row.text(3)))
                : kind.insert.insertAllAndRead(
                        session, parts, part -> row -> new Part(part.id, part.name, row.text(1), row.text(2)));
    }

    private static List<Part> stored(SqlSession session) {
        return session.list(
                SqlStatement.read("", "test", "SELECT CAST(id AS TEXT), name, label, token FROM parts ORDER BY name"),
                SqlBinder.NONE,
                row -> new Part(row.text(1), row.text(2), row.text(3), row.text(4)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachResultIsThatOfItsRow(Kind kind) {
        try (SqliteDatabase db = open(kind)) {
            List<Part> given = parts(kind, 551);
            List<Part> results = insertAll(kind, db, given);
            assertEquals(kind.statements, statements.size());
            for (int i = 0; i < 551; i++) {
                assertEquals(given.get(i).name, results.get(i).name);
                assertEquals('#' + given.get(i).name, results.get(i).label);
            }
            List<Part> sorted = new ArrayList<>(results);
            sorted.sort((one, other) -> one.name.compareTo(other.name));
            assertEquals(stored(db), sorted);
            assertTrue(results.stream().map(Part::token).distinct().count() > 300);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anErrorNamesItsRowAndNothingIsInserted(Kind kind) {
        try (SqliteDatabase db = open(kind)) {
            List<Part> parts = parts(kind, 100);
            Part copy = parts.get(5);
            parts.set(71, new Part(copy.id == null ? null : "other", copy.name, null, null));
            SqlUniqueException error = assertThrows(SqlUniqueException.class, () -> insertAll(kind, db, parts));
            assertTrue(error.getMessage().startsWith("parts.insert: "), error.getMessage());
            assertTrue(error.getMessage().contains("name = '" + copy.name + "'"), error.getMessage());
            assertEquals(List.of(), stored(db));
            parts.set(71, new Part(copy.id == null ? null : "half", "half \ud800", null, null));
            SqlDataException broken = assertThrows(SqlDataException.class, () -> insertAll(kind, db, parts));
            assertTrue(broken.getMessage().startsWith("parts.insert: name: half a surrogate"), broken.getMessage());
            assertEquals(List.of(), stored(db));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatCannotBeReadIsNotInsertedTwice(Kind kind) {
        try (SqliteDatabase db = open(kind)) {
            List<Part> parts = parts(kind, 60);
            assertThrows(
                    SqlDataException.class,
                    () -> db.transaction(session -> kind.insert.insertAllAndRead(
                            session, parts, part -> null, part -> row -> row.integer(isNumbered(kind) ? 2 : 1))));
            assertEquals(List.of(), stored(db));
        }
    }

    @Test
    void aRowThatATriggerLeavesOutIsAnError() {
        Kind kind = kinds().findFirst().orElseThrow();
        try (SqliteDatabase db = open(kind)) {
            db.execute(
                    SqlStatement.write(
                            "",
                            "test",
                            "CREATE TRIGGER no BEFORE INSERT ON parts WHEN new.name = 'part7' BEGIN SELECT RAISE(IGNORE);"
                                    + " END"),
                    SqlBinder.NONE);
            SqlStatementException error =
                    assertThrows(SqlStatementException.class, () -> insertAll(kind, db, parts(kind, 60)));
            assertTrue(error.getMessage().contains("1 of 50 rows were not inserted"), error.getMessage());
            assertEquals(List.of(), stored(db));
        }
    }

    @Test
    void rowsThatBringTheirKeysKeepThem() {
        Kind kind = kinds().findFirst().orElseThrow();
        try (SqliteDatabase db = open(kind)) {
            List<Part> parts = parts(kind, 60);
            parts.set(3, new Part("1000", "own", null, null));
            List<Part> results = insertAll(kind, db, parts);
            assertEquals("1000", results.get(3).id);
            assertEquals("1001", results.get(4).id);
        }
    }
}
