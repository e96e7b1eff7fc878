package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keyset pages over indexes of every kind, with ties and NULL, while rows come and go. */
class PageTest {
    private static final SqlRowReader<Long> NUMBER = row -> row.bigint(1);

    static Stream<Long> seeds() {
        return Stream.iterate(1L, seed -> seed + 1).limit(60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pagesVisitEveryRowOnceInTheOrderOfTheIndex(long seed) {
        try (RandomTable table = new RandomTable(new Random(seed))) {
            table.insert(table.random.nextInt(60));
            List<Long> inOrder = table.finder.list(table.database, table.equal, NUMBER);
            assertEquals(table.plainOrder(), inOrder, table.toString());
            table.assertServed();

            int size = 1 + table.random.nextInt(12);
            List<Long> forwards = new ArrayList<>();
            Page<Long> page = table.page(Page.first(size));
            assertFalse(page.hasPrevious());
            forwards.addAll(page);
            while (page.hasNext()) {
                assertEquals(size, page.size());
                // As text, as it would go through a client or a restart.
                page = table.page(Page.at(page.nextCursor(), size));
                forwards.addAll(page);
                assertTrue(page.hasPrevious());
            }
            assertEquals(inOrder, forwards, table.toString());

            List<Long> backwards = new ArrayList<>();
            page = table.page(Page.last(size));
            assertFalse(page.hasNext());
            backwards.addAll(0, page);
            while (page.hasPrevious()) {
                assertEquals(size, page.size());
                page = table.page(page.previous());
                backwards.addAll(0, page);
            }
            assertEquals(inOrder, backwards, table.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsThatComeAndGoMeanwhileNeitherShiftNorRepeatOthers(long seed) {
        try (RandomTable table = new RandomTable(new Random(-seed))) {
            table.insert(20 + table.random.nextInt(40));
            Set<Long> untouched = new TreeSet<>(table.finder.list(table.database, table.equal, NUMBER));
            List<Long> seen = new ArrayList<>();
            int size = 1 + table.random.nextInt(7);
            boolean backwards = table.random.nextBoolean();
            Page<Long> page = table.page(backwards ? Page.last(size) : Page.first(size));
            while (true) {
                seen.addAll(backwards ? reversed(page) : page);
                if (!(backwards ? page.hasPrevious() : page.hasNext())) {
                    break;
                }
                untouched.removeAll(table.deleteSome());
                table.insert(table.random.nextInt(3));
                page = table.page(backwards ? page.previous() : page.next());
            }
            assertEquals(seen.size(), new HashSet<>(seen).size(), "repeated " + seen + " of " + table);
            assertTrue(seen.containsAll(untouched), () -> "missed " + untouched + " in " + seen + " of " + table);
        }
    }

    @Test
    void aPageThatWasReachedLeadsBackAndOn() {
        try (RandomTable table = new RandomTable(new Random(7))) {
            Page<Long> none = table.page(Page.first(3));
            assertEquals(List.of(), none);
            assertFalse(none.hasNext() || none.hasPrevious());
            table.insert(60);
            List<Long> all = table.finder.list(table.database, table.equal, NUMBER);
            assertEquals(all.subList(0, 3), table.page(none.next()));
            assertEquals(all.subList(all.size() - 3, all.size()), table.page(none.previous()));

            Page<Long> second = table.page(table.page(Page.first(3)).next());
            assertEquals(all.subList(3, 6), second);
            assertEquals(all.subList(0, 3), table.page(second.previous()));
            Page<Long> beyond = table.page(Page.at(table.page(Page.last(4)).nextCursor(), 4));
            assertEquals(List.of(), beyond);
            assertTrue(beyond.hasPrevious());
            assertEquals(all.subList(all.size() - 4, all.size()), table.page(beyond.previous()));
            assertEquals(List.of("3", "4"), page("34").map(String::valueOf));
            assertThrows(UnsupportedOperationException.class, () -> second.add(1L));
        }
    }

    private static Page<Character> page(String text) {
        PageStart start = new PageStart("", false, null);
        return new Page<>(text.chars().mapToObj(c -> (char) c).toList(), 9, start, false, start, false);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cursorsThatWereChangedAreRefused(long seed) {
        try (RandomTable table = new RandomTable(new Random(seed))) {
            table.insert(20);
            String cursor = table.page(Page.first(2)).nextCursor();
            assertTrue(cursor.matches("[A-Za-z0-9_-]+"), cursor);
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            int at = table.random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << table.random.nextInt(8));
            String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            refused(table, changed);
            refused(table, cursor.substring(0, table.random.nextInt(cursor.length() - 2)));
            refused(table, cursor + "AAAA");
            refused(table, "no cursor!");
        }
    }

    private static void refused(RandomTable table, String cursor) {
        SqlCursorException e = assertThrows(SqlCursorException.class, () -> table.page(Page.at(cursor, 2)), cursor);
        assertEquals("t", e.table());
        assertEquals("listByWhat", e.operation());
        assertTrue(e.getMessage().contains("the cursor is none of this list"), e.getMessage());
    }

    @Test
    void cursorsOfOtherListsAreRefused() {
        SqlTable table = SqlTable.of("t", "id", "a");
        SqlFinder byA = table.finder("ByA", "t.\"a\" = ?1", SqlOrder.by("id"));
        SqlFinder byId = table.finder("", "", SqlOrder.by("id"));
        try (SqliteDatabase database = database(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL) STRICT",
                "INSERT INTO t VALUES (1, 1), (2, 1), (3, 2), (4, 2)")) {
            Page<Long> ones = byA.page(database, parameters -> parameters.integer(1, 1), Page.first(1), NUMBER);
            assertEquals(List.of(1L), ones);
            assertEquals(List.of(2L), byA.page(database, parameters -> parameters.integer(1, 1), ones.next(), NUMBER));
            for (PageRequest request : List.of(ones.next(), Page.at(ones.nextCursor(), 1))) {
                assertThrows(
                        SqlCursorException.class,
                        () -> byA.page(database, parameters -> parameters.integer(1, 2), request, NUMBER));
                assertThrows(SqlCursorException.class, () -> byId.page(database, SqlBinder.NONE, request, NUMBER));
            }
            assertThrows(IllegalArgumentException.class, () -> Page.first(0));
            assertThrows(IllegalArgumentException.class, () -> Page.at(ones.nextCursor(), -1));
            assertEquals(
                    List.of(1L, 2L, 3L, 4L),
                    byId.page(database, SqlBinder.NONE, Page.first(Integer.MAX_VALUE), NUMBER));
        }
    }

    @Test
    void cursorsSurviveARestartAndVacuum(@TempDir Path folder) {
        SqlFinder finder = SqlTable.of("t", "id").finder("ByA", "t.\"a\" = ?1", SqlOrder.by("rowid"));
        SqlBinder one = parameters -> parameters.integer(1, 1);
        SqlRowReader<String> text = row -> row.text(1);
        List<Migration> migrations = List.of(migration(
                "CREATE TABLE t (id TEXT NOT NULL PRIMARY KEY, a INTEGER NOT NULL) STRICT",
                "CREATE INDEX i ON t (a)",
                "INSERT INTO t VALUES ('z', 1), ('y', 1), ('x', 1), ('w', 1), ('v', 1)",
                "DELETE FROM t WHERE id = 'z'"));
        Path file = folder.resolve("t.db");
        String cursor;
        try (SqliteDatabase database = SqliteDatabase.open(file, List.of(), migrations, SqliteOptions.defaults())) {
            Page<String> page = finder.page(database, one, Page.first(2), text);
            assertEquals(List.of("y", "x"), page);
            cursor = page.nextCursor();
            database.maintenance().vacuum();
        }
        try (SqliteDatabase database = SqliteDatabase.open(file, List.of(), migrations, SqliteOptions.defaults())) {
            assertEquals(List.of("w", "v"), finder.page(database, one, Page.at(cursor, 2), text));
        }
    }

    private static List<Long> reversed(List<Long> rows) {
        List<Long> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return reversed;
    }

    private static SqliteDatabase database(String... statements) {
        return SqliteDatabase.openInMemory(List.of(), List.of(migration(statements)), SqliteOptions.defaults());
    }

    private static Migration migration(String... statements) {
        return new Migration(1, "table", "v1:0", true, () -> List.of(statements), List::of);
    }

    /** A table with one index whose columns are of random types, directions and nullness, under an equal prefix or none. */
    private static final class RandomTable implements AutoCloseable {
        private final Random random;
        private final List<SqlOrder> order = new ArrayList<>();
        private final List<String> types = new ArrayList<>();
        private final boolean prefixed;
        private final String index;
        private final SqliteDatabase database;
        private final SqlFinder finder;
        private final SqlBinder equal;
        private long next;

        RandomTable(Random random) {
            this.random = random;
            boolean withoutRowid = random.nextInt(3) == 0;
            boolean numbered = !withoutRowid && random.nextBoolean();
            prefixed = random.nextBoolean();
            StringBuilder columns = new StringBuilder("n INTEGER NOT NULL, p TEXT");
            List<String> parts = new ArrayList<>(prefixed ? List.of("p") : List.of());
            int count = random.nextInt(3) + (prefixed ? 0 : 1);
            for (int i = 0; i < count; i++) {
                String type = List.of("INTEGER", "TEXT", "REAL", "BLOB").get(random.nextInt(4));
                SqlOrder by = SqlOrder.by("c" + i);
                by = random.nextBoolean() ? by.nullable() : by;
                by = random.nextInt(3) == 0 ? by.descending() : by;
                order.add(by);
                types.add(type);
                columns.append(", c").append(i).append(' ').append(type).append(by.isNullable() ? "" : " NOT NULL");
                parts.add("c" + i + (by.isDescending() ? " DESC" : ""));
            }
            columns.append(", k TEXT NOT NULL").append(numbered ? ", id INTEGER PRIMARY KEY" : ", PRIMARY KEY (k)");
            order.add(SqlOrder.by(withoutRowid ? "k" : numbered ? "id" : "rowid"));
            index = "CREATE INDEX i ON t (" + String.join(", ", parts) + ")";
            database = database(
                    "CREATE TABLE t (" + columns + ") STRICT" + (withoutRowid ? ", WITHOUT ROWID" : ""),
                    parts.isEmpty() ? "CREATE INDEX i ON t (p)" : index);
            finder = SqlTable.of("t", "n", count == 0 ? "p" : "c0")
                    .finder("ByWhat", prefixed ? "t.\"p\" IS ?1" : "", order.toArray(new SqlOrder[0]));
            boolean none = random.nextInt(4) == 0;
            equal = prefixed ? parameters -> parameters.text(1, none ? null : "a") : SqlBinder.NONE;
        }

        Page<Long> page(PageRequest request) {
            return finder.page(database, equal, request, NUMBER);
        }

        void insert(int rows) {
            StringBuilder names = new StringBuilder("n, p, k");
            for (int i = 0; i < types.size(); i++) {
                names.append(", c").append(i);
            }
            SqlStatement insert = SqlStatement.write(
                    "t", "insert", "INSERT INTO t (" + names + ") VALUES (?, ?, ?" + ", ?".repeat(types.size()) + ")");
            for (int row = 0; row < rows; row++) {
                long number = ++next;
                String prefix = List.of("a", "a", "b", "").get(random.nextInt(4));
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < types.size(); i++) {
                    values.add(order.get(i).isNullable() && random.nextInt(3) == 0 ? "null" : value(types.get(i)));
                }
                database.execute(insert, parameters -> {
                    parameters.bigint(1, number);
                    parameters.text(2, prefix.isEmpty() ? null : prefix);
                    parameters.text(3, Long.toString(number * 7919 % 1009 + number * 1009, 36));
                    for (int i = 0; i < values.size(); i++) {
                        parameters.value(4 + i, values.get(i).equals("null") ? null : values.get(i));
                    }
                });
            }
        }

        /** Of few values, so that many are equal. */
        private Object value(String type) {
            int choice = random.nextInt(3);
            return switch (type) {
                case "INTEGER" -> List.of(Long.MIN_VALUE, 0L, 7L).get(choice);
                case "REAL" -> List.of(Double.NEGATIVE_INFINITY, -0.5, 1e300).get(choice);
                case "TEXT" -> List.of("", "\u00e9\ud83e\udd16", "z").get(choice);
                default ->
                    List.of(new byte[0], new byte[] {0}, new byte[] {-1, 2}).get(choice);
            };
        }

        List<Long> deleteSome() {
            List<Long> all = finder.list(database, equal, NUMBER);
            List<Long> gone = new ArrayList<>();
            for (int i = 0; i < 2 && !all.isEmpty(); i++) {
                long number = all.get(random.nextInt(all.size()));
                database.execute(
                        SqlStatement.write("t", "delete", "DELETE FROM t WHERE n = ?"),
                        parameters -> parameters.bigint(1, number));
                gone.add(number);
            }
            return gone;
        }

        /** The order by a sort that uses no index. */
        List<Long> plainOrder() {
            StringBuilder sql = new StringBuilder("SELECT n FROM t AS t NOT INDEXED");
            sql.append(prefixed ? " WHERE +t.p IS ?" : "").append(" ORDER BY ");
            for (SqlOrder by : order) {
                sql.append("+t.").append(by.column()).append(by.isDescending() ? " DESC, " : ", ");
            }
            return database.list(SqlStatement.read("t", "plain", sql + "1"), equal, NUMBER);
        }

        /** That neither lists nor pages sort, or go through rows that they do not give. */
        void assertServed() {
            for (boolean backwards : new boolean[] {false, true}) {
                for (int nulls = 0; nulls < 1 << order.size(); nulls++) {
                    List<Object> key = new ArrayList<>();
                    boolean possible = true;
                    for (int i = 0; i < order.size(); i++) {
                        boolean isNull = (nulls >> i & 1) == 1;
                        possible &= !isNull || order.get(i).isNullable();
                        key.add(isNull ? null : 1L);
                    }
                    if (possible) {
                        served(new PageStart("", backwards, key));
                    }
                }
                served(new PageStart("", backwards, null));
            }
        }

        private void served(PageStart start) {
            String sql = finder.pages().sql(start, prefixed ? 1 : 0);
            SqlStatement explain = SqlStatement.read("t", "explain", "EXPLAIN QUERY PLAN " + sql);
            List<String> plan = database.list(explain, SqlBinder.NONE, row -> row.text(4));
            assertTrue(plan.stream().noneMatch(step -> step.contains("TEMP B-TREE")), plan + "\n" + sql);
            long tables = plan.stream()
                    .filter(step -> step.startsWith("SEARCH") || step.startsWith("SCAN"))
                    .count();
            long served = plan.stream()
                    .filter(step -> step.contains("INDEX i")
                            || step.contains("PRIMARY KEY")
                            || order.size() == 1 && !prefixed && step.contains("SCAN t"))
                    .count();
            assertEquals(tables, served, plan + "\n" + sql);
            if (start.key() != null) {
                assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN")), plan + "\n" + sql);
            }
        }

        @Override
        public void close() {
            database.close();
        }

        @Override
        public String toString() {
            return index + " in the order " + order;
        }
    }
}
