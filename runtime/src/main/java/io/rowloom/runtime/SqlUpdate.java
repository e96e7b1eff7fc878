package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Writes the columns of a row but its key, if its version is still the one that was read; a constant of a DAO.
 *
 * @param <R> the row
 */
public final class SqlUpdate<R> {
    private final SqlTable table;
    private final SqlRowBinder<R> binder;
    private final List<String> key;
    private final List<String> computed;
    private final String version;
    private final ToLongFunction<? super R> versionOf;
    private final LazyStatement statement;

    private SqlUpdate(
            SqlTable table,
            SqlRowBinder<R> binder,
            List<String> key,
            List<String> computed,
            String version,
            ToLongFunction<? super R> versionOf) {
        this.table = table;
        this.binder = binder;
        this.key = key;
        this.computed = computed;
        this.version = version;
        this.versionOf = versionOf;
        this.statement = new LazyStatement(table, "update", this::text);
    }

    /**
     * Updates a table.
     *
     * @param binder binds the values of a row, in the order of the columns, those of the key last
     * @param key the SQL names of the key
     */
    public static <R> SqlUpdate<R> of(SqlTable table, SqlRowBinder<R> binder, String... key) {
        return new SqlUpdate<>(table, binder, List.of(key), List.of(), "", row -> 0);
    }

    /** The same, for a table that counts the updates of a row in {@code column}; a row to write has the number of its update. */
    public SqlUpdate<R> counting(String column, ToLongFunction<? super R> number) {
        return new SqlUpdate<>(table, binder, key, computed, column, number);
    }

    /** The same, but for columns that the database always computes, which are asked for. */
    public SqlUpdate<R> computing(String... names) {
        return new SqlUpdate<>(table, binder, key, List.of(names), version, versionOf);
    }

    /**
     * Writes a row of which the database computes nothing.
     *
     * @throws SqlStaleVersionException when the row was changed or removed since it was read, in a table that counts updates
     * @throws SqlMissingRowException when there is no such row, in any other table
     */
    public void update(SqlSession session, R row) {
        if (session.execute(statement.get(), parameters -> binder.bind(parameters, row)) == 0) {
            throw missing(row);
        }
    }

    /**
     * Writes a row and reads what the database computed.
     *
     * @throws SqlStaleVersionException when the row was changed or removed since it was read, in a table that counts updates
     * @throws SqlMissingRowException when there is no such row, in any other table
     */
    public <T> T update(SqlSession session, R row, SqlRowReader<T> reader) {
        Optional<T> result = session.findOne(statement.get(), parameters -> binder.bind(parameters, row), reader);
        return result.orElseThrow(() -> missing(row));
    }

    /**
     * Does the same with each of many rows in one transaction.
     *
     * @param method what is done, in a session
     * @return what became of them, in the same order
     */
    public static <T, U> List<U> forEach(
            SqlSession session, Iterable<? extends T> rows, Function<SqlSession, Function<T, U>> method) {
        // Walked once: a busy database has the work run again.
        List<T> all = new ArrayList<>();
        rows.forEach(all::add);
        return session.transaction(transaction -> {
            Function<T, U> one = method.apply(transaction);
            List<U> results = new ArrayList<>(all.size());
            all.forEach(row -> results.add(one.apply(row)));
            return Collections.unmodifiableList(results);
        });
    }

    private SqlAccessException missing(R row) {
        List<String> bound = ParameterText.describe(statement.get(), parameters -> binder.bind(parameters, row));
        String text = String.join(", ", bound.subList(bound.size() - key.size(), bound.size()));
        return version.isEmpty()
                ? new SqlMissingRowException(statement.get(), text)
                : new SqlStaleVersionException(statement.get(), text, versionOf.applyAsLong(row) - 1);
    }

    /** The statement. */
    public String sql() {
        return statement.get().text();
    }

    private String text() {
        StringJoiner set = new StringJoiner(", ", "UPDATE " + SqlTable.quote(table.name()) + " AS t\nSET ", "");
        StringJoiner where = new StringJoiner(" AND ", "\nWHERE ", "");
        String expected = "";
        int assigned = 0;
        for (String column : table.columns()) {
            if (!key.contains(column) && !computed.contains(column)) {
                set.add(SqlTable.quote(column) + " = ?");
                assigned++;
                if (column.equals(version)) {
                    expected = SqlTable.column("t", column) + " = ?" + assigned + " - 1";
                }
            }
        }
        key.forEach(column -> where.add(SqlTable.column("t", column) + " = ?"));
        if (!expected.isEmpty()) {
            where.add(expected);
        }
        return set.toString() + where + SqlTable.returning(computed);
    }
}
