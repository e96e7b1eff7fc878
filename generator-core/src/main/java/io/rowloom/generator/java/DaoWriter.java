package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.SQL_SESSION;

import io.rowloom.generator.dao.DaoMethod;
import java.util.List;

/** Spells the DAO of a table: the statements of its methods, the methods, and how a row is read. */
final class DaoWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final InsertMethodsWriter inserts;
    private final UpdateMethodsWriter updates;
    private final KeyMethodsWriter keys;
    private final TableMethodsWriter whole;
    private final DaoCode code;
    private int upserts;

    private DaoWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), QueryMethods.records(table.queries()));
        this.code = new DaoCode(table, source);
        this.inserts = new InsertMethodsWriter(code);
        this.updates = new UpdateMethodsWriter(code);
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
        constants(methods);
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
        inserts.privates();
        if (table.rows().isUpdated()) {
            updates.privates();
        }
        source.outdent().add("}\n");
        return source.text();
    }

    private void constants(List<DaoMethod> methods) {
        code.table("TABLE");
        inserts.constants(methods);
        if (table.rows().isUpdated()) {
            updates.constant();
        }
        methods.stream().filter(method -> !isOfRow(method)).forEach(code::statement);
    }

    /** Whether it writes whole rows, by what the runtime has for that. */
    private static boolean isOfRow(DaoMethod method) {
        return switch (method.kind()) {
            case INSERT, INSERT_ALL, INSERT_IF_ABSENT, UPSERT, UPDATE, UPDATE_ALL -> true;
            default -> false;
        };
    }

    private void method(DaoMethod method) {
        switch (method.kind()) {
            case INSERT -> inserts.insert(method);
            case INSERT_ALL -> inserts.insertAll(method);
            case INSERT_IF_ABSENT -> inserts.insertIfAbsent(method);
            case UPSERT -> inserts.upsert(method, table.rows().upserts().get(upserts++));
            case UPDATE -> updates.update(method);
            case UPDATE_ALL -> updates.updateAll(method);
            case FIND_BY_KEY -> keys.find(method);
            case EXISTS_BY_KEY -> keys.exists(method);
            case DELETE_BY_KEY -> keys.delete(method);
            case COUNT -> whole.count(method);
            case LIST -> whole.list(method);
            case STREAM -> whole.stream(method);
        }
    }
}
