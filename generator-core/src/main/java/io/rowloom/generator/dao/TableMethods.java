package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.List;

/** Decides the methods over a whole table. */
final class TableMethods {
    private TableMethods() {}

    static void add(DaoMethods methods) {
        DaoSql sql = methods.sql();
        String record = methods.table().record();
        methods.add(Kind.COUNT, "count", List.of(), "long", sql.count(), "a scan of the whole table");
        methods.add(
                Kind.LIST,
                "list",
                List.of(Parameter.of("int", "limit")),
                "List<" + record + '>',
                sql.list(),
                "a scan that ends at the limit");
        methods.add(
                Kind.STREAM, "stream", List.of(), "Stream<" + record + '>', sql.select(), "a scan of the whole table");
    }
}
