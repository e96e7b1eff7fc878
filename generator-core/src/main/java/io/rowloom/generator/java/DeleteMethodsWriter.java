package io.rowloom.generator.java;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import java.util.List;
import java.util.Optional;

/** Spells the method that deletes rows by many keys, and the type of a key of more than one column. */
final class DeleteMethodsWriter {
    private final DaoCode code;
    private final JavaSource source;
    private final List<ColumnDescriptor> key;

    DeleteMethodsWriter(DaoCode code) {
        this.code = code;
        this.source = code.source();
        this.key = code.table().rows().key();
    }

    void deleteAll(DaoMethod method) {
        code.javadoc(
                method,
                "Deletes the rows that have one of the keys; a key without a row deletes none.",
                "@return how many there were");
        code.openByKeys(method, "int");
        source.add("return sql.execute($, parameters -> parameters.text(1, json));\n", method.constant());
        code.close();
    }

    /** The record of a key of more than one column. */
    void key() {
        List<Component> components = key.stream()
                .map(column -> Component.ofRow(column, code.table().name()))
                .toList();
        source.blank()
                .javadoc(Docs.record(
                        Optional.empty(),
                        "A primary key of the table "
                                + JavaText.code(code.table().name()) + '.',
                        components));
        RecordBody body = new RecordBody(source, "Key", components);
        body.open();
        source.blank().javadoc("The key of a row.");
        List<String> values =
                key.stream().map(column -> "row." + column.javaName() + "()").toList();
        source.add("public static Key of($ row) {\n", code.table().record()).indent();
        source.column("return new Key(", values, ");");
        source.outdent().add("}\n");
        body.close();
    }
}
