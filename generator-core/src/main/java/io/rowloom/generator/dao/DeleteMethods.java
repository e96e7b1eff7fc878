package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
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
        Lookup key = table.lookups().get(0);
        methods.add(
                Kind.DELETE_ALL,
                "deleteAll",
                List.of(KeyList.parameter(table.key())),
                "int",
                "DELETE " + methods.sql().from() + '\n' + KeyList.where(table.key()),
                Optional.of(key),
                key.words());
    }
}
