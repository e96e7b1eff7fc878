package io.rowloom.runtime;

/**
 * The highest number that a table has given to a row; those that follow are what SQLite would give to the next ones (<a
 * href="https://sqlite.org/autoinc.html">SQLite Autoincrement</a>).
 *
 * <p>Only asked for in a transaction that writes, which is alone.
 */
final class LastNumber {
    private final SqlTable table;
    private final String column;
    private final LazyStatement highest;
    private final LazyStatement ever;

    LastNumber(SqlTable table, String column) {
        this.table = table;
        this.column = column;
        this.highest = new LazyStatement(table, "insertAll", () -> "SELECT " + highestText());
        this.ever = new LazyStatement(table, "insertAll", this::everText);
    }

    /** Among the rows that there are. */
    long highest(SqlSession session) {
        return read(session, highest);
    }

    /**
     * Among those that there were as well, as AUTOINCREMENT has it. A database that was made by other means may have no such
     * table at all; numbers then follow the rows that there are.
     */
    long ever(SqlSession session) {
        try {
            return read(session, ever);
        } catch (SqlStatementException e) {
            return highest(session);
        }
    }

    private static long read(SqlSession session, LazyStatement statement) {
        return session.getOne(statement.get(), SqlBinder.NONE, row -> row.bigint(1));
    }

    private String highestText() {
        return "coalesce((SELECT max(" + SqlTable.quote(column) + ") FROM " + SqlTable.quote(table.name()) + "), 0)";
    }

    private String everText() {
        return "SELECT max(" + highestText() + ",\n    coalesce((SELECT seq FROM sqlite_sequence WHERE name = '"
                + table.name().replace("'", "''") + "' COLLATE NOCASE), 0))";
    }
}
