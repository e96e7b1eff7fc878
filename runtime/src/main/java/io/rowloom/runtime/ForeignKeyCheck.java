package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What <a href="https://sqlite.org/pragma.html#pragma_foreign_key_check">PRAGMA foreign_key_check</a> finds. */
final class ForeignKeyCheck {
    private static final int SHOWN = 20;
    private static final SqlStatement CHECK = SqlStatement.read("", "foreign_key_check", "PRAGMA foreign_key_check");
    private static final SqlStatement KEY_COLUMNS = SqlStatement.read(
            "", "primary key", "SELECT i.name FROM pragma_table_info(?) AS i WHERE i.pk > 0 ORDER BY i.pk");
    private static final SqlStatement REFERRING = SqlStatement.read(
            "",
            "foreign key",
            "SELECT group_concat(f.\"from\", ', ') FROM pragma_foreign_key_list(?) AS f WHERE f.id = ?");

    private final SqliteConnection connection;

    ForeignKeyCheck(SqliteConnection connection) {
        this.connection = connection;
    }

    /**
     * One violation.
     *
     * @param rowid null for a table without rowids
     */
    record Violation(String table, @Nullable Long rowid, String parent, int key) {
        /** What stays the same when a table is built anew: rowids and the order of keys do not. */
        String kind() {
            return table + "\0" + parent;
        }
    }

    List<Violation> run() {
        return connection.list(
                CHECK,
                SqlBinder.NONE,
                row -> new Violation(row.text(1), row.bigintOrNull(2), row.text(3), row.integer(4)));
    }

    /** Those of {@code after} that are more than there were before, each table and parent counted for itself. */
    static List<Violation> added(List<Violation> before, List<Violation> after) {
        Map<String, Integer> old = new HashMap<>();
        before.forEach(violation -> old.merge(violation.kind(), 1, Integer::sum));
        Map<String, Integer> now = new HashMap<>();
        after.forEach(violation -> now.merge(violation.kind(), 1, Integer::sum));
        return after.stream()
                .filter(violation -> now.get(violation.kind()) > old.getOrDefault(violation.kind(), 0))
                .filter(violation -> !before.contains(violation))
                .toList();
    }

    /** The rows with their keys. */
    List<SqliteOrphan> describe(List<Violation> violations) {
        Map<String, List<String>> keys = new HashMap<>();
        List<SqliteOrphan> orphans = new ArrayList<>();
        for (Violation violation : violations) {
            List<String> columns = keys.computeIfAbsent(
                    violation.table(),
                    table -> connection.list(KEY_COLUMNS, parameters -> parameters.text(1, table), row -> row.text(1)));
            String referring = connection
                    .findOne(
                            REFERRING,
                            parameters -> {
                                parameters.text(1, violation.table());
                                parameters.integer(2, violation.key());
                            },
                            row -> row.textOrNull(1))
                    .orElse("?");
            orphans.add(new SqliteOrphan(violation.table(), key(violation, columns), violation.parent(), referring));
        }
        return orphans;
    }

    /** The first rows as a message shows them, one a line. */
    String message(List<Violation> violations) {
        List<SqliteOrphan> orphans = describe(violations.subList(0, Math.min(SHOWN, violations.size())));
        StringBuilder text = new StringBuilder();
        orphans.forEach(orphan -> text.append("\n    ").append(orphan));
        if (violations.size() > SHOWN) {
            text.append("\n    and ").append(violations.size() - SHOWN).append(" more");
        }
        return text.toString();
    }

    private String key(Violation violation, List<String> columns) {
        Long rowid = violation.rowid();
        if (rowid == null) {
            return "a row without a rowid";
        }
        if (columns.isEmpty()) {
            return "rowid = " + rowid;
        }
        StringBuilder select = new StringBuilder("SELECT ");
        for (String column : columns) {
            select.append(select.length() > 7 ? " || ', ' || " : "")
                    .append("'")
                    .append(column.replace("'", "''"))
                    .append(" = ' || quote(t.\"")
                    .append(column.replace("\"", "\"\""))
                    .append("\")");
        }
        select.append(" FROM \"")
                .append(violation.table().replace("\"", "\"\""))
                .append("\" AS t WHERE t.rowid = ?");
        SqlStatement statement = SqlStatement.read(violation.table(), "key", select.toString());
        return connection
                .findOne(statement, parameters -> parameters.bigint(1, rowid), row -> row.text(1))
                .orElse("rowid = " + rowid);
    }
}
