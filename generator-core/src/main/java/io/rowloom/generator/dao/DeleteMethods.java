package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the method that deletes rows by many keys. */
final class DeleteMethods {
    private DeleteMethods() {}

    static void add(DaoMethods methods) {
        TableDao table = methods.table();
        if (table.key().isEmpty()) {
            return;
        }
        boolean composite = table.key().size() > 1;
        Parameter keys = composite
                ? Parameter.of("Collection<Key>", "keys")
                : single(table.key().get(0));
        Lookup key = table.lookups().get(0);
        methods.add(
                Kind.DELETE_ALL,
                "deleteAll",
                List.of(keys),
                "int",
                "DELETE " + methods.sql().from() + '\n' + in(table.key()),
                Optional.of(key),
                key.words());
    }

    /** The keys of one column, {@code Collection<UUID> ids}. */
    private static Parameter single(ColumnDescriptor column) {
        String name = column.javaName();
        return new Parameter(
                "Collection<" + TypeText.boxed(column.type()) + '>',
                name.endsWith("s") ? "keys" : name + 's',
                Optional.of(column),
                false);
    }

    /** That a key is one of a JSON array, in which a key of more columns is an array itself, and bytes are digits. */
    private static String in(List<ColumnDescriptor> key) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (ColumnDescriptor column : key) {
            String value = key.size() == 1 ? "value" : "value ->> " + columns.size();
            columns.add(DaoSql.column(column.name()));
            values.add(column.isBlob() ? "unhex(" + value + ')' : value);
        }
        String left = columns.size() == 1 ? columns.get(0) : '(' + String.join(", ", columns) + ')';
        return "WHERE " + left + " IN (SELECT " + String.join(", ", values) + " FROM json_each(?))";
    }
}
