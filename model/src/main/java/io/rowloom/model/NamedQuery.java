package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A query of the user's own, as written.
 *
 * @param name the Java method
 * @param table the table whose DAO it joins; empty for the database's own
 * @param description what it gives
 * @param sql one SQL statement
 * @param parameters what was declared of its parameters, in the order written
 * @param results what was declared of the columns of its result, in the order written
 * @param optional parameters without which the conditions that speak of them are left out
 * @param orders the orders that a caller chooses from
 * @param returns how many rows it gives: {@code many}, {@code one}, {@code optional}, {@code stream}, {@code page} or
 *     {@code count}; empty if not said
 * @param location where its name stands
 * @param sqlLocation where the first character of the SQL stands
 */
public record NamedQuery(
        String name,
        Optional<String> table,
        Optional<String> description,
        String sql,
        List<Parameter> parameters,
        List<Result> results,
        List<OptionalParameter> optional,
        List<Order> orders,
        Optional<String> returns,
        Location location,
        Location sqlLocation) {
    public NamedQuery {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        optional = List.copyOf(optional);
        orders = List.copyOf(orders);
    }

    /** A query that is one statement. */
    public NamedQuery(
            String name,
            Optional<String> table,
            Optional<String> description,
            String sql,
            List<Parameter> parameters,
            List<Result> results,
            Optional<String> returns,
            Location location,
            Location sqlLocation) {
        this(name, table, description, sql, parameters, results, List.of(), List.of(), returns, location, sqlLocation);
    }

    /** The SQL with its place. */
    public SqlText text() {
        return new SqlText(sql, sqlLocation);
    }

    /** A parameter's declared type. */
    public record Parameter(String name, ColumnType type, boolean nullable, Location location) {}

    /** The declared type of a column of the result, by its SQL name. */
    public record Result(String name, ColumnType type, boolean nullable, Location location) {}

    /** A parameter that may be left out, by its name. */
    public record OptionalParameter(String name, Location location) {}

    /** A choice of order: its name in Java, and what then stands behind ORDER BY. */
    public record Order(String name, SqlText sql, Location location) {}
}
