package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import java.util.List;

/** Spells the class of the queries that belong to no table. */
final class QueriesWriter {
    private QueriesWriter() {}

    static String write(DatabaseDescriptor database, List<QueryDescriptor> queries) {
        JavaSource source = new JavaSource(database.scope(), QueryMethods.records(queries));
        QueryMethods methods = new QueryMethods(queries, source);
        source.javadoc("The queries of the database " + JavaText.code(database.name()) + " that belong to no table.");
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", database.queriesClass()).indent();
        methods.statements();
        source.blank()
                .add("private final $ sql;\n", source.use(SQL_SESSION))
                .blank()
                .javadoc("Works in {@code session}: a database, or one transaction.")
                .add("""
                        public $($ session) {
                            this.sql = session;
                        }
                        """, database.queriesClass(), source.use(SQL_SESSION));
        methods.methods();
        source.outdent().add("}\n");
        return source.text();
    }
}
