package io.rowloom.generator.dao;

import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A method of a table's patch, which says one thing of a column.
 *
 * @param kind what it says
 * @param name its name, which no other has
 * @param column the column
 * @param position where the column stands in its table, from 1
 */
public record PatchMethod(Kind kind, String name, ColumnDescriptor column, int position) {
    /** What a patch can say of a column. */
    public enum Kind {
        /** It gets a value. */
        SET,
        /** Something is added to it. */
        INCREMENT,
        /** A row is patched only if it holds a value. */
        EXPECT,
        /** A row is patched only if it holds a moment or one before. */
        EXPECT_UP_TO
    }

    /** Those of a table: what columns get has their names, and what else there is gives way to these. */
    static List<PatchMethod> of(TableDao table) {
        Set<String> taken = new HashSet<>();
        List<PatchMethod> methods = new ArrayList<>();
        List<ColumnDescriptor> columns = table.columns();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < columns.size(); i++) {
                ColumnDescriptor column = columns.get(i);
                if (isFor(kind, column)) {
                    String name = name(kind, column);
                    while (!taken.add(name)) {
                        name += "Value";
                    }
                    methods.add(new PatchMethod(kind, name, column, i + 1));
                }
            }
        }
        return List.copyOf(methods);
    }

    private static boolean isFor(Kind kind, ColumnDescriptor column) {
        return switch (kind) {
            case SET -> column.isPatched();
            // The number of another row is a name: a sum would be of some other row.
            case INCREMENT -> column.isPatched() && !column.reference() && isNumber(column.type());
            // Equal JSON can be written in many ways, which SQL tells apart.
            case EXPECT -> !column.key() && !isJson(column.type());
            case EXPECT_UP_TO -> !column.key() && isMoment(column.type());
        };
    }

    private static boolean isNumber(ColumnType type) {
        return type == Scalar.INTEGER || type == Scalar.BIGINT || type == Scalar.REAL;
    }

    /** A moment, whose text is in the order of time. */
    static boolean isMoment(ColumnType type) {
        return type instanceof ColumnType.Timestamp
                || type == Scalar.DATETIME
                || type == Scalar.DATE
                || type == Scalar.TIME;
    }

    private static boolean isJson(ColumnType type) {
        return type == Scalar.JSON || type instanceof ColumnType.Json;
    }

    private static String name(Kind kind, ColumnDescriptor column) {
        return switch (kind) {
            case SET -> column.javaName();
            case INCREMENT -> "increment" + column.methodSuffix();
            case EXPECT -> "if" + column.methodSuffix();
            case EXPECT_UP_TO -> "if" + column.methodSuffix() + "UpTo";
        };
    }
}
