package io.rowloom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlChildrenTest {
    private static final SqlTable CHILDREN = SqlTable.of("children", "n");
    private static final SqlRowReader<Long> NUMBER = row -> row.bigint(1);

    @Test
    void everyParentGetsItsChildrenInOrderAsSqlComparesThem() {
        SqlChildren byName = SqlChildren.of(
                () -> CHILDREN,
                "parents",
                "withChildren",
                "t.\"name\" = k.\"value\"",
                SqlOrder.by("n").descending());
        try (SqliteDatabase database = database()) {
            // 'B' is 'b' to the column, the same parent may be given twice, and one has no children.
            assertEquals(
                    List.of("b=[5, 2]", "a=[1]", "none=[]", "B=[5, 2]"),
                    byName.of(
                            database,
                            List.of("b", "a", "none", "B"),
                            (parameters, name) -> parameters.text(1, name),
                            NUMBER,
                            (name, numbers) -> name + '=' + numbers));
            assertEquals(
                    List.of(),
                    byName.of(
                            database,
                            List.<String>of(),
                            (parameters, name) -> parameters.text(1, name),
                            NUMBER,
                            (name, numbers) -> name));
        }
    }

    @Test
    void keysOfSeveralColumnsAreComparedColumnByColumn() {
        SqlChildren byBoth = SqlChildren.of(
                () -> CHILDREN,
                "parents",
                "withChildren",
                "t.\"name\" = k.\"value\" ->> 0 AND t.\"part\" = unhex(k.\"value\" ->> 1)",
                SqlOrder.by("n"));
        byte[] one = {1};
        byte[] two = {2};
        try (SqliteDatabase database = database()) {
            assertEquals(
                    List.of("[2]", "[5]", "[]"),
                    byBoth.of(
                            database,
                            List.of(one, two, new byte[0]),
                            (parameters, part) -> {
                                parameters.text(1, "b");
                                parameters.blob(2, part);
                            },
                            NUMBER,
                            (part, numbers) -> numbers.toString()));
        }
    }

    @Test
    void aPageOfParentsStaysAPage() {
        SqlChildren byName =
                SqlChildren.of(() -> CHILDREN, "parents", "withChildren", "t.\"name\" = k.\"value\"", SqlOrder.by("n"));
        SqlFinder all = SqlTable.of("parents", "name").finder("", "", SqlOrder.by("name"));
        SqlRowReader<String> name = row -> row.text(1);
        try (SqliteDatabase database = database()) {
            Page<String> first = all.page(database, SqlBinder.NONE, Page.first(1), name);
            Page<String> page = byName.of(
                    database,
                    first,
                    (parameters, key) -> parameters.text(1, key),
                    NUMBER,
                    (key, numbers) -> key + numbers);
            assertEquals(List.of("a[1]"), page);
            assertEquals(List.of("b"), all.page(database, SqlBinder.NONE, page.next(), name));
        }
    }

    private static SqliteDatabase database() {
        List<String> statements = List.of(
                "CREATE TABLE parents (name TEXT NOT NULL PRIMARY KEY) STRICT",
                "CREATE TABLE children (n INTEGER NOT NULL PRIMARY KEY, name TEXT COLLATE NOCASE, part BLOB) STRICT",
                "CREATE INDEX i ON children (name)",
                "INSERT INTO parents VALUES ('a'), ('b')",
                "INSERT INTO children VALUES (5, 'B', x'02'), (1, 'a', NULL), (2, 'b', x'01'), (3, NULL, x'01')");
        return SqliteDatabase.openInMemory(
                List.of(),
                List.of(new Migration(1, "tables", "v1:0", true, () -> statements, List::of)),
                SqliteOptions.defaults());
    }
}
