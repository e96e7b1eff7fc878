package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.OPTIONAL;

import io.rowloom.generator.dao.DaoMethod;

/** Spells the methods by primary key. */
final class KeyMethodsWriter {
    private final DaoCode code;
    private final JavaSource source;

    KeyMethodsWriter(DaoCode code) {
        this.code = code;
        this.source = code.source();
    }

    void find(DaoMethod method) {
        code.javadoc(method, "The row with that primary key, if there is one.");
        code.open(method, source.use(OPTIONAL) + '<' + code.table().record() + '>');
        code.call(
                "return sql.findOne(" + method.constant() + ", ",
                code.binds(method),
                ", " + code.table().dao() + "::read);\n");
        code.close();
    }

    void exists(DaoMethod method) {
        code.javadoc(method, "Whether there is a row with that primary key.");
        code.open(method, "boolean");
        code.call("return sql.getOne(" + method.constant() + ", ", code.binds(method), ", row -> row.bool(1));\n");
        code.close();
    }

    void delete(DaoMethod method) {
        code.javadoc(method, "Deletes the row with that primary key.", "@return whether there was one");
        code.open(method, "boolean");
        code.call("return sql.execute(" + method.constant() + ", ", code.binds(method), ") > 0;\n");
        code.close();
    }
}
