package io.rowloom.generator.java;

import io.rowloom.model.OwnTypes;
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
        // In full, as an import could hide a type of the package.
        List<String> interfaces = table.ownTypes().map(OwnTypes::interfaces).orElse(List.of());
        table.ownTypes()
                .map(OwnTypes::annotations)
                .orElse(List.of())
                .forEach(annotation -> source.add("@$\n", annotation));
        source.within(table.record());
        RecordBody body = new RecordBody(source, table.record(), components);
        body.open(interfaces);
        if (kind.equals("table")) {
            body.withers();
        }
        NestedWriter.write(table.nested(), table.record(), source);
        body.close();
        return source.text();
    }
}
