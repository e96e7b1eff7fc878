package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.COLLECTION;
import static io.rowloom.generator.java.JavaTypes.SQL_EXCEPTION;
import static io.rowloom.generator.java.JavaTypes.SQL_LISTS;
import static io.rowloom.generator.java.JavaTypes.SQL_PARAMETERS;
import static io.rowloom.generator.java.JavaTypes.SQL_STATEMENT;
import static io.rowloom.generator.java.JavaTypes.SQL_TABLE;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What the methods of one DAO are spelled with: the file, and the forms that they share. */
final class DaoCode {
    private final TableDescriptor table;
    private final JavaSource source;

    DaoCode(TableDescriptor table, JavaSource source) {
        this.table = table;
        this.source = source;
    }

    TableDescriptor table() {
        return table;
    }

    JavaSource source() {
        return source;
    }

    /** The constant that names the table and its columns; other DAOs of the package join it. */
    void table(String constant) {
        List<String> names = new ArrayList<>();
        names.add(JavaText.literal(table.name()));
        names.addAll(names(table.columns()));
        String type = source.use(SQL_TABLE);
        source.blank();
        source.list("static final " + type + ' ' + constant + " = " + type + ".of(", names, ");");
    }

    /** A constant that is made by a call and others on its result, in one line or each of them in its own. */
    void constant(String type, String name, String first, List<String> calls) {
        String open = "private static final " + type + ' ' + name + " = ";
        String line = open + first + String.join("", calls) + ';';
        source.blank();
        if (4 + line.length() <= JavaSource.WIDTH) {
            source.add("$\n", line);
            return;
        }
        boolean fits = 4 + open.length() + first.length() <= JavaSource.WIDTH;
        source.add(fits ? "$$" : "$\n        $", fits ? open : open.stripTrailing(), first);
        calls.forEach(call -> source.add("\n        $", call));
        source.add(";\n");
    }

    /** SQL names as string literals with commas between them. */
    static String literals(List<ColumnDescriptor> columns) {
        return String.join(", ", names(columns));
    }

    private static List<String> names(List<ColumnDescriptor> columns) {
        return columns.stream().map(column -> JavaText.literal(column.name())).toList();
    }

    /** A private method that binds components of the record {@code type}. */
    void binder(String method, String type, List<String> binds) {
        source.blank();
        String parameters = source.use(SQL_PARAMETERS);
        source.column(
                "private static void " + method + '(',
                List.of(parameters + " parameters", type + " row"),
                ") throws " + source.use(SQL_EXCEPTION) + " {");
        source.indent();
        binds.forEach(bind -> source.add("$;\n", bind));
        close();
    }

    /** The constant of a method's statement. */
    void statement(DaoMethod method) {
        String type = source.use(SQL_STATEMENT);
        String open = "private static final " + type + ' ' + method.constant() + " =";
        String call = type + (method.kind().writes() ? ".write(" : ".read(") + JavaText.literal(table.name()) + ", "
                + JavaText.literal(method.name()) + ", ";
        String block = JavaText.block(method.sql());
        int firstLine = 4 + open.length() + 1 + call.length() + (block.indexOf('\n') < 0 ? block.length() + 2 : 3);
        source.blank()
                .add(firstLine <= JavaSource.WIDTH ? "$ " : "$\n        ", open)
                .add("$", call);
        source.indent().indent().add("$);\n", block).outdent().outdent();
    }

    /** Javadoc: what the method does, the SQL that it runs with the index behind it, and {@code tags}. */
    void javadoc(DaoMethod method, String sentence, String... tags) {
        List<String> parts = new ArrayList<>();
        parts.add(sentence);
        String access = method.access().isEmpty() ? "." : ", " + JavaText.javadoc(method.access()) + '.';
        parts.add("Runs " + JavaText.code(method.brief()) + access);
        parts.addAll(List.of(tags));
        source.blank().javadoc(parts);
    }

    /** Opens a public method. */
    void open(DaoMethod method, String returns) {
        List<String> parameters =
                method.parameters().stream().map(this::parameter).toList();
        source.column("public " + returns + ' ' + method.name() + '(', parameters, ") {")
                .indent();
    }

    /** Opens a public method that takes many primary keys, which it has as {@code json} then. */
    void openByKeys(DaoMethod method, String returns) {
        List<ColumnDescriptor> key = table.rows().key();
        String keys = method.parameters().get(0).name();
        String type = key.size() > 1
                ? "Key"
                : source.use(JavaValues.type(key.get(0).type(), source).box());
        source.add("public $ $($<$> $) {\n", returns, method.name(), source.use(COLLECTION), type, keys)
                .indent();
        List<String> binds = new ArrayList<>();
        for (ColumnDescriptor column : key) {
            String value = key.size() > 1 ? "key." + column.javaName() + "()" : "key";
            binds.add(bind(binds.size() + 1, value, column, false));
        }
        source.add("String json = $.keys($, (parameters, key) -> ", source.use(SQL_LISTS), keys);
        if (binds.size() == 1) {
            source.add("$);\n", binds.get(0));
        } else {
            source.add("{\n").indent();
            binds.forEach(bind -> source.add("$;\n", bind));
            source.outdent().add("});\n");
        }
    }

    /** A parameter as it is declared. */
    String parameter(DaoMethod.Parameter parameter) {
        if (parameter.column().isPresent()) {
            ColumnType type = parameter.column().get().type();
            return JavaValues.type(type, parameter.nullable(), source) + ' ' + parameter.name();
        }
        String type = parameter.type().equals("PageRequest") ? source.use(JavaTypes.PAGE_REQUEST) : parameter.type();
        String patch = "Consumer<" + table.rows().patch() + '>';
        return (type.equals(patch) ? type.replace("Consumer", source.use(JavaTypes.CONSUMER)) : type)
                + ' '
                + parameter.name();
    }

    void close() {
        source.outdent().add("}\n");
    }

    /** A call whose second argument binds parameters; {@code rest} closes it. */
    void call(String open, List<String> binds, String rest) {
        if (binds.size() == 1) {
            int length =
                    8 + open.length() + "parameters -> ".length() + binds.get(0).length() + rest.indexOf('\n');
            String gap = length > JavaSource.WIDTH ? "\n        " : " ";
            source.add("$$parameters -> $$", open.stripTrailing(), gap, binds.get(0), rest);
            return;
        }
        source.add("$parameters -> {\n", open);
        source.indent();
        binds.forEach(bind -> source.add("$;\n", bind));
        source.outdent().add("}$", rest);
    }

    /** Binds components of the record {@code from}. */
    List<String> binds(List<ColumnDescriptor> columns, String from, boolean insert) {
        List<String> binds = new ArrayList<>();
        for (ColumnDescriptor column : columns) {
            boolean nullable = insert ? column.isNullableInInsert() : column.nullable();
            binds.add(bind(binds.size() + 1, from + '.' + column.javaName() + "()", column, nullable));
        }
        return binds;
    }

    String bind(int index, String value, ColumnDescriptor column, boolean nullable) {
        return hasCodec(column)
                ? "parameters.text(" + index + ", write" + column.methodSuffix() + '(' + value + "))"
                : SqlCode.bind(index, value, column.type(), nullable, source);
    }

    String read(String row, int index, ColumnDescriptor column) {
        return hasCodec(column)
                ? row + (column.nullable() ? ".decodedOrNull(" : ".decoded(") + index + ", " + table.dao() + "::read"
                        + column.methodSuffix() + ')'
                : SqlCode.read(row, index, column.type(), column.nullable(), source);
    }

    /** Whether the DAO has a method each to write and to read it: JSON that is no record, which does both itself. */
    static boolean hasCodec(ColumnDescriptor column) {
        return column.type() instanceof ColumnType.Json json && !(json.value() instanceof JsonValue.Shape);
    }
}
