package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.SQL_SESSION;

import io.rowloom.generator.dao.DaoMethod;
import java.util.List;

/** Spells the DAO of a table: the statements of its methods, the methods, and how a row is read. */
final class DaoWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final WriteMethodsWriter writes;
    private final KeyMethodsWriter keys;
    private final TableMethodsWriter whole;
    private final DaoCode code;

    private DaoWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), QueryMethods.records(table.queries()));
        this.code = new DaoCode(table, source);
        this.writes = new WriteMethodsWriter(code);
        this.keys = new KeyMethodsWriter(code);
        this.whole = new TableMethodsWriter(code);
    }

    static String write(TableDescriptor table) {
        return new DaoWriter(table).write();
    }

    private String write() {
        List<DaoMethod> methods = table.rows().methods();
        QueryMethods queries = new QueryMethods(table.queries(), source);
        source.javadoc("Reads and writes rows of the table " + JavaText.code(table.name()) + '.');
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", table.dao()).indent();
        methods.stream()
                .filter(method -> method.kind() != DaoMethod.Kind.INSERT_ALL)
                .forEach(code::statement);
        queries.statements();
        source.blank()
                .add("private final $ sql;\n", source.use(SQL_SESSION))
                .blank()
                .javadoc("Works in {@code session}: a database, or one transaction.")
                .add("""
                        public $($ session) {
                            this.sql = session;
                        }
                        """, table.dao(), source.use(SQL_SESSION));
        methods.forEach(this::method);
        queries.methods();
        new RowReaderWriter(code).write();
        source.outdent().add("}\n");
        return source.text();
    }

    private void method(DaoMethod method) {
        switch (method.kind()) {
            case INSERT -> writes.insert(method);
            case INSERT_ALL -> writes.insertAll(method);
            case UPDATE -> writes.update(method);
            case FIND_BY_KEY -> keys.find(method);
            case EXISTS_BY_KEY -> keys.exists(method);
            case DELETE_BY_KEY -> keys.delete(method);
            case COUNT -> whole.count(method);
            case LIST -> whole.list(method);
            case STREAM -> whole.stream(method);
        }
    }
}
