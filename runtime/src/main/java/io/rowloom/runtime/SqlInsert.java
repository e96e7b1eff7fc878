package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows into a table, one by one or many with one statement; a constant of a DAO.
 *
 * @param <N> what holds the values of a new row
 */
public final class SqlInsert<N> {
    /**
     * How many rows a statement inserts, the most first. Preparing a statement for each number of rows would cost more than
     * the rows, so there are three, of which any number is made up. The first stays under the 32,766 parameters that SQLite
     * takes by default (<a href="https://sqlite.org/limits.html">limits</a>) for every table that Java can hold in a record.
     */
    private static final int[] SIZES = {64, 8, 1};

    private static final int IF_ABSENT = 0;

    private final SqlTable table;
    private final SqlRowBinder<N> binder;
    private final Set<String> generated;
    private final Map<String, String> expressions;
    private final List<String> computed;
    /** By the number of rows; {@link #IF_ABSENT} beside them. */
    private final ConcurrentHashMap<Integer, SqlStatement> statements = new ConcurrentHashMap<>();

    private SqlInsert(
            SqlTable table,
            SqlRowBinder<N> binder,
            Set<String> generated,
            Map<String, String> expressions,
            List<String> computed) {
        this.table = table;
        this.binder = binder;
        this.generated = generated;
        this.expressions = expressions;
        this.computed = computed;
    }

    /**
     * Inserts into a table.
     *
     * @param binder binds the values of a row, in the order of the columns
     */
    public static <N> SqlInsert<N> into(SqlTable table, SqlRowBinder<N> binder) {
        return new SqlInsert<>(table, binder, Set.of(), Map.of(), List.of());
    }

    /** The same, but for columns that the database always computes. */
    public SqlInsert<N> without(String... names) {
        return new SqlInsert<>(table, binder, Set.of(names), expressions, computed);
    }

    /** The same, with an SQL expression that a column gets where its value is null. */
    public SqlInsert<N> orElse(String column, String expression) {
        Map<String, String> more = new HashMap<>(expressions);
        more.put(column, expression);
        return new SqlInsert<>(table, binder, generated, more, computed);
    }

    /** The same, asking the database for columns that it computes. */
    public SqlInsert<N> computing(String... names) {
        return new SqlInsert<>(table, binder, generated, expressions, List.of(names));
    }

    /** Inserts a row, or updates the one that has the same values in the columns {@code conflict}. */
    public SqlUpsert<N> orUpdate(String operation, String... conflict) {
        return new SqlUpsert<>(this, operation, List.of(conflict), Set.of(), "");
    }

    /** Inserts a row of which the database computes nothing. */
    public void insert(SqlSession session, N values) {
        session.execute(rows(1), parameters -> binder.bind(parameters, values));
    }

    /** Inserts a row and reads what the database computed. */
    public <R> R insert(SqlSession session, N values, SqlRowReader<R> reader) {
        return session.getOne(rows(1), parameters -> binder.bind(parameters, values), reader);
    }

    /** Inserts a row unless one has its key or the values of a unique constraint; says whether it did. */
    public boolean insertIfAbsent(SqlSession session, N values) {
        return session.execute(rows(IF_ABSENT), parameters -> binder.bind(parameters, values)) > 0;
    }

    /**
     * Inserts rows of which the database computes nothing, in one transaction.
     *
     * @param stored what becomes of a row
     */
    public <R> List<R> insertAll(SqlSession session, Iterable<? extends N> values, Function<? super N, R> stored) {
        List<N> rows = copy(values);
        List<R> results = new ArrayList<>(rows.size());
        inTransaction(session, rows, transaction -> {
            results.clear();
            chunks(rows, chunk -> {
                try {
                    transaction.execute(rows(chunk.size()), binder(chunk));
                } catch (SqlConstraintException | SqlDataException e) {
                    // One of the rows is wrong; alone, its error says which.
                    chunk.forEach(row -> insert(transaction, row));
                }
                chunk.forEach(row -> results.add(stored.apply(row)));
            });
            return results;
        });
        return Collections.unmodifiableList(results);
    }

    /**
     * Inserts rows of which the database computes only the number that is their key, in one transaction.
     *
     * @param given the key that a row has already, or null
     * @param key reads the key that the database gave
     * @param stored what becomes of a row and its key
     */
    public <K extends Comparable<K>, R> List<R> insertAll(
            SqlSession session,
            Iterable<? extends N> values,
            Function<? super N, @Nullable K> given,
            SqlRowReader<K> key,
            BiFunction<? super N, K, R> stored) {
        List<N> rows = copy(values);
        List<R> results = new ArrayList<>(rows.size());
        inTransaction(session, rows, transaction -> {
            results.clear();
            chunks(rows, chunk -> {
                for (K number : numbers(transaction, chunk, given, key)) {
                    results.add(stored.apply(rows.get(results.size()), number));
                }
            });
            return results;
        });
        return Collections.unmodifiableList(results);
    }

    /**
     * The keys of rows in their order. RETURNING promises no order (<a
     * href="https://sqlite.org/lang_returning.html#limitations_and_caveats">limitations</a>), but AUTOINCREMENT does: each row
     * gets a number above all that were there before, so the order of the numbers is that of the rows. It tells nothing about
     * rows that bring their own number, which go one by one.
     */
    private <K extends Comparable<K>> List<K> numbers(
            SqlSession session, List<N> chunk, Function<? super N, @Nullable K> given, SqlRowReader<K> key) {
        if (chunk.size() > 1 && chunk.stream().allMatch(row -> given.apply(row) == null)) {
            try {
                List<K> numbers = new ArrayList<>(session.list(rows(chunk.size()), binder(chunk), key));
                Collections.sort(numbers);
                return numbers;
            } catch (SqlConstraintException | SqlDataException e) {
                // One of the rows is wrong; alone, its error says which.
                return each(session, chunk, key);
            }
        }
        return each(session, chunk, key);
    }

    private <K> List<K> each(SqlSession session, List<N> chunk, SqlRowReader<K> key) {
        List<K> numbers = new ArrayList<>(chunk.size());
        chunk.forEach(row -> numbers.add(insert(session, row, key)));
        return numbers;
    }

    /** Inserts rows one by one in one transaction, since of each the database computes more than its number. */
    public <R> List<R> insertEach(
            SqlSession session, Iterable<? extends N> values, Function<? super N, SqlRowReader<R>> stored) {
        List<N> rows = copy(values);
        List<R> results = new ArrayList<>(rows.size());
        inTransaction(session, rows, transaction -> {
            results.clear();
            rows.forEach(row -> results.add(insert(transaction, row, stored.apply(row))));
            return results;
        });
        return Collections.unmodifiableList(results);
    }

    /**
     * Runs the work of a call that inserts {@code rows}; a single row is a transaction by itself. Where the database is busy,
     * the work runs again, from the start.
     */
    private void inTransaction(SqlSession session, List<N> rows, Function<SqlSession, List<?>> work) {
        if (rows.size() > 1) {
            session.transaction(work);
        } else if (!rows.isEmpty()) {
            work.apply(session);
        }
    }

    private void chunks(List<N> rows, Consumer<List<N>> work) {
        int from = 0;
        for (int size : SIZES) {
            for (; rows.size() - from >= size; from += size) {
                work.accept(rows.subList(from, from + size));
            }
        }
    }

    private SqlBinder binder(List<N> rows) {
        return parameters -> {
            RowParameters shifted = (RowParameters) parameters;
            int width = table.width() - generated.size();
            int before = 0;
            for (N row : rows) {
                shifted.shift(before);
                binder.bind(shifted, row);
                before += width;
            }
            shifted.shift(0);
        };
    }

    private static <N> List<N> copy(Iterable<? extends N> values) {
        if (values instanceof Collection<? extends N> collection) {
            return new ArrayList<>(collection);
        }
        List<N> rows = new ArrayList<>();
        values.forEach(rows::add);
        return rows;
    }

    private SqlStatement rows(int count) {
        SqlStatement made = statements.get(count);
        return made != null ? made : statements.computeIfAbsent(count, this::make);
    }

    private SqlStatement make(int rows) {
        if (rows == IF_ABSENT) {
            return SqlStatement.write(table.name(), "insertIfAbsent", text(1) + "\nON CONFLICT DO NOTHING");
        }
        return SqlStatement.write(
                table.name(), rows == 1 ? "insert" : "insertAll", text(rows) + SqlTable.returning(computed));
    }

    /** The statement that inserts a row. */
    public String sql() {
        return rows(1).text();
    }

    /** The statement that inserts a row unless it is there. */
    public String ifAbsentSql() {
        return rows(IF_ABSENT).text();
    }

    SqlTable table() {
        return table;
    }

    SqlRowBinder<N> binder() {
        return binder;
    }

    boolean isGenerated(String column) {
        return generated.contains(column);
    }

    /** The statement for a number of rows, without what follows the values. */
    String text(int rows) {
        StringJoiner names =
                new StringJoiner(", ", "INSERT INTO " + SqlTable.quote(table.name()) + " AS t (", ")\nVALUES ");
        StringJoiner values = new StringJoiner(", ", "(", ")");
        for (String column : table.columns()) {
            if (generated.contains(column)) {
                continue;
            }
            names.add(SqlTable.quote(column));
            String expression = expressions.get(column);
            values.add(expression == null ? "?" : "coalesce(?, " + expression + ')');
        }
        return names + String.join(", ", Collections.nCopies(rows, values.toString()));
    }
}
