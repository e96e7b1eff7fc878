package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.SQL_BINDER;
import static io.rowloom.generator.java.JavaTypes.STREAM;

import io.rowloom.generator.dao.DaoMethod;

/** Spells the methods over a whole table. */
final class TableMethodsWriter {
    private final DaoCode code;
    private final JavaSource source;

    TableMethodsWriter(DaoCode code) {
        this.code = code;
        this.source = code.source();
    }

    void count(DaoMethod method) {
        code.javadoc(method, "How many rows there are.");
        source.add("""
                public long count() {
                    return sql.getOne($, $.NONE, row -> row.bigint(1));
                }
                """, method.constant(), source.use(SQL_BINDER));
    }

    void list(DaoMethod method) {
        code.javadoc(
                method,
                code.table().rows().key().isEmpty()
                        ? "Some rows, in no promised order."
                        : "The first rows, ordered by the primary key.",
                "@param limit how many at most",
                "@throws IllegalArgumentException when it is negative");
        source.add(
                """
                public $<$> list(int limit) {
                    if (limit < 0) {
                        throw new IllegalArgumentException("a limit of " + limit);
                    }
                    return sql.list($, parameters -> parameters.integer(1, limit), $::read);
                }
                """,
                source.use(LIST),
                code.table().record(),
                method.constant(),
                code.table().dao());
    }

    void stream(DaoMethod method) {
        code.javadoc(method, "Every row as it is asked for, in no promised order; close the stream when done.");
        source.add(
                """
                public $<$> stream() {
                    return sql.stream($, $.NONE, $::read);
                }
                """,
                source.use(STREAM),
                code.table().record(),
                method.constant(),
                source.use(SQL_BINDER),
                code.table().dao());
    }
}
