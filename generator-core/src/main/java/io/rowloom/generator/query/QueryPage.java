package io.rowloom.generator.query;

import java.util.List;

/**
 * How a query gives pages.
 *
 * @param width how many columns its result has
 * @param order the columns of the result that it is ordered by; no two rows are equal in all of them
 */
public record QueryPage(int width, List<Key> order) {
    public QueryPage {
        order = List.copyOf(order);
    }

    /** A column of the order, by its name in the result. */
    public record Key(String column, boolean descending, boolean nullable) {}
}
