package io.rowloom.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Inserts a row, or updates the row that has the same key; a constant of a DAO.
 *
 * <p>By {@code ON CONFLICT DO UPDATE}, never by {@code INSERT OR REPLACE}, which deletes the row first, and by cascade all that
 * refer to it.
 *
 * @param <N> what holds the values of a new row
 */
public final class SqlUpsert<N> {
    private final SqlInsert<N> insert;
    private final String operation;
    private final List<String> conflict;
    private final Set<String> kept;
    private final String version;
    private final LazyStatement statement;

    SqlUpsert(SqlInsert<N> insert, String operation, List<String> conflict, Set<String> kept, String version) {
        this.insert = insert;
        this.operation = operation;
        this.conflict = conflict;
        this.kept = kept;
        this.version = version;
        this.statement = new LazyStatement(insert.table(), operation, this::text);
    }

    /** The same, which leaves columns of a row that was there as they are. */
    public SqlUpsert<N> keeping(String... columns) {
        Set<String> more = new HashSet<>(kept);
        more.addAll(List.of(columns));
        return new SqlUpsert<>(insert, operation, conflict, more, version);
    }

    /** The same, which counts the updates of a row in a column. */
    public SqlUpsert<N> counting(String column) {
        return new SqlUpsert<>(insert, operation, conflict, kept, column);
    }

    /** Runs it and reads the row as it is now, all of its columns. */
    public <R> R run(SqlSession session, N values, SqlRowReader<R> reader) {
        return session.getOne(statement.get(), parameters -> insert.binder().bind(parameters, values), reader);
    }

    /** The statement. */
    public String sql() {
        return statement.get().text();
    }

    private String text() {
        StringJoiner keys = new StringJoiner(", ", "\nON CONFLICT (", ") DO UPDATE\nSET ");
        conflict.forEach(column -> keys.add(SqlTable.quote(column)));
        StringJoiner assignments = new StringJoiner(", ");
        for (String column : insert.table().columns()) {
            String name = SqlTable.quote(column);
            if (column.equals(version)) {
                assignments.add(name + " = t." + name + " + 1");
            } else if (!insert.isGenerated(column) && !conflict.contains(column) && !kept.contains(column)) {
                assignments.add(name + " = excluded." + name);
            }
        }
        return insert.text(1)
                + keys
                + assignments
                + SqlTable.returning(insert.table().columns());
    }
}
