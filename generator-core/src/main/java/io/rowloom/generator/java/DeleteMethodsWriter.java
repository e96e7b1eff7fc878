package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.COLLECTION;
import static io.rowloom.generator.java.JavaTypes.SQL_LISTS;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import java.util.ArrayList;
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
        String keys = method.parameters().get(0).name();
        String type = key.size() > 1
                ? "Key"
                : source.use(JavaValues.type(key.get(0).type(), source).box());
        code.javadoc(
                method,
                "Deletes the rows that have one of the keys; a key without a row deletes none.",
                "@return how many there were");
        source.add("public int $($<$> $) {\n", method.name(), source.use(COLLECTION), type, keys)
                .indent();
        List<String> binds = new ArrayList<>();
        for (ColumnDescriptor column : key) {
            String value = key.size() > 1 ? "key." + column.javaName() + "()" : "key";
            binds.add(code.bind(binds.size() + 1, value, column, false));
        }
        source.add("String json = $.keys($, (parameters, key) -> ", source.use(SQL_LISTS), keys);
        if (binds.size() == 1) {
            source.add("$);\n", binds.get(0));
        } else {
            source.add("{\n").indent();
            binds.forEach(bind -> source.add("$;\n", bind));
            source.outdent().add("});\n");
        }
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
