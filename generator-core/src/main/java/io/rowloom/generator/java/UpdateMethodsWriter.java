package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.INSTANT;
import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.SQL_MISSING_ROW;
import static io.rowloom.generator.java.JavaTypes.SQL_STALE_VERSION;
import static io.rowloom.generator.java.JavaTypes.SQL_UPDATE;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.TableDao;
import java.util.ArrayList;
import java.util.List;

/** Spells the methods that write whole rows that are there. */
final class UpdateMethodsWriter {
    private final DaoCode code;
    private final TableDao table;
    private final JavaSource source;
    private final String record;

    UpdateMethodsWriter(DaoCode code) {
        this.code = code;
        this.table = code.table().rows();
        this.source = code.source();
        this.record = table.record();
    }

    void constant() {
        List<String> calls = new ArrayList<>();
        table.version()
                .ifPresent(column -> calls.add(".counting(" + JavaText.literal(column.name()) + ", " + record + "::"
                        + column.javaName() + ')'));
        if (!table.generated().isEmpty()) {
            calls.add(".computing(" + DaoCode.literals(table.generated()) + ')');
        }
        String type = source.use(SQL_UPDATE);
        code.constant(
                type + '<' + record + '>',
                "UPDATE",
                type + ".of(TABLE, " + table.dao() + "::bindRow, " + DaoCode.literals(table.key()) + ')',
                calls);
    }

    private List<ColumnDescriptor> bound() {
        List<ColumnDescriptor> columns = new ArrayList<>(table.updated());
        columns.addAll(table.key());
        return columns;
    }

    void update(DaoMethod method) {
        code.javadoc(method, "Writes every column of the row but its key.", "@return the row as stored", failure(""));
        source.add("public $ update($ row) {\n", record, record).indent();
        String withers = withers();
        String stored = withers.isEmpty() ? "row" : "changed";
        if (!withers.isEmpty()) {
            source.add("$ changed = row$;\n", record, withers);
        }
        if (table.generated().isEmpty()) {
            source.add("UPDATE.update(sql, $);\nreturn $;\n", stored, stored);
        } else {
            StringBuilder result = new StringBuilder(stored);
            int index = 0;
            for (ColumnDescriptor column : table.generated()) {
                index++;
                result.append(".with" + column.methodSuffix() + '(' + code.read("result", index, column) + ')');
            }
            source.column("return UPDATE.update(", List.of("sql", stored, "result -> " + result), ");");
        }
        code.close();
    }

    void updateAll(DaoMethod method) {
        code.javadoc(
                method,
                "Updates rows in one transaction, all of them or none.",
                "@return the rows as stored, in the same order",
                failure("one of "));
        source.add("""
                public $<$> updateAll(Iterable<$> rows) {
                    return $.forEach(sql, rows, transaction -> new $(transaction)::update);
                }
                """, source.use(LIST), record, record, source.use(SQL_UPDATE), table.dao());
    }

    private String failure(String some) {
        return table.version().isPresent()
                ? "@throws " + source.use(SQL_STALE_VERSION) + " when " + some
                        + (some.isEmpty() ? "the row was" : "the rows was")
                        + " changed or removed since it was read"
                : "@throws " + source.use(SQL_MISSING_ROW) + " when there is no such row";
    }

    /** What an update changes by itself: the version and moments. */
    private String withers() {
        StringBuilder withers = new StringBuilder();
        table.version()
                .ifPresent(version ->
                        withers.append(".with" + version.methodSuffix() + "(row." + version.javaName() + "() + 1)"));
        List<ColumnDescriptor> moments =
                table.updated().stream().filter(ColumnDescriptor::autoUpdate).toList();
        if (moments.isEmpty()) {
            return withers.toString();
        }
        String moment = source.use(INSTANT) + ".now()";
        if (moments.size() > 1) {
            source.add("$ now = $;\n", source.use(INSTANT), moment);
            moment = "now";
        }
        for (ColumnDescriptor column : moments) {
            withers.append(
                    ".with" + column.methodSuffix() + '(' + DefaultCode.now(column.type(), moment, source) + ')');
        }
        return withers.toString();
    }

    /** The private method that binds a row. */
    void privates() {
        code.binder("bindRow", record, code.binds(bound(), "row", false));
    }
}
