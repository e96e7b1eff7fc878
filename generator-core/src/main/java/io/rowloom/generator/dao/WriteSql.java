package io.rowloom.generator.dao;

import io.rowloom.runtime.SqlInsert;
import io.rowloom.runtime.SqlTable;
import io.rowloom.runtime.SqlUpdate;
import io.rowloom.runtime.SqlUpsert;
import java.util.List;
import java.util.Optional;

/** The statements that write whole rows, as the runtime makes them of what generated code tells it. */
final class WriteSql {
    private final TableDao table;
    private final SqlTable rows;

    WriteSql(TableDao table) {
        this.table = table;
        this.rows = SqlTable.of(table.name(), names(table.columns()));
    }

    String insert() {
        return into().sql();
    }

    String insertIfAbsent() {
        return into().ifAbsentSql();
    }

    String upsert(String method, Upsert upsert) {
        SqlUpsert<Object> statement =
                into().orUpdate(method, names(upsert.columns())).keeping(names(upsert.kept()));
        return table.version()
                .map(column -> statement.counting(column.name()))
                .orElse(statement)
                .sql();
    }

    /** Writes every column of a row but its key, if its version is still the one that was read. */
    String update() {
        SqlUpdate<Object> update = SqlUpdate.of(rows, (parameters, row) -> {}, names(table.key()));
        Optional<ColumnDescriptor> version = table.version();
        if (version.isPresent()) {
            update = update.counting(version.get().name(), row -> 0);
        }
        return table.generated().isEmpty()
                ? update.sql()
                : update.computing(names(table.generated())).sql();
    }

    private SqlInsert<Object> into() {
        SqlInsert<Object> insert = SqlInsert.into(rows, (parameters, values) -> {});
        if (!table.generated().isEmpty()) {
            insert = insert.without(names(table.generated()));
        }
        for (ColumnDescriptor column : table.columns()) {
            Optional<String> expression = column.expression();
            if (expression.isPresent()) {
                insert = insert.orElse(column.name(), expression.get());
            }
        }
        return table.isNumberedOnly() || table.computed().isEmpty()
                ? insert
                : insert.computing(names(table.computed()));
    }

    private static String[] names(List<ColumnDescriptor> columns) {
        return ColumnDescriptor.names(columns).toArray(String[]::new);
    }
}
