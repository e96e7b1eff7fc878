package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import io.rowloom.generator.query.QueryResult.ColumnPart;
import io.rowloom.generator.query.QueryResult.Composed;
import io.rowloom.generator.query.QueryResult.Part;
import io.rowloom.generator.query.QueryResult.RowPart;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells the record of a query's rows, with the method that reads it. */
final class QueryRecord {
    private final String name;
    private final String method;
    private final List<Part> parts;
    private final JavaSource source;

    QueryRecord(QueryDescriptor query, JavaSource source) {
        this.name = query.record().orElseThrow();
        this.method = query.method();
        this.parts = ((Composed) query.result().orElseThrow()).parts();
        this.source = source;
    }

    void write() {
        List<String> documentation = new ArrayList<>();
        documentation.add("A row of {@link #" + method + "}.");
        parts.forEach(part -> documentation.add("@param " + part.javaName() + ' ' + description(part)));
        source.javadoc(documentation);
        RecordBody body =
                new RecordBody(source, name, parts.stream().map(this::component).toList());
        body.open();
        read();
        body.close();
    }

    private static String description(Part part) {
        if (part instanceof RowPart row) {
            return "the row of " + JavaText.code(row.table().name())
                    + (row.nullable() ? "; null where there is none" : "");
        }
        ColumnPart column = (ColumnPart) part;
        return column.column()
                .origin()
                .map(origin -> "the column " + JavaText.code(origin))
                .orElseGet(() -> "the value " + JavaText.code(column.column().name()));
    }

    private Component component(Part part) {
        if (part instanceof RowPart row) {
            return new Component(
                    row.javaName(),
                    ColumnType.Scalar.JSON,
                    row.nullable(),
                    method + '.' + row.javaName(),
                    description(part),
                    Optional.of(row.table().recordName()));
        }
        ColumnPart column = (ColumnPart) part;
        return new Component(
                column.javaName(),
                column.column().type(),
                column.column().nullable(),
                method + '.' + column.column().name(),
                description(part));
    }

    private void read() {
        List<String> arguments = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof RowPart row) {
                String value = row(row.table(), row.firstIndex(), source);
                arguments.add(
                        row.nullable()
                                ? SqlCode.read(
                                                "row",
                                                row.presentIndex(),
                                                row.table()
                                                        .columns()
                                                        .get(row.presentIndex() - row.firstIndex())
                                                        .type(),
                                                true,
                                                source)
                                        + " == null ? null : " + value
                                : value);
            } else {
                ColumnPart column = (ColumnPart) part;
                arguments.add(SqlCode.read(
                        "row",
                        column.index(),
                        column.column().type(),
                        column.column().nullable(),
                        source));
            }
        }
        source.blank()
                .add("private static $ read($ row) throws $ {\n", name, source.use(SQL_ROW), source.use(SQL_EXCEPTION))
                .indent()
                .column("return new " + name + '(', arguments, ");")
                .outdent()
                .add("}\n");
    }

    /** The DAO of a table, whose {@code read} takes rows that begin with the table's columns. */
    static String dao(Table table, JavaSource source) {
        return source.use(source.ownType(table.recordName() + "Dao"));
    }

    /** An expression that reads a whole row of a table whose first column is at {@code first}. */
    private static String row(Table table, int first, JavaSource source) {
        if (first == 1) {
            return dao(table, source) + ".read(row)";
        }
        List<String> arguments = new ArrayList<>();
        int index = first;
        for (Column column : table.columns()) {
            arguments.add(SqlCode.read("row", index++, column.type(), column.nullable(), source));
        }
        return "new " + source.use(source.ownType(table.recordName())) + "(\n        "
                + String.join(",\n        ", arguments) + ')';
    }
}
