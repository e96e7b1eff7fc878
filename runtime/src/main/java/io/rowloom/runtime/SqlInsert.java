package io.rowloom.runtime;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
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
     * the rows, so there are three, of which any number is made up. Fewer than some 20 gain nothing, and many gain most: so that
     * it can undo a statement alone, SQLite copies each page that the statement changes.
     */
    private static final int[] SIZES = {500, 50, 1};

    /** What SQLite takes by default, see <a href="https://sqlite.org/limits.html">limits</a>. */
    private static final int MOST_PARAMETERS = 32_766;

    private static final int IF_ABSENT = 0;

    private final SqlTable table;
    private final SqlRowBinder<N> binder;
    private final Set<String> generated;
    private final Map<String, String> expressions;
    private final List<String> computed;
    /** The numbers by which rows are inserted together; null where there are none, or nothing is asked of the database. */
    private final @Nullable RowNumbers numbers;
    /** By the number of rows; {@link #IF_ABSENT} beside them. */
    private final ConcurrentHashMap<Integer, SqlStatement> statements = new ConcurrentHashMap<>();

    private SqlInsert(
            SqlTable table,
            SqlRowBinder<N> binder,
            Set<String> generated,
            Map<String, String> expressions,
            List<String> computed,
            @Nullable RowNumbers numbers) {
        this.table = table;
        this.binder = binder;
        this.generated = generated;
        this.expressions = expressions;
        this.computed = computed;
        this.numbers = numbers;
    }

    /**
     * Inserts into a table.
     *
     * @param binder binds the values of a row, in the order of the columns
     */
    public static <N> SqlInsert<N> into(SqlTable table, SqlRowBinder<N> binder) {
        return new SqlInsert<>(table, binder, Set.of(), Map.of(), List.of(), null);
    }

    /** The same, but for columns that the database always computes. */
    public SqlInsert<N> without(String... names) {
        return new SqlInsert<>(table, binder, Set.of(names), expressions, computed, numbers);
    }

    /** The same, with an SQL expression that a column gets where its value is null. */
    public SqlInsert<N> orElse(String column, String expression) {
        Map<String, String> more = new HashMap<>(expressions);
        more.put(column, expression);
        return new SqlInsert<>(table, binder, generated, more, computed, numbers);
    }

    /** The same, asking the database for columns that it computes. */
    public SqlInsert<N> computing(String... names) {
        return new SqlInsert<>(table, binder, generated, expressions, List.of(names), numbers);
    }

    /** The same, for a key that the database numbers upwards and never twice (AUTOINCREMENT); said last. */
    public SqlInsert<N> numbering(String column) {
        return new SqlInsert<>(
                table, binder, generated, expressions, computed, new RowNumbers(table, column, true, computed));
    }

    /** The same, for a table whose rows SQLite numbers beside the key, {@code rowid} being a name of that; said last. */
    public SqlInsert<N> numberingRows(String rowid) {
        return new SqlInsert<>(
                table, binder, generated, expressions, computed, new RowNumbers(table, rowid, false, computed));
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
        SqlBinder bound = parameters -> binder.bind(parameters, values);
        return computed.isEmpty() ? session.insert(rows(1), bound, reader) : session.getOne(rows(1), bound, reader);
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
    public <K, R> List<R> insertAll(
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
     * The keys of rows in their order. They are numbered here, as the database would: RETURNING promises no order (<a
     * href="https://sqlite.org/lang_returning.html#limitations_and_caveats">limitations</a>) and costs more. Nobody else can
     * insert between, as a transaction that writes is alone. Rows that bring their own number go one by one.
     */
    private <K> List<K> numbers(
            SqlSession session, List<N> chunk, Function<? super N, @Nullable K> given, SqlRowReader<K> key) {
        RowNumbers known = numbers;
        if (known == null || !isNumbered(chunk, given)) {
            return each(session, chunk, key);
        }
        long last = known.last(session);
        try {
            List<K> keys = new ArrayList<>(chunk.size());
            for (int i = 1; i <= chunk.size(); i++) {
                keys.add(key.read(new NumberRow(known.column(), Math.addExact(last, i))));
            }
            session.execute(rows(chunk.size()), numbered(known, chunk, last));
            return keys;
        } catch (SqlConstraintException | SqlDataException | SQLException | ArithmeticException e) {
            // One of the rows is wrong, a trigger has taken a number, or there are no more; alone, its error says
            // which.
            return each(session, chunk, key);
        }
    }

    private static <N> boolean isNumbered(List<N> chunk, Function<? super N, ?> given) {
        return chunk.size() > 1 && chunk.stream().allMatch(row -> given.apply(row) == null);
    }

    private <K> List<K> each(SqlSession session, List<N> chunk, SqlRowReader<K> key) {
        List<K> numbers = new ArrayList<>(chunk.size());
        chunk.forEach(row -> numbers.add(insert(session, row, key)));
        return numbers;
    }

    /**
     * Inserts rows and reads what the database computed of each, in one transaction.
     *
     * @param stored reads what becomes of a row
     */
    public <R> List<R> insertAllAndRead(
            SqlSession session, Iterable<? extends N> values, Function<? super N, SqlRowReader<R>> stored) {
        return insertAllAndRead(session, values, row -> null, stored);
    }

    /**
     * The same where the database numbers the key.
     *
     * @param given the key that a row has already, or null
     * @param stored reads what becomes of a row
     */
    public <R> List<R> insertAllAndRead(
            SqlSession session,
            Iterable<? extends N> values,
            Function<? super N, @Nullable ?> given,
            Function<? super N, SqlRowReader<R>> stored) {
        List<N> rows = copy(values);
        List<R> results = new ArrayList<>(rows.size());
        inTransaction(session, rows, transaction -> {
            results.clear();
            chunks(rows, chunk -> {
                RowNumbers known = numbers;
                if (known == null
                        || !isNumbered(chunk, given)
                        || !insertNumbered(transaction, known, chunk, stored, results)) {
                    chunk.forEach(row -> results.add(insert(transaction, row, stored.apply(row))));
                }
            });
            return results;
        });
        return Collections.unmodifiableList(results);
    }

    /**
     * Inserts rows with numbers that follow the highest, and reads them by these; RETURNING costs as much for many rows as for
     * single ones.
     *
     * @return whether it did; if not, nothing was inserted
     */
    private <R> boolean insertNumbered(
            SqlSession session,
            RowNumbers known,
            List<N> chunk,
            Function<? super N, SqlRowReader<R>> stored,
            List<R> results) {
        long last = known.last(session);
        try {
            Math.addExact(last, chunk.size());
            session.execute(rows(chunk.size()), numbered(known, chunk, last));
        } catch (SqlConstraintException | SqlDataException | ArithmeticException e) {
            // One of the rows is wrong, a trigger has taken a number, or there are no more; alone, its error says
            // which.
            return false;
        }
        Iterator<N> inserted = chunk.iterator();
        results.addAll(known.read(
                session,
                last,
                chunk.size(),
                row -> stored.apply(inserted.next()).read(row)));
        return true;
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
            if (size * width() > MOST_PARAMETERS) {
                continue;
            }
            for (; rows.size() - from >= size; from += size) {
                work.accept(rows.subList(from, from + size));
            }
        }
    }

    private SqlBinder binder(List<N> rows) {
        return parameters -> bind((RowParameters) parameters, rows, row -> {});
    }

    /** As {@link #binder(List)}, with numbers that follow {@code last} in place of those that rows do not have. */
    private SqlBinder numbered(RowNumbers known, List<N> rows, long last) {
        int position = known.isKey() ? position(known.column()) : width();
        return parameters -> bind((RowParameters) parameters, rows, row -> parameters.bigint(position, last + 1 + row));
    }

    private void bind(RowParameters parameters, List<N> rows, Numbering numbering) throws SQLException {
        int width = width();
        int place = 0;
        for (N row : rows) {
            parameters.shift(place * width);
            binder.bind(parameters, row);
            numbering.bind(place++);
        }
        parameters.shift(0);
    }

    /** How many parameters a row has that is one of many. */
    private int width() {
        return table.width() - generated.size() + (numbers == null || numbers.isKey() ? 0 : 1);
    }

    /** Which parameter of a row a column is. */
    private int position(String name) {
        int position = 1;
        for (String column : table.columns()) {
            if (column.equals(name)) {
                return position;
            }
            position += generated.contains(column) ? 0 : 1;
        }
        throw new IllegalArgumentException("no column " + name);
    }

    private interface Numbering {
        void bind(int row) throws SQLException;
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
        return rows == 1
                ? SqlStatement.write(table.name(), "insert", text(1) + SqlTable.returning(computed))
                : SqlStatement.write(table.name(), "insertAll", text(rows));
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
        if (rows > 1 && numbers != null && !numbers.isKey()) {
            names.add(SqlTable.quote(numbers.column()));
            values.add("?");
        }
        return names + String.join(", ", Collections.nCopies(rows, values.toString()));
    }
}
