package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.OwnTypes;
import io.rowloom.model.Table;
import java.util.List;
import java.util.Optional;

/**
 * What Java makes of a table.
 *
 * @param scope the package it goes to
 * @param rows its columns and its DAO
 * @param description what one row is
 * @param ownTypes interfaces and annotations of the author's own at the record
 * @param nested enums and shapes that are nested in the record
 * @param queries the named queries that join its DAO
 */
record TableDescriptor(
        Scope scope,
        TableDao rows,
        Optional<String> description,
        Optional<OwnTypes> ownTypes,
        NestedTypes nested,
        List<QueryDescriptor> queries) {

    static TableDescriptor of(
            Table table, TableDao rows, Scope scope, NestedTypes nested, List<QueryDescriptor> queries) {
        return new TableDescriptor(scope, rows, table.description(), table.ownTypes(), nested, List.copyOf(queries));
    }

    /** The SQL name. */
    String name() {
        return rows.name();
    }

    /** The record of a row, {@code Session}. */
    String record() {
        return rows.record();
    }

    /** The record of what an insert needs. */
    String newRecord() {
        return rows.newRecord();
    }

    /** The class of the DAO. */
    String dao() {
        return rows.dao();
    }

    /** The columns in the order of the model. */
    List<ColumnDescriptor> columns() {
        return rows.columns();
    }
}
