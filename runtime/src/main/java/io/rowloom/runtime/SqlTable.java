package io.rowloom.runtime;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** A table with the columns that its DAO reads, in their order; statements over it call it {@code t}. */
public final class SqlTable {
    private final String name;
    private final List<String> columns;
    private final String selected;
    private final SqlStatement count;
    private final SqlStatement stream;

    private SqlTable(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
        this.selected = columns("t");
        this.count = SqlStatement.read(name, "count", "SELECT count(*) FROM " + quote(name));
        this.stream = select("stream", "");
    }

    /** The table of that SQL name, with the SQL names of its columns. */
    public static SqlTable of(String name, String... columns) {
        return new SqlTable(name, List.of(columns));
    }

    /** Its SQL name. */
    public String name() {
        return name;
    }

    /** A statement that reads its rows. */
    public SqlStatement select(String operation, String rest) {
        return SqlStatement.read(
                name, operation, "SELECT " + selected + '\n' + from() + (rest.isEmpty() ? "" : '\n' + rest));
    }

    /**
     * A finder of the rows for which {@code where} holds; all if it is empty.
     *
     * @param methods how the methods end that use it, {@code BySessionId}
     * @param where a condition on {@code t} with parameters {@code ?1}, {@code ?2} and so on
     * @param order the order in which an index has those rows; no two rows are equal in all of its columns
     */
    public SqlFinder finder(String methods, String where, SqlOrder... order) {
        return new SqlFinder(
                this, methods, width(), selected, from(), where.isEmpty() ? "" : "\nWHERE " + where, List.of(order));
    }

    /** How many rows there are. */
    public long count(SqlSession session) {
        return session.getOne(count, SqlBinder.NONE, row -> row.bigint(1));
    }

    /** Every row as it is asked for, in no promised order. */
    public <T> Stream<T> stream(SqlSession session, SqlRowReader<T> reader) {
        return session.stream(stream, SqlBinder.NONE, reader);
    }

    /** How many columns are read. */
    int width() {
        return columns.size();
    }

    /** Where a column stands among those that are read, from 1; 0 if it is none of them. */
    int position(String column) {
        return columns.indexOf(column) + 1;
    }

    List<String> columns() {
        return columns;
    }

    /** RETURNING with columns of its own; it knows no alias. */
    static String returning(List<String> columns) {
        StringJoiner list = new StringJoiner(", ", "\nRETURNING ", "").setEmptyValue("");
        columns.forEach(column -> list.add(quote(column)));
        return list.toString();
    }

    String columns(String alias) {
        StringJoiner list = new StringJoiner(", ");
        for (String column : columns) {
            list.add(column(alias, column));
        }
        return list.toString();
    }

    String from() {
        return "FROM " + quote(name) + " AS t";
    }

    static String column(String alias, String column) {
        return alias + '.' + quote(column);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return name;
    }
}
