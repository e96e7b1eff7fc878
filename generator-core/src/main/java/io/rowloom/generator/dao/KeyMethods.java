package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;

/** Decides the methods by primary key. */
final class KeyMethods {
    private KeyMethods() {}

    static void add(DaoMethods methods) {
        TableDao table = methods.table();
        if (table.key().isEmpty()) {
            return;
        }
        DaoSql sql = methods.sql();
        Lookup key = table.lookups().get(0);
        String by = "By" + key.suffix();
        methods.add(Kind.FIND_BY_KEY, "find" + by, key, "Optional<" + table.record() + '>', sql.findByKey());
        methods.add(Kind.EXISTS_BY_KEY, "exists" + by, key, "boolean", sql.existsByKey());
        methods.add(Kind.DELETE_BY_KEY, "delete" + by, key, "boolean", sql.deleteByKey());
    }
}
