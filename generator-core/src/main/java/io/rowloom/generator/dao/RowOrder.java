package io.rowloom.generator.dao;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An order in which an index has rows, without a sort; no two rows are equal in all of its columns.
 *
 * @param by the columns of the index that make the order, as far as its name says them
 * @param columns those, and what SQLite keeps equal ones in order by
 * @param access the index, {@code the index idx_books_genre}; plain text
 */
public record RowOrder(List<Column> by, List<Column> columns, String access) {
    /**
     * A column of an order: ascending with NULL first, or descending with NULL last.
     *
     * @param name the SQL name; {@code rowid} or one of its other names for SQLite's own number of a row
     * @param javaName the record component; empty for that number
     * @param descending whether the greatest value comes first
     * @param nullable whether it may be NULL
     */
    public record Column(String name, String javaName, boolean descending, boolean nullable) {
        String methodSuffix() {
            return ColumnDescriptor.methodSuffix(javaName) + (descending ? "Descending" : "");
        }

        /** Where {@code t} is the table. */
        String sql() {
            return DaoSql.column(name) + (descending ? " DESC" : "");
        }
    }

    public RowOrder {
        by = List.copyOf(by);
        columns = List.copyOf(columns);
    }

    /** {@code OrderedByPriorityDescendingAndCreatedAt}, as it ends the name of a method. */
    public String suffix() {
        return by.stream().map(Column::methodSuffix).collect(Collectors.joining("And", "OrderedBy", ""));
    }

    /** What tells it from the other orders of its table. */
    List<String> terms() {
        return by.stream().map(Column::sql).toList();
    }

    /** As a clause. */
    String sql() {
        StringBuilder clause = new StringBuilder(64).append("ORDER BY ");
        for (int i = 0; i < columns.size(); i++) {
            clause.append(i == 0 ? "" : ", ").append(columns.get(i).sql());
        }
        return clause.toString();
    }
}
