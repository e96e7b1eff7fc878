package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.List;

/** Decides the methods that insert and update whole rows. */
final class WriteMethods {
    private WriteMethods() {}

    static void add(DaoMethods methods) {
        TableDao table = methods.table();
        DaoSql sql = methods.sql();
        String record = table.record();
        String insert = sql.insert();
        methods.add(Kind.INSERT, "insert", List.of(Parameter.of(table.newRecord(), "values")), record, insert, "");
        methods.add(
                Kind.INSERT_ALL,
                "insertAll",
                List.of(Parameter.of("Iterable<" + table.newRecord() + '>', "values")),
                "List<" + record + '>',
                insert,
                "");
        if (!table.updated().isEmpty()) {
            methods.add(
                    Kind.UPDATE,
                    "update",
                    List.of(Parameter.of(record, "row")),
                    record,
                    sql.update(),
                    table.lookups().get(0).words());
        }
    }
}
