package io.rowloom.generator.java;

import java.util.List;

/** Spells the record of a row. */
final class RowWriter {
    private RowWriter() {}

    static String write(TableDescriptor table) {
        return write(table, "table");
    }

    /** The record of a row of a view, of which nobody needs a copy to write it back. */
    static String ofView(TableDescriptor view) {
        return write(view, "view");
    }

    private static String write(TableDescriptor table, String kind) {
        JavaSource source = new JavaSource(table.scope(), table.nested().names());
        List<Component> components = table.columns().stream()
                .map(column -> Component.ofRow(column, table.name()))
                .toList();
        source.javadoc(Docs.record(
                table.description(), "A row of the " + kind + ' ' + JavaText.code(table.name()) + '.', components));
        source.add("@$($)\n", source.use(JavaTypes.GENERATED), "\"io.rowloom\"");
        source.within(table.record());
        RecordBody body = new RecordBody(source, table.record(), components);
        body.open();
        if (kind.equals("table")) {
            body.withers();
        }
        NestedWriter.write(table.nested(), table.record(), source);
        body.close();
        return source.text();
    }
}
