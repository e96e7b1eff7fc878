package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import io.rowloom.model.ColumnType;
import io.rowloom.runtime.SqlChanges;
import io.rowloom.runtime.SqlFinder;
import io.rowloom.runtime.SqlOrder;
import io.rowloom.runtime.SqlTable;
import java.util.ArrayList;
import java.util.List;

/** Decides the methods that change some columns of the rows that a finder finds. */
final class PatchMethods {
    private final DaoMethods methods;
    private final TableDao table;
    private final SqlTable rows;
    private final boolean isPatched;
    /** How a claimed row is found again; one for all claims, which keeps its statement. */
    private final SqlFinder key;
    /** A patch that changes whatever one can; for the statement that is shown. */
    private final SqlChanges everything = new SqlChanges();

    PatchMethods(DaoMethods methods) {
        this.methods = methods;
        this.table = methods.table();
        this.rows = SqlTable.of(
                table.name(), ColumnDescriptor.names(table.columns()).toArray(String[]::new));
        this.key = key();
        this.isPatched = table.isPatched();
        for (int i = 0; i < table.columns().size(); i++) {
            ColumnDescriptor column = table.columns().get(i);
            if (column.version()) {
                add(column, i + 1);
            } else if (column.isUpdated()) {
                everything.text(i + 1, "");
            }
        }
    }

    private void add(ColumnDescriptor column, int position) {
        if (column.type() == ColumnType.Scalar.BIGINT) {
            everything.add(position, 1L);
        } else {
            everything.add(position, 1);
        }
    }

    /** Those of a finder. */
    void add(Finder by, Lookup lookup) {
        if (!isPatched) {
            return;
        }
        SqlFinder finder = finder(by);
        Parameter changes = Parameter.of("Consumer<" + table.patch() + '>', "changes");
        List<Parameter> parameters = new ArrayList<>(by.parameters());
        parameters.add(changes);
        if (lookup.kind() == Lookup.Kind.PRIMARY_KEY && table.isByKey(lookup)) {
            methods.add(Kind.PATCH, "patch", by, parameters, "boolean", finder.patchSql(everything));
            return;
        }
        if (lookup.single()) {
            methods.add(Kind.PATCH, "patch" + by.methods(), by, parameters, "boolean", finder.patchSql(everything));
            return;
        }
        methods.add(Kind.PATCH_FOUND, "patch" + by.methods(), by, parameters, "int", finder.patchSql(everything));
        if (isClaimed(lookup)) {
            parameters.add(parameters.size() - 1, Parameter.of("int", "limit"));
            String sql = finder.claimSql(everything, key);
            methods.add(Kind.CLAIM, "claim" + by.methods(), by, parameters, "List<" + table.record() + '>', sql);
        }
    }

    /**
     * Whether rows can be claimed by it: there are several, they can be told apart, and a patch can take them out of what is
     * found. Nothing waits at an exact moment, nor for another parent.
     */
    private boolean isClaimed(Lookup lookup) {
        return !lookup.single()
                && !table.key().isEmpty()
                && lookup.columns().stream()
                        .anyMatch(column -> column.isPatched()
                                && !column.reference()
                                && !PatchMethod.isMoment(column.type())
                                && column.type() != ColumnType.Scalar.REAL
                                && column.type() != ColumnType.Scalar.BLOB);
    }

    private SqlFinder key() {
        StringBuilder where = new StringBuilder();
        int number = 0;
        for (ColumnDescriptor column : table.key()) {
            number++;
            where.append(number == 1 ? "" : " AND ")
                    .append(DaoSql.column(column.name()))
                    .append(" = ?")
                    .append(number);
        }
        return rows.finder("By" + table.keySuffix(), where.toString());
    }

    private SqlFinder finder(Finder by) {
        SqlOrder[] order = by.order().stream()
                .flatMap(rowOrder -> rowOrder.columns().stream())
                .map(column -> new SqlOrder(column.name(), column.descending(), column.nullable()))
                .toArray(SqlOrder[]::new);
        return rows.finder(by.methods(), by.where(), order);
    }
}
