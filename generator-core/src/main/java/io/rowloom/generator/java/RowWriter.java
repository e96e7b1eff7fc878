package io.rowloom.generator.java;

import java.util.ArrayList;
import java.util.List;

/** Spells the record of a row. */
final class RowWriter {
    private RowWriter() {}

    static String write(TableDescriptor table) {
        JavaSource source = new JavaSource(table.scope(), table.nested().names());
        List<Component> components = table.columns().stream()
                .map(column -> Component.ofRow(column, table.name()))
                .toList();
        source.javadoc(Docs.record(
                table.description(), "A row of the table " + JavaText.code(table.name()) + '.', components));
        source.add("@$($)\n", source.use(JavaTypes.GENERATED), "\"io.rowloom\"");
        source.within(table.record());
        RecordBody body = new RecordBody(source, table.record(), components);
        body.open();
        withers(table, source);
        NestedWriter.write(table.nested(), table.record(), source);
        body.close();
        return source.text();
    }

    private static void withers(TableDescriptor table, JavaSource source) {
        List<String> arguments = new ArrayList<>();
        table.columns().forEach(column -> arguments.add(column.javaName()));
        for (ColumnDescriptor column : table.columns()) {
            source.blank()
                    .javadoc("A copy with another {@code " + column.javaName() + "}.")
                    .add(
                            "public $ with$($ $) {\n",
                            table.record(),
                            column.methodSuffix(),
                            JavaValues.type(column.type(), column.nullable(), source),
                            column.javaName())
                    .indent()
                    .list("return new " + table.record() + '(', arguments, ");")
                    .outdent()
                    .add("}\n");
        }
    }
}
