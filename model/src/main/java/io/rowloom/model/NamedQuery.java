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
 * @param returns how many rows it gives: {@code many}, {@code one}, {@code optional}, {@code stream} or {@code count};
 *     empty if not said
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
        Optional<String> returns,
        Location location,
        Location sqlLocation) {
    public NamedQuery {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
    }

    /** The SQL with its place. */
    public SqlText text() {
        return new SqlText(sql, sqlLocation);
    }

    /** A parameter's declared type. */
    public record Parameter(String name, ColumnType type, boolean nullable, Location location) {}

    /** The declared type of a column of the result, by its SQL name. */
    public record Result(String name, ColumnType type, boolean nullable, Location location) {}
}
