package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how many primary keys are given to one statement. */
final class KeyList {
    private KeyList() {}

    /** The keys as a parameter: values, or where there are more columns records of the DAO. */
    static Parameter parameter(List<ColumnDescriptor> key) {
        return key.size() > 1 ? Parameter.of("Collection<Key>", "keys") : single(key.get(0));
    }

    /** The keys of one column, {@code Collection<UUID> ids}. */
    private static Parameter single(ColumnDescriptor column) {
        String name = column.javaName();
        // What binds a key is called parameters.
        boolean taken = name.endsWith("s") || name.equals("parameter");
        return new Parameter(
                "Collection<" + TypeText.boxed(column.type()) + '>',
                taken ? "keys" : name + 's',
                Optional.of(column),
                false);
    }

    /** That a key is one of a JSON array, in which a key of more columns is an array itself, and bytes are digits. */
    static String where(List<ColumnDescriptor> key) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnDescriptor column : key) {
            String value = key.size() == 1 ? "value" : "value ->> " + columns.size();
            columns.add(DaoSql.column(column.name()));
            values.add(column.isBlob() ? "unhex(" + value + ')' : value);
        }
        String left = columns.size() == 1 ? columns.get(0) : '(' + String.join(", ", columns) + ')';
        String in = columns.size() == 1 ? " IN (" : "\n    IN (";
        return "WHERE " + left + in + "SELECT " + String.join(", ", values) + " FROM json_each(?))";
    }
}
