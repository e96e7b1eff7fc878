package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.ARRAY_LIST;
import static io.rowloom.generator.java.JavaTypes.INSTANT;
import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.SQL_MISSING_ROW;
import static io.rowloom.generator.java.JavaTypes.SQL_STALE_VERSION;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.TableDao;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells the methods that insert and update whole rows. */
final class WriteMethodsWriter {
    private final DaoCode code;
    private final TableDao table;
    private final JavaSource source;
    private final String record;

    WriteMethodsWriter(DaoCode code) {
        this.code = code;
        this.table = code.table().rows();
        this.source = code.source();
        this.record = table.record();
    }

    void insert(DaoMethod method) {
        List<ColumnDescriptor> computed = table.computed();
        code.javadoc(method, "Inserts a row.", "@return the row as stored");
        source.add("public $ insert($ values) {\n", record, table.newRecord()).indent();
        List<String> arguments = new ArrayList<>();
        for (ColumnDescriptor column : table.columns()) {
            int index = computed.indexOf(column) + 1;
            arguments.add(index == 0 ? "values." + column.javaName() + "()" : code.read("row", index, column));
        }
        List<String> binds = code.binds(table.inserted(), "values", true);
        if (computed.isEmpty()) {
            code.call("sql.execute(" + method.constant() + ", ", binds, ");\n");
            source.column("return new " + record + '(', arguments, ");");
        } else {
            code.call("return sql.getOne(" + method.constant() + ", ", binds, ", row -> new " + record + "(\n");
            source.add("        $));\n", String.join(",\n        ", arguments));
        }
        code.close();
    }

    void insertAll(DaoMethod method) {
        code.javadoc(
                method,
                "Inserts rows in one transaction, all of them or none.",
                "@return the rows as stored, in the same order");
        source.add(
                """
                public $<$> insertAll(Iterable<$> values) {
                    return sql.transaction(transaction -> {
                        $ dao = new $(transaction);
                        $<$> rows = new $<>();
                        for ($ each : values) {
                            rows.add(dao.insert(each));
                        }
                        return $.copyOf(rows);
                    });
                }
                """,
                source.use(LIST),
                record,
                table.newRecord(),
                table.dao(),
                table.dao(),
                source.use(LIST),
                record,
                source.use(ARRAY_LIST),
                table.newRecord(),
                source.use(LIST));
    }

    void update(DaoMethod method) {
        ColumnDescriptor version = table.version().orElse(null);
        List<ColumnDescriptor> generated = table.generated();
        List<ColumnDescriptor> moments =
                table.updated().stream().filter(ColumnDescriptor::autoUpdate).toList();
        boolean changes = version != null || !moments.isEmpty();
        String stored = changes ? "changed" : "row";

        code.javadoc(
                method,
                "Writes every column of the row but its key.",
                "@return the row as stored",
                version == null
                        ? "@throws " + source.use(SQL_MISSING_ROW) + " when there is no such row"
                        : "@throws " + source.use(SQL_STALE_VERSION)
                                + " when the row was changed or removed since it was read");
        source.add("public $ update($ row) {\n", record, record).indent();
        if (changes) {
            changed(version, moments);
        }
        List<String> binds = code.binds(table.updated(), stored, false);
        int index = binds.size();
        for (ColumnDescriptor column : table.key()) {
            binds.add(SqlCode.bind(++index, "row." + column.javaName() + "()", column.type(), false, source));
        }
        if (version != null) {
            binds.add(SqlCode.bind(++index, "row." + version.javaName() + "()", version.type(), false, source));
        }
        if (generated.isEmpty()) {
            code.call("int count = sql.execute(" + method.constant() + ", ", binds, ");\n");
            source.add("if (count == 0) {\n").indent();
            failure(method, "throw ", version, ";");
            source.outdent().add("}\nreturn $;\n", stored);
        } else {
            StringBuilder result = new StringBuilder(stored);
            for (int i = 0; i < generated.size(); i++) {
                ColumnDescriptor column = generated.get(i);
                result.append(".with")
                        .append(column.methodSuffix())
                        .append('(')
                        .append(code.read("result", i + 1, column))
                        .append(')');
            }
            code.call("return sql.findOne(" + method.constant() + ", ", binds, ", result -> " + result + ")\n");
            source.indent().indent();
            failure(method, ".orElseThrow(() -> ", version, ");");
            source.outdent().outdent();
        }
        source.outdent().add("}\n");
    }

    private void changed(@Nullable ColumnDescriptor version, List<ColumnDescriptor> moments) {
        StringBuilder withers = new StringBuilder();
        if (version != null) {
            withers.append(".with" + version.methodSuffix() + "(row." + version.javaName() + "() + 1)");
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
        source.add("$ changed = row$;\n", record, withers);
    }

    /** The exception of an update that found no row, from {@code open} to {@code close}. */
    private void failure(DaoMethod method, String open, @Nullable ColumnDescriptor version, String close) {
        List<String> parts = new ArrayList<>();
        for (ColumnDescriptor column : table.key()) {
            String label = (parts.isEmpty() ? "" : ", ") + column.name() + " = ";
            parts.add(JavaText.literal(label) + " + row." + column.javaName() + "()");
        }
        // A line for each column of a long key; 24 is how deep the argument stands.
        String description = String.join(" + ", parts);
        if (24 + description.length() + 2 > JavaSource.WIDTH) {
            description = String.join("\n                + ", parts);
        }
        List<String> arguments = new ArrayList<>(List.of(method.constant(), description));
        if (version != null) {
            arguments.add("row." + version.javaName() + "()");
        }
        String type = source.use(version == null ? SQL_MISSING_ROW : SQL_STALE_VERSION);
        source.column(open + "new " + type + '(', arguments, ')' + close);
    }
}
