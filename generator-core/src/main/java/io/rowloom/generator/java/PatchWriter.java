package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.CONSUMER;
import static io.rowloom.generator.java.JavaTypes.GENERATED;
import static io.rowloom.generator.java.JavaTypes.INSTANT;
import static io.rowloom.generator.java.JavaTypes.OBJECTS;
import static io.rowloom.generator.java.JavaTypes.SQL_CHANGES;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.PatchMethod;
import io.rowloom.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Spells the patch of a table: a class with methods that say what columns get and what they are expected to hold. */
final class PatchWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final String name;

    private PatchWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), Set.of());
        this.name = table.rows().patch();
    }

    static String write(TableDescriptor table) {
        return new PatchWriter(table).write();
    }

    private String write() {
        source.javadoc(
                "What changes in rows of the table " + JavaText.code(table.name())
                        + ": columns of which nothing is said stay as they are.",
                "A patch that expects something changes only rows that are so.");
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", name).indent();
        source.add("""
                private final $ changes = new $();

                private $() {}

                """, source.use(SQL_CHANGES), source.use(SQL_CHANGES), name);
        of();
        table.rows().patches().forEach(this::method);
        source.outdent().add("}\n");
        return source.text();
    }

    private void of() {
        source.javadoc("What a patch says, and what changes by itself where anything does.");
        source.add("""
                static $ of($<$> patch) {
                    $ said = new $();
                    patch.accept(said);
                """, source.use(SQL_CHANGES), source.use(CONSUMER), name, name, name);
        source.indent();
        List<ColumnDescriptor> columns = table.columns();
        if (columns.stream().anyMatch(column -> column.version() || column.isUpdated() && column.autoUpdate())) {
            source.add("if (!said.changes.isEmpty()) {\n").indent();
            int position = 0;
            for (ColumnDescriptor column : columns) {
                position++;
                if (column.version()) {
                    boolean wide = column.type() == ColumnType.Scalar.BIGINT;
                    source.add("said.changes.add($, $);\n", position, wide ? "1L" : "1");
                } else if (column.isUpdated() && column.autoUpdate()) {
                    String now = DefaultCode.now(column.type(), source.use(INSTANT) + ".now()", source);
                    put("said.changes", position, now, column, false);
                }
            }
            source.outdent().add("}\n");
        }
        source.add("return said.changes;\n").outdent().add("}\n");
    }

    private void method(PatchMethod method) {
        ColumnDescriptor column = method.column();
        String changes = column.javaName().equals("changes") ? "this.changes" : "changes";
        String code = JavaText.code(column.name());
        switch (method.kind()) {
            case SET -> {
                source.blank().javadoc("Sets " + code + about(column));
                open(method, JavaValues.type(column.type(), column.nullable(), source), column.javaName());
                put(changes, method.position(), given(column, column.nullable()), column, column.nullable());
            }
            case INCREMENT -> {
                String none = column.nullable() ? ", in which NULL counts as zero" : "";
                source.blank().javadoc("Adds to " + code + none + "; a number below zero takes away.");
                open(method, JavaValues.type(column.type(), false, source), "by");
                source.add("changes$.add($, by);\n", column.nullable() ? ".orZero()" : "", method.position());
            }
            case EXPECT, EXPECT_UP_TO -> {
                boolean exact = method.kind() == PatchMethod.Kind.EXPECT;
                boolean nullable = exact && column.nullable();
                source.blank()
                        .javadoc("Changes a row only if its " + code + " is that" + (exact ? "." : " or before it."));
                open(method, JavaValues.type(column.type(), nullable, source), column.javaName());
                String expected = changes + (exact ? ".when()" : ".upTo()");
                put(expected, method.position(), given(column, nullable), column, nullable);
            }
        }
        source.add("return this;\n").outdent().add("}\n");
    }

    /** What the model says of a column. */
    private static String about(ColumnDescriptor column) {
        List<String> paragraphs = Docs.paragraphs(column.description());
        return paragraphs.isEmpty() ? "." : ": " + String.join(" ", paragraphs);
    }

    private void open(PatchMethod method, String type, String parameter) {
        source.add("public $ $($ $) {\n", name, method.name(), type, parameter).indent();
    }

    /** The parameter that was given, of which the database could not tell what it should have been. */
    private String given(ColumnDescriptor column, boolean nullable) {
        String given = column.javaName();
        if (column.type() instanceof ColumnType.Decimal decimal) {
            return JavaValues.decimal(given, decimal, nullable, table.name() + '.' + column.name(), source);
        }
        return nullable || JavaValues.isPrimitive(column.type())
                ? given
                : source.use(OBJECTS) + ".requireNonNull(" + given + ", "
                        + JavaText.literal(table.name() + '.' + column.name()) + ')';
    }

    private void put(String to, int position, String value, ColumnDescriptor column, boolean nullable) {
        String bind = DaoCode.hasCodec(column)
                ? "parameters.text(" + position + ", " + table.dao() + ".write" + column.methodSuffix() + '(' + value
                        + "))"
                : SqlCode.bind(position, value, column.type(), nullable, source);
        int open = bind.indexOf('(') + 1;
        int second = bind.indexOf(", ") + 2;
        int third = column.type() instanceof ColumnType.Timestamp ? bind.lastIndexOf(", ") + 2 : bind.length() + 1;
        List<String> arguments =
                new ArrayList<>(List.of(bind.substring(open, second - 2), bind.substring(second, third - 2)));
        if (third < bind.length()) {
            arguments.add(bind.substring(third, bind.length() - 1));
        }
        source.column(to + bind.substring("parameters".length(), open), arguments, ");");
    }
}
