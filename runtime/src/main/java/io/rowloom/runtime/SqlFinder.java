package io.rowloom.runtime;

import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds the rows of a table by an index: one, all in the order of the index, a page of them, how many, whether any.
 *
 * <p>A constant of a DAO. Each of its statements is made when it is first asked for and stays the same, so that connections
 * keep it prepared.
 */
public final class SqlFinder {
    private static final int FIND = -1;
    private static final int LIST = -2;
    private static final int FIRST = -3;
    private static final int STREAM = -4;
    private static final int COUNT = -5;
    private static final int EXISTS = -6;
    private static final int DELETE = -7;

    private final SqlTable table;
    private final String methods;
    private final int width;
    private final String columns;
    private final String from;
    private final String where;
    private final List<SqlOrder> order;
    private final PageSql pages;
    private final PatchStatements patches;
    /** By the numbers above. */
    private final ConcurrentHashMap<Integer, SqlStatement> statements = new ConcurrentHashMap<>();

    private final ConcurrentHashMap<SqlJoin, SqlFinder> joined = new ConcurrentHashMap<>(1);

    SqlFinder(
            SqlTable table,
            String methods,
            int width,
            String columns,
            String from,
            String where,
            List<SqlOrder> order) {
        this.table = table;
        this.methods = methods;
        this.width = width;
        this.columns = columns;
        this.from = from;
        this.where = where;
        this.order = order;
        this.pages = new PageSql(table, width, columns, from, where, order);
        this.patches = new PatchStatements(table, where, pages.orderBy());
    }

    /**
     * The same rows, each followed by the columns of the row that it refers to.
     *
     * @param methodsWith how the methods end that use it, {@code BySessionIdWithAgent}
     */
    public SqlFinder with(SqlJoin join, String methodsWith) {
        return joined.computeIfAbsent(join, way -> {
            SqlTable other = way.other.get();
            return new SqlFinder(
                    table,
                    methodsWith,
                    width + other.width(),
                    columns + ", " + other.columns("p"),
                    from + '\n' + way.text,
                    where,
                    order);
        });
    }

    /** The row, where there can be but one. */
    public <T> Optional<T> find(SqlSession session, SqlBinder binder, SqlRowReader<T> reader) {
        return session.findOne(statement(FIND), binder, reader);
    }

    /** All rows, in order. */
    public <T> List<T> list(SqlSession session, SqlBinder binder, SqlRowReader<T> reader) {
        return session.list(statement(LIST), binder, reader);
    }

    /**
     * The first rows, in order; for a finder without parameters.
     *
     * @throws IllegalArgumentException for a negative limit
     */
    public <T> List<T> first(SqlSession session, int limit, SqlRowReader<T> reader) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
        return session.list(statement(FIRST), parameters -> parameters.integer(1, limit), reader);
    }

    /** Every row as it is asked for, in order; to be closed. */
    public <T> Stream<T> stream(SqlSession session, SqlBinder binder, SqlRowReader<T> reader) {
        return session.stream(statement(STREAM), binder, reader);
    }

    /** How many rows there are. */
    public long count(SqlSession session, SqlBinder binder) {
        return session.getOne(statement(COUNT), binder, row -> row.bigint(1));
    }

    /** Whether there is a row. */
    public boolean exists(SqlSession session, SqlBinder binder) {
        return session.getOne(statement(EXISTS), binder, row -> row.bool(1));
    }

    /** Deletes the rows and returns how many there were. */
    public int delete(SqlSession session, SqlBinder binder) {
        return session.execute(statement(DELETE), binder);
    }

    /** Patches the rows that are as {@code changes} expects, and returns how many there were. */
    public int patch(SqlSession session, SqlBinder binder, SqlChanges changes) {
        return patch(session, "patch" + methods, binder, changes);
    }

    /** As {@link #patch}, of the finder by primary key: errors name the method {@code patch}, which has no suffix. */
    public int patchByKey(SqlSession session, SqlBinder binder, SqlChanges changes) {
        return patch(session, "patch", binder, changes);
    }

    private int patch(SqlSession session, String operation, SqlBinder binder, SqlChanges changes) {
        SqlStatement statement = patches.of(PatchStatements.Kind.UPDATE, operation, changes);
        return session.execute(statement, patches.binder(binder, changes));
    }

    /**
     * Takes the first rows in order, patches them and returns them as they are now, in one transaction: of several who ask at
     * the same time, in whatever process, each gets rows that no other gets, as long as the patch makes them others.
     *
     * @param limit how many at most
     * @param key the finder by primary key, and
     * @param keyOf what it is given of a row
     * @throws IllegalArgumentException for a negative limit
     */
    public <T> List<T> claim(
            SqlSession session,
            SqlBinder binder,
            int limit,
            SqlChanges changes,
            SqlRowReader<T> reader,
            SqlFinder key,
            SqlRowBinder<T> keyOf) {
        if (limit < 0) {
            throw new IllegalArgumentException("a limit of " + limit);
        }
        String operation = "claim" + methods;
        SqlStatement select = patches.of(PatchStatements.Kind.SELECT, operation, changes);
        SqlStatement update = key.patches.of(PatchStatements.Kind.UPDATE_RETURNING, operation, changes);
        return session.transaction(transaction -> {
            List<T> claimed = transaction.list(select, patches.binder(binder, changes, limit), reader);
            for (ListIterator<T> rows = claimed.listIterator(); rows.hasNext(); ) {
                T row = rows.next();
                SqlBinder one = parameters -> keyOf.bind(parameters, row);
                rows.set(transaction.getOne(update, key.patches.binder(one, changes), reader));
            }
            return Collections.unmodifiableList(claimed);
        });
    }

    /**
     * A page of the rows, in order.
     *
     * @throws SqlCursorException when the request came from another list, or from a cursor that was changed
     */
    public <T> Page<T> page(SqlSession session, SqlBinder binder, PageRequest request, SqlRowReader<T> reader) {
        SqlStatement list = statement(LIST);
        return pages.page(session, binder, request, reader, list, list.toString());
    }

    /** The statement of a patch, for documents. */
    public String patchSql(SqlChanges changes) {
        return patches.of(PatchStatements.Kind.UPDATE, "patch", changes).text();
    }

    /** The statements of a claim, for documents: the one that finds rows, and the one that patches each. */
    public String claimSql(SqlChanges changes, SqlFinder key) {
        String select =
                patches.of(PatchStatements.Kind.SELECT, "claim", changes).text();
        return select + ";\n"
                + key.patches
                        .of(PatchStatements.Kind.UPDATE_RETURNING, "claim", changes)
                        .text();
    }

    PageSql pages() {
        return pages;
    }

    private SqlStatement statement(int number) {
        SqlStatement made = statements.get(number);
        return made != null ? made : statements.computeIfAbsent(number, this::make);
    }

    private SqlStatement make(int number) {
        String name = table.name();
        return switch (number) {
            case FIND -> SqlStatement.read(name, "find" + methods, select() + where);
            case LIST -> SqlStatement.read(name, "list" + methods, select() + where + pages.orderBy());
            case FIRST -> SqlStatement.read(name, "list" + methods, select() + where + pages.orderBy() + "\nLIMIT ?");
            case STREAM -> SqlStatement.read(name, "stream" + methods, select() + where + pages.orderBy());
            case COUNT -> SqlStatement.read(name, "count" + methods, "SELECT count(*)\n" + from + where);
            case EXISTS ->
                SqlStatement.read(name, "exists" + methods, "SELECT EXISTS (SELECT 1\n" + from + where + ')');
            case DELETE -> SqlStatement.write(name, "delete" + methods, "DELETE " + from + where);
            default -> throw new IllegalArgumentException("no statement " + number);
        };
    }

    private String select() {
        return "SELECT " + columns + '\n' + from;
    }

    @Override
    public String toString() {
        return table.name() + '.' + methods;
    }
}
