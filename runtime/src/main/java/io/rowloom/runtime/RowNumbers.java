package io.rowloom.runtime;

import java.util.List;
import java.util.StringJoiner;

/**
 * The numbers that SQLite gives to the rows of a table, a key or the rowid beside it, for rows that are inserted together.
 *
 * <p>Only used in a transaction that writes, which is alone.
 */
final class RowNumbers {
    private final SqlTable table;
    private final String column;
    private final boolean isKey;
    private final LazyStatement ever;
    private final LazyStatement highest;
    private final LazyStatement range;

    /**
     * Numbers of a table.
     *
     * @param column the column that has them; {@code rowid} for SQLite's own
     * @param isKey whether it is a key that is AUTOINCREMENT
     * @param read the columns that are read of rows that have been inserted
     */
    RowNumbers(SqlTable table, String column, boolean isKey, List<String> read) {
        this.table = table;
        this.column = column;
        this.isKey = isKey;
        this.ever = new LazyStatement(table, "insertAll", this::everText);
        this.highest = new LazyStatement(table, "insertAll", () -> "SELECT " + highestText());
        this.range = new LazyStatement(table, "insertAll", () -> rangeText(read));
    }

    String column() {
        return column;
    }

    boolean isKey() {
        return isKey;
    }

    /**
     * The highest, which those follow that SQLite would give (<a href="https://sqlite.org/autoinc.html">SQLite Autoincrement</a>): for
     * AUTOINCREMENT of all that ever were, else of the rows that there are.
     */
    long last(SqlSession session) {
        if (isKey) {
            try {
                return number(session, ever);
            } catch (SqlStatementException e) {
                // Made by other means, the database may have no AUTOINCREMENT, and so no table of numbers.
                return number(session, highest);
            }
        }
        return number(session, highest);
    }

    private static long number(SqlSession session, LazyStatement statement) {
        return session.getOne(statement.get(), SqlBinder.NONE, row -> row.bigint(1));
    }

    /** Reads the rows that have the {@code count} numbers after {@code last}, in their order. */
    <R> List<R> read(SqlSession session, long last, int count, SqlRowReader<R> reader) {
        SqlStatement statement = range.get();
        List<R> rows = session.list(
                statement,
                parameters -> {
                    parameters.bigint(1, last);
                    parameters.bigint(2, last + count);
                },
                reader);
        if (rows.size() < count) {
            throw new SqlStatementException(
                    SqlFailure.of(
                            statement,
                            (count - rows.size()) + " of " + count + " rows were not inserted, by a trigger"),
                    null);
        }
        return rows;
    }

    private String highestText() {
        return "coalesce((SELECT max(" + SqlTable.quote(column) + ") FROM " + SqlTable.quote(table.name()) + "), 0)";
    }

    private String everText() {
        return "SELECT max(" + highestText() + ",\n    coalesce((SELECT seq FROM sqlite_sequence WHERE name = '"
                + table.name().replace("'", "''") + "' COLLATE NOCASE), 0))";
    }

    private String rangeText(List<String> read) {
        StringJoiner columns = new StringJoiner(", ", "SELECT ", "\n" + table.from());
        read.forEach(name -> columns.add(SqlTable.column("t", name)));
        String number = SqlTable.column("t", column);
        return columns + "\nWHERE " + number + " > ?1 AND " + number + " <= ?2\nORDER BY " + number;
    }
}
