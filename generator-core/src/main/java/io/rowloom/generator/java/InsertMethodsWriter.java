package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.SQL_EXCEPTION;
import static io.rowloom.generator.java.JavaTypes.SQL_INSERT;
import static io.rowloom.generator.java.JavaTypes.SQL_ROW;
import static io.rowloom.generator.java.JavaTypes.SQL_UPSERT;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.dao.Upsert;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spells the methods that insert rows. */
final class InsertMethodsWriter {
    private final DaoCode code;
    private final TableDao table;
    private final JavaSource source;
    private final String record;
    private final String newRecord;
    private final Completion completion;

    /** What is missing in the values of a new row for the row. */
    private enum Completion {
        /** Nothing. */
        NONE,
        /** The number that is its key. */
        NUMBER,
        /** Columns that are read from a row of them. */
        COLUMNS
    }

    InsertMethodsWriter(DaoCode code) {
        this.code = code;
        this.table = code.table().rows();
        this.source = code.source();
        this.record = table.record();
        this.newRecord = table.newRecord();
        this.completion = table.computed().isEmpty()
                ? Completion.NONE
                : table.isNumberedOnly() ? Completion.NUMBER : Completion.COLUMNS;
    }

    void constants(List<DaoMethod> methods) {
        List<String> calls = new ArrayList<>();
        if (!table.generated().isEmpty()) {
            calls.add(".without(" + DaoCode.literals(table.generated()) + ')');
        }
        for (ColumnDescriptor column : table.inserted()) {
            column.expression()
                    .ifPresent(sql -> calls.add(
                            ".orElse(" + JavaText.literal(column.name()) + ", " + JavaText.literal(sql) + ')'));
        }
        if (completion == Completion.COLUMNS) {
            calls.add(".computing(" + DaoCode.literals(table.computed()) + ')');
        }
        if (completion != Completion.NONE) {
            numbering().ifPresent(calls::add);
        }
        code.constant(
                source.use(SQL_INSERT) + '<' + newRecord + '>',
                "INSERT",
                source.use(SQL_INSERT) + ".into(TABLE, " + table.dao() + "::bindNew)",
                calls);
        int upsert = 0;
        for (DaoMethod method : methods) {
            if (method.kind() == DaoMethod.Kind.UPSERT) {
                constant(method, table.upserts().get(upsert++));
            }
        }
    }

    /** The numbers by which rows are inserted together; empty where there are none, and they go one by one. */
    private Optional<String> numbering() {
        if (table.numbered().isPresent()) {
            return Optional.of(
                    ".numbering(" + JavaText.literal(table.numbered().get().name()) + ')');
        }
        return table.rowid().map(rowid -> ".numberingRows(" + JavaText.literal(rowid) + ')');
    }

    private void constant(DaoMethod method, Upsert upsert) {
        List<String> calls = new ArrayList<>();
        if (!upsert.kept().isEmpty()) {
            calls.add(".keeping(" + DaoCode.literals(upsert.kept()) + ')');
        }
        table.version().ifPresent(column -> calls.add(".counting(" + JavaText.literal(column.name()) + ')'));
        code.constant(
                source.use(SQL_UPSERT) + '<' + newRecord + '>',
                method.constant(),
                "INSERT.orUpdate(" + JavaText.literal(method.name()) + ", " + DaoCode.literals(upsert.columns()) + ')',
                calls);
    }

    void insert(DaoMethod method) {
        code.javadoc(method, "Inserts a row.", "@return the row as stored");
        source.add("public $ insert($ values) {\n", record, newRecord).indent();
        switch (completion) {
            case NONE -> source.add("INSERT.insert(sql, values);\nreturn stored(values);\n");
            case NUMBER ->
                source.add(
                        "return stored(values, INSERT.insert(sql, values, row -> $));\n",
                        code.read("row", 1, table.numbered().orElseThrow()));
            case COLUMNS -> source.add("return INSERT.insert(sql, values, row -> stored(values, row));\n");
        }
        code.close();
    }

    void insertAll(DaoMethod method) {
        code.javadoc(
                method,
                "Inserts rows in one transaction, all of them or none.",
                "@return the rows as stored, in the same order");
        source.add("public $<$> insertAll(Iterable<$> values) {\n", source.use(LIST), record, newRecord)
                .indent();
        switch (completion) {
            case NONE -> source.add("return INSERT.insertAll(sql, values, $::stored);\n", table.dao());
            case NUMBER -> {
                ColumnDescriptor number = table.numbered().orElseThrow();
                source.column(
                        "return INSERT.insertAll(",
                        List.of(
                                "sql",
                                "values",
                                newRecord + "::" + number.javaName(),
                                "row -> " + code.read("row", 1, number),
                                table.dao() + "::stored"),
                        ");");
            }
            case COLUMNS -> {
                String given = table.numbered()
                        .map(number -> newRecord + "::" + number.javaName() + ", ")
                        .orElse("");
                source.add("return INSERT.insertAllAndRead(sql, values, $each -> row -> stored(each, row));\n", given);
            }
        }
        code.close();
    }

    void insertIfAbsent(DaoMethod method) {
        code.javadoc(
                method,
                "Inserts a row unless there is one with its key or with its values in a unique constraint.",
                "@return whether it was inserted");
        source.add("""
                public boolean insertIfAbsent($ values) {
                    return INSERT.insertIfAbsent(sql, values);
                }
                """, newRecord);
    }

    void upsert(DaoMethod method, Upsert upsert) {
        String same = upsert.primary() ? "primary key" : "values in " + columns(upsert.columns());
        String kept = upsert.kept().isEmpty() ? "" : ", which keeps its " + columns(upsert.kept());
        String counted = table.version().isPresent() ? " Its version goes up by one." : "";
        code.javadoc(
                method,
                "Inserts a row, or writes its values to the one that has the same " + same + kept + '.' + counted,
                "@return the row as stored");
        source.add("public $ $($ values) {\n", record, method.name(), newRecord)
                .indent()
                .add("return $.run(sql, values, $::read);\n", method.constant(), table.dao());
        code.close();
    }

    private static String columns(List<ColumnDescriptor> columns) {
        List<String> names =
                columns.stream().map(column -> JavaText.code(column.name())).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The private methods: how values are bound, and what row they become. */
    void privates() {
        code.binder("bindNew", newRecord, code.binds(table.inserted(), "row", true));
        List<String> arguments = new ArrayList<>();
        int computed = 0;
        for (ColumnDescriptor column : table.columns()) {
            if (!column.isComputed()) {
                arguments.add("values." + column.javaName() + "()");
            } else {
                computed++;
                arguments.add(completion == Completion.NUMBER ? "number" : code.read("row", computed, column));
            }
        }
        String more = switch (completion) {
            case NONE -> ") {\n";
            case NUMBER ->
                ", " + JavaValues.type(table.numbered().orElseThrow().type(), false, source) + " number) {\n";
            case COLUMNS -> ", " + source.use(SQL_ROW) + " row) throws " + source.use(SQL_EXCEPTION) + " {\n";
        };
        source.blank()
                .add("private static $ stored($ values$", record, newRecord, more)
                .indent()
                .column("return new " + record + '(', arguments, ");");
        code.close();
    }
}
