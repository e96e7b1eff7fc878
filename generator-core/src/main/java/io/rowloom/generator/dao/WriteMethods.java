package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.List;

/** Decides the methods that insert and update whole rows. */
final class WriteMethods {
    private final DaoMethods methods;
    private final TableDao table;
    private final WriteSql sql;
    private final Parameter values;

    private WriteMethods(DaoMethods methods) {
        this.methods = methods;
        this.table = methods.table();
        this.sql = new WriteSql(table);
        this.values = Parameter.of(table.newRecord(), "values");
    }

    static void add(DaoMethods methods) {
        WriteMethods writes = new WriteMethods(methods);
        writes.inserts();
        if (methods.table().isUpdated()) {
            writes.updates();
        }
    }

    private void inserts() {
        String record = table.record();
        String insert = sql.insert();
        methods.add(Kind.INSERT, "insert", List.of(values), record, insert, "");
        Parameter many = Parameter.of("Iterable<" + table.newRecord() + '>', "values");
        methods.add(Kind.INSERT_ALL, "insertAll", List.of(many), "List<" + record + '>', insert, "");
        if (table.lookups().stream().anyMatch(WriteMethods::mayBeThere)) {
            methods.add(Kind.INSERT_IF_ABSENT, "insertIfAbsent", List.of(values), "boolean", sql.insertIfAbsent(), "");
        }
        for (Upsert upsert : table.upserts()) {
            String name = upsert.primary() ? "upsert" : "upsertBy" + upsert.suffix();
            methods.add(Kind.UPSERT, name, List.of(values), record, sql.upsert(name, upsert), "");
        }
    }

    /** Whether a new row can have the values of another: not where the database numbers them. */
    private static boolean mayBeThere(Lookup lookup) {
        return lookup.unique() && lookup.columns().stream().noneMatch(ColumnDescriptor::isNumbered);
    }

    private void updates() {
        String record = table.record();
        String update = sql.update();
        String access = table.lookups().get(0).words();
        methods.add(Kind.UPDATE, "update", List.of(Parameter.of(record, "row")), record, update, access);
        methods.add(
                Kind.UPDATE_ALL,
                "updateAll",
                List.of(Parameter.of("Iterable<" + record + '>', "rows")),
                "List<" + record + '>',
                update,
                access);
    }
}
