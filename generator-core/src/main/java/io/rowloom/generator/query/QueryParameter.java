package io.rowloom.generator.query;

import io.rowloom.model.ColumnType;

/**
 * A parameter of a query.
 *
 * @param name its name in the SQL, without the colon
 * @param javaName its name in Java
 * @param type what it holds; of a list, each element
 * @param nullable whether it may be null
 * @param list whether it is a list, bound as one JSON array
 * @param optional whether the conditions that speak of it are left out where it is null
 */
public record QueryParameter(
        String name, String javaName, ColumnType type, boolean nullable, boolean list, boolean optional) {
    /** The same as one that may be left out. */
    QueryParameter leftOut() {
        return new QueryParameter(name, javaName, type, true, list, true);
    }
}
