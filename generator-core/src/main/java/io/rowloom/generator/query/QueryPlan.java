package io.rowloom.generator.query;

import java.util.List;

/**
 * How SQLite runs a query.
 *
 * @param steps what it says itself, a step within another one indented
 * @param fullScans the tables of which it reads every row
 * @see <a href="https://sqlite.org/eqp.html">EXPLAIN QUERY PLAN</a>
 */
public record QueryPlan(List<String> steps, List<FullScan> fullScans) {
    public QueryPlan {
        steps = List.copyOf(steps);
        fullScans = List.copyOf(fullScans);
    }

    /**
     * A table of which a query reads every row.
     *
     * @param table the table
     * @param index the columns of an index with which it would not, as SQLite itself shows; empty if there is none
     */
    public record FullScan(String table, List<String> index) {
        public FullScan {
            index = List.copyOf(index);
        }
    }
}
