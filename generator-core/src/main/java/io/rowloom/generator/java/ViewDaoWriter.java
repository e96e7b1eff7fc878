package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.SQL_BINDER;
import static io.rowloom.generator.java.JavaTypes.SQL_SESSION;
import static io.rowloom.generator.java.JavaTypes.SQL_STATEMENT;
import static io.rowloom.generator.java.JavaTypes.STREAM;

import io.rowloom.generator.sqlite.SqliteNames;
import java.util.stream.Collectors;

/** Spells the DAO of a view, which only reads: its rows, how many there are, and its named queries. */
final class ViewDaoWriter {
    private final TableDescriptor view;
    private final JavaSource source;

    private ViewDaoWriter(TableDescriptor view) {
        this.view = view;
        this.source = new JavaSource(view.scope(), QueryMethods.records(view.queries()));
    }

    static String write(TableDescriptor view) {
        return new ViewDaoWriter(view).write();
    }

    private String write() {
        QueryMethods queries = new QueryMethods(view.queries(), source);
        source.javadoc("Reads rows of the view " + JavaText.code(view.name()) + '.');
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", view.dao()).indent();
        String name = SqliteNames.quote(view.name());
        String rows = view.columns().stream()
                .map(column -> "v." + SqliteNames.quote(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", "\nFROM " + name + " AS v"));
        statement("COUNT", "count", "SELECT count(*)\nFROM " + name + " AS v");
        statement("LIST", "list", rows + "\nLIMIT ?");
        statement("STREAM", "stream", rows);
        queries.statements();
        source.blank()
                .add("private final $ sql;\n", source.use(SQL_SESSION))
                .blank()
                .javadoc("Works in {@code session}: a database, or one transaction.")
                .add("""
                        public $($ session) {
                            this.sql = session;
                        }
                        """, view.dao(), source.use(SQL_SESSION));
        methods();
        queries.methods();
        new RowReaderWriter(new DaoCode(view, source)).readOnly();
        source.outdent().add("}\n");
        return source.text();
    }

    private void statement(String constant, String operation, String sql) {
        String type = source.use(SQL_STATEMENT);
        String call = type + ".read(" + JavaText.literal(view.name()) + ", " + JavaText.literal(operation) + ',';
        source.blank().add("private static final $ $ =\n        $", type, constant, call);
        source.indent().indent().indent().indent();
        source.add(" $);\n", JavaText.block(sql));
        source.outdent().outdent().outdent().outdent();
    }

    private void methods() {
        source.blank().javadoc("How many rows there are; the view is read as a whole.");
        source.add("""
                public long count() {
                    return sql.getOne(COUNT, $.NONE, row -> row.bigint(1));
                }
                """, source.use(SQL_BINDER));
        source.blank()
                .javadoc(
                        "Some rows, in the order that the view says, if it does.",
                        "@param limit how many at most",
                        "@throws IllegalArgumentException when it is negative");
        source.add("""
                public $<$> list(int limit) {
                    if (limit < 0) {
                        throw new IllegalArgumentException("a limit of " + limit);
                    }
                    return sql.list(LIST, parameters -> parameters.integer(1, limit), $::read);
                }
                """, source.use(LIST), view.record(), view.dao());
        source.blank().javadoc("Every row as it is asked for; close the stream when done.");
        source.add("""
                public $<$> stream() {
                    return sql.stream(STREAM, $.NONE, $::read);
                }
                """, source.use(STREAM), view.record(), source.use(SQL_BINDER), view.dao());
    }
}
