package io.rowloom.generator.query;

import io.rowloom.model.ColumnType;
import io.rowloom.model.Table;
import java.util.List;
import java.util.Optional;

/** What a row of a result is in Java. */
public sealed interface QueryResult {

    /** The one value of a row. */
    record Scalar(ResultColumn column) implements QueryResult {}

    /** All columns of a table in its own order: the record of the table. */
    record Whole(Table table) implements QueryResult {}

    /** A record of the query's own. */
    record Composed(String name, List<Part> parts) implements QueryResult {
        public Composed {
            parts = List.copyOf(parts);
        }
    }

    /** A component of such a record. */
    sealed interface Part {
        /** The name of the component. */
        String javaName();
    }

    /** A column; {@code index} counts from 1. */
    record ColumnPart(ResultColumn column, int index) implements Part {
        @Override
        public String javaName() {
            return column.javaName();
        }
    }

    /**
     * The row of a table, {@code a.*}.
     *
     * @param javaName the name of the component
     * @param table the table
     * @param nullable whether an outer join may leave it out
     * @param firstIndex where its first column is, from 1
     * @param presentIndex a column that is NULL only where the row is left out
     */
    record RowPart(String javaName, Table table, boolean nullable, int firstIndex, int presentIndex) implements Part {}

    /**
     * A column of the result.
     *
     * @param name its name in SQL
     * @param javaName its name in Java
     * @param type what it holds
     * @param nullable whether it may be null
     * @param origin the column that it shows unchanged, {@code sessions.state}
     */
    record ResultColumn(String name, String javaName, ColumnType type, boolean nullable, Optional<String> origin) {}
}
