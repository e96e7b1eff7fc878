package io.rowloom.generator.java;

import io.rowloom.model.Column;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Java makes of a table.
 *
 * @param scope the package it goes to
 * @param name the SQL name
 * @param record the record of a row, {@code Session}
 * @param description what one row is
 * @param columns the columns in the order of the model
 * @param key the columns of the primary key in key order; empty if there is none
 * @param nested enums and shapes that are nested in the record
 * @param queries the named queries that join its DAO
 */
record TableDescriptor(
        Scope scope,
        String name,
        String record,
        Optional<String> description,
        List<ColumnDescriptor> columns,
        List<ColumnDescriptor> key,
        NestedTypes nested,
        List<QueryDescriptor> queries) {

    static TableDescriptor of(Table table, Scope scope, NestedTypes nested, List<QueryDescriptor> queries) {
        List<ColumnDescriptor> columns = new ArrayList<>(table.columns().size());
        Map<String, ColumnDescriptor> byName = new HashMap<>();
        for (Column column : table.columns()) {
            ColumnDescriptor descriptor = ColumnDescriptor.of(column, table);
            columns.add(descriptor);
            byName.put(column.name(), descriptor);
        }
        List<ColumnDescriptor> key = table.primaryKey()
                .map(primaryKey ->
                        primaryKey.columns().stream().map(byName::get).toList())
                .orElse(List.of());
        return new TableDescriptor(
                scope,
                table.name(),
                table.recordName(),
                table.description(),
                List.copyOf(columns),
                key,
                nested,
                List.copyOf(queries));
    }

    /** The record of what an insert needs. */
    String newRecord() {
        return "New" + record;
    }

    String dao() {
        return record + "Dao";
    }

    /** The columns that an insert can name. */
    List<ColumnDescriptor> inserted() {
        return columns.stream().filter(column -> !column.isGenerated()).toList();
    }

    /** The columns whose value in a new row only the database knows. */
    List<ColumnDescriptor> computed() {
        return columns.stream().filter(ColumnDescriptor::isComputed).toList();
    }

    /** The columns whose value only the database knows, after every write. */
    List<ColumnDescriptor> generated() {
        return columns.stream().filter(ColumnDescriptor::isGenerated).toList();
    }

    /** The columns that an update writes; empty where there is nothing to update. */
    List<ColumnDescriptor> updated() {
        return key.isEmpty()
                ? List.of()
                : columns.stream().filter(ColumnDescriptor::isUpdated).toList();
    }

    Optional<ColumnDescriptor> version() {
        return columns.stream().filter(ColumnDescriptor::version).findFirst();
    }

    /** {@code NameAndLeadId}, as it ends the name of a method by the primary key. */
    String keySuffix() {
        return key.stream().map(ColumnDescriptor::methodSuffix).collect(Collectors.joining("And"));
    }
}
