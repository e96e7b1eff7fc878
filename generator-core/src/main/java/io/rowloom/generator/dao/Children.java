package io.rowloom.generator.dao;

import java.util.List;

/**
 * A foreign key as the DAO of the table that it refers to follows it: each row with those that refer to it.
 *
 * @param name what they are called, {@code Messages}
 * @param record the record of a row with them, {@code SessionWithMessages}
 * @param own the component of the row
 * @param component the component of the others
 * @param table the table of the others
 * @param row their record; their DAO is called after it
 * @param on how {@code t} is found by the key {@code k}
 * @param keys the columns that they refer to
 * @param order the order in which an index has the others of one row
 * @param access the index by which they are found; plain text
 */
public record Children(
        String name,
        String record,
        String own,
        String component,
        String table,
        String row,
        String on,
        List<ColumnDescriptor> keys,
        List<RowOrder.Column> order,
        String access)
        implements Relation {
    public Children {
        keys = List.copyOf(keys);
        order = List.copyOf(order);
    }

    @Override
    public String suffix() {
        return "With" + name;
    }
}
