package io.rowloom.generator.dao;

import java.util.List;

/**
 * A foreign key as its table's DAO follows it: each row with the one that it refers to.
 *
 * @param role what the other row is to this one, {@code MainAgent}
 * @param record the record of both, {@code SessionWithMainAgent}
 * @param own the component of this row
 * @param component the component of the other
 * @param table the table of the other
 * @param row its record; its DAO is called after it
 * @param join the clause that joins {@code p} to {@code t}
 * @param optional whether there may be no other row
 * @param present the position, from 1, of a column of the other that is never NULL
 * @param columns the SQL names of the columns that refer
 */
public record Parent(
        String role,
        String record,
        String own,
        String component,
        String table,
        String row,
        String join,
        boolean optional,
        int present,
        List<String> columns)
        implements Relation {
    public Parent {
        columns = List.copyOf(columns);
    }

    @Override
    public String suffix() {
        return "With" + role;
    }
}
