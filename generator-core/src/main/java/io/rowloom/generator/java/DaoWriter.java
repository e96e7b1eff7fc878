package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import com.squareup.javapoet.NameAllocator;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spells the DAO of a table. */
final class DaoWriter {
    private final TableDescriptor table;
    private final JavaSource source;
    private final QueryMethods queries;
    private final DaoSql sql;
    private final String record;
    private final List<ColumnDescriptor> key;
    private final List<String> keyNames;
    private final String by;

    private DaoWriter(TableDescriptor table) {
        this.table = table;
        this.source = new JavaSource(table.scope(), QueryMethods.records(table.queries()));
        this.queries = new QueryMethods(table.queries(), source);
        this.sql = new DaoSql(table);
        this.record = table.record();
        this.key = table.key();
        this.keyNames = new ArrayList<>();
        NameAllocator names = new NameAllocator();
        names.newName("sql", "sql");
        names.newName("parameters", "parameters");
        names.newName("row", "row");
        for (ColumnDescriptor column : key) {
            keyNames.add(names.newName(column.javaName(), column));
        }
        this.by = table.keySuffix();
    }

    static String write(TableDescriptor table) {
        return new DaoWriter(table).write();
    }

    private String write() {
        source.javadoc("Reads and writes rows of the table " + JavaText.code(table.name()) + '.');
        source.add("@$($)\n", source.use(GENERATED), "\"io.rowloom\"");
        source.add("public final class $ {\n", table.dao()).indent();
        statements();
        source.blank()
                .add("private final $ sql;\n", source.use(SQL_SESSION))
                .blank()
                .javadoc("Works in {@code session}: a database, or one transaction.")
                .add("""
                        public $($ session) {
                            this.sql = session;
                        }
                        """, table.dao(), source.use(SQL_SESSION));
        insert();
        insertAll();
        if (!key.isEmpty()) {
            find();
            exists();
            if (!table.updated().isEmpty()) {
                update();
            }
            delete();
        }
        count();
        list();
        stream();
        queries.methods();
        read();
        codecs();
        source.outdent().add("}\n");
        return source.text();
    }

    private void statements() {
        statement("INSERT", "write", "insert", sql.insert());
        if (!key.isEmpty()) {
            statement("FIND_BY_KEY", "read", "findBy" + by, sql.findByKey());
            statement("EXISTS_BY_KEY", "read", "existsBy" + by, sql.existsByKey());
            if (!table.updated().isEmpty()) {
                statement("UPDATE", "write", "update", sql.update());
            }
            statement("DELETE_BY_KEY", "write", "deleteBy" + by, sql.deleteByKey());
        }
        statement("COUNT", "read", "count", sql.count());
        statement("LIST", "read", "list", sql.list());
        statement("STREAM", "read", "stream", sql.select());
        queries.statements();
    }

    private void statement(String constant, String kind, String operation, String text) {
        String type = source.use(SQL_STATEMENT);
        String open = "private static final " + type + ' ' + constant + " =";
        String call =
                type + '.' + kind + '(' + JavaText.literal(table.name()) + ", " + JavaText.literal(operation) + ", ";
        String block = JavaText.block(text);
        int firstLine = 4 + open.length() + 1 + call.length() + (block.indexOf('\n') < 0 ? block.length() + 2 : 3);
        source.blank()
                .add(firstLine <= JavaSource.WIDTH ? "$ " : "$\n        ", open)
                .add("$", call);
        source.indent().indent().add("$);\n", block).outdent().outdent();
    }

    private void insert() {
        List<ColumnDescriptor> computed = table.computed();
        source.blank()
                .javadoc(
                        "Inserts a row.",
                        "Runs " + runs("INSERT INTO " + sql.name() + " (...) VALUES (...)") + '.',
                        "@return the row as stored");
        source.add("public $ insert($ values) {\n", record, table.newRecord()).indent();
        List<String> arguments = new ArrayList<>();
        for (ColumnDescriptor column : table.columns()) {
            int index = computed.indexOf(column) + 1;
            arguments.add(index == 0 ? "values." + column.javaName() + "()" : read("row", index, column));
        }
        List<String> binds = binds(table.inserted(), "values", true);
        if (computed.isEmpty()) {
            call("sql.execute(INSERT, ", binds, ");\n");
            source.column("return new " + record + '(', arguments, ");");
        } else {
            call("return sql.getOne(INSERT, ", binds, ", row -> new " + record + "(\n");
            source.add("        $));\n", String.join(",\n        ", arguments));
        }
        source.outdent().add("}\n");
    }

    private void insertAll() {
        source.blank()
                .javadoc(
                        "Inserts rows in one transaction, all of them or none.",
                        "@return the rows as stored, in the same order");
        source.add(
                """
                public $<$> insertAll(Iterable<$> values) {
                    return sql.transaction(transaction -> {
                        $ dao = new $(transaction);
                        $<$> rows = new $<>();
                        for ($ each : values) {
                            rows.add(dao.insert(each));
                        }
                        return $.copyOf(rows);
                    });
                }
                """,
                source.use(LIST),
                record,
                table.newRecord(),
                table.dao(),
                table.dao(),
                source.use(LIST),
                record,
                source.use(ARRAY_LIST),
                table.newRecord(),
                source.use(LIST));
    }

    private void find() {
        source.blank()
                .javadoc(
                        "The row with that primary key, if there is one.",
                        "Runs " + runs("SELECT ... FROM " + sql.name() + " AS t " + sql.whereKey())
                                + ", a search by the primary key.");
        keyed(source.use(OPTIONAL) + '<' + record + "> findBy");
        call("return sql.findOne(FIND_BY_KEY, ", keyBinds(), ", " + table.dao() + "::read);\n");
        source.outdent().add("}\n");
    }

    private void exists() {
        source.blank()
                .javadoc(
                        "Whether there is a row with that primary key.",
                        "Runs "
                                + runs("SELECT EXISTS (SELECT 1 FROM " + sql.name() + " AS t " + sql.whereKey() + ")")
                                + ", a search by the primary key.");
        keyed("boolean existsBy");
        call("return sql.getOne(EXISTS_BY_KEY, ", keyBinds(), ", row -> row.bool(1));\n");
        source.outdent().add("}\n");
    }

    private void update() {
        ColumnDescriptor version = table.version().orElse(null);
        List<ColumnDescriptor> generated = table.generated();
        List<ColumnDescriptor> moments =
                table.updated().stream().filter(ColumnDescriptor::autoUpdate).toList();
        boolean changes = version != null || !moments.isEmpty();
        String stored = changes ? "changed" : "row";

        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("Writes every column of the row but its key.");
        paragraphs.add("Runs "
                + runs("UPDATE " + sql.name() + " AS t SET ... " + sql.whereKey()
                        + (version == null ? "" : " AND t." + SqliteNames.quote(version.name()) + " = ?"))
                + ", a search by the primary key.");
        paragraphs.add("@return the row as stored");
        paragraphs.add(
                version == null
                        ? "@throws " + source.use(SQL_MISSING_ROW) + " when there is no such row"
                        : "@throws " + source.use(SQL_STALE_VERSION)
                                + " when the row was changed or removed since it was read");
        source.blank().javadoc(paragraphs);
        source.add("public $ update($ row) {\n", record, record).indent();
        if (changes) {
            changed(version, moments);
        }
        List<String> binds = binds(table.updated(), stored, false);
        int index = binds.size();
        for (ColumnDescriptor column : key) {
            binds.add(SqlCode.bind(++index, "row." + column.javaName() + "()", column.type(), false, source));
        }
        if (version != null) {
            binds.add(SqlCode.bind(++index, "row." + version.javaName() + "()", version.type(), false, source));
        }
        if (generated.isEmpty()) {
            call("int count = sql.execute(UPDATE, ", binds, ");\n");
            source.add("if (count == 0) {\n").indent();
            failure("throw ", version, ";");
            source.outdent().add("}\nreturn $;\n", stored);
        } else {
            StringBuilder result = new StringBuilder(stored);
            for (int i = 0; i < generated.size(); i++) {
                ColumnDescriptor column = generated.get(i);
                result.append(".with")
                        .append(column.methodSuffix())
                        .append('(')
                        .append(read("result", i + 1, column))
                        .append(')');
            }
            call("return sql.findOne(UPDATE, ", binds, ", result -> " + result + ")\n");
            source.indent().indent();
            failure(".orElseThrow(() -> ", version, ");");
            source.outdent().outdent();
        }
        source.outdent().add("}\n");
    }

    private void changed(@Nullable ColumnDescriptor version, List<ColumnDescriptor> moments) {
        StringBuilder withers = new StringBuilder();
        if (version != null) {
            withers.append(".with" + version.methodSuffix() + "(row." + version.javaName() + "() + 1)");
        }
        String moment = source.use(INSTANT) + ".now()";
        if (moments.size() > 1) {
            source.add("$ now = $;\n", source.use(INSTANT), moment);
            moment = "now";
        }
        for (ColumnDescriptor column : moments) {
            withers.append(
                    ".with" + column.methodSuffix() + '(' + DefaultCode.now(column.type(), moment, source) + ')');
        }
        source.add("$ changed = row$;\n", record, withers);
    }

    /** The exception of an update that found no row, from {@code open} to {@code close}. */
    private void failure(String open, @Nullable ColumnDescriptor version, String close) {
        List<String> parts = new ArrayList<>();
        for (ColumnDescriptor column : key) {
            String label = (parts.isEmpty() ? "" : ", ") + column.name() + " = ";
            parts.add(JavaText.literal(label) + " + row." + column.javaName() + "()");
        }
        // A line for each column of a long key; 24 is how deep the argument stands.
        String description = String.join(" + ", parts);
        if (24 + description.length() + 2 > JavaSource.WIDTH) {
            description = String.join("\n                + ", parts);
        }
        List<String> arguments = new ArrayList<>(List.of("UPDATE", description));
        if (version != null) {
            arguments.add("row." + version.javaName() + "()");
        }
        String type = source.use(version == null ? SQL_MISSING_ROW : SQL_STALE_VERSION);
        source.column(open + "new " + type + '(', arguments, ')' + close);
    }

    private void delete() {
        source.blank()
                .javadoc(
                        "Deletes the row with that primary key.",
                        "Runs " + runs("DELETE FROM " + sql.name() + " AS t " + sql.whereKey())
                                + ", a search by the primary key.",
                        "@return whether there was one");
        keyed("boolean deleteBy");
        call("return sql.execute(DELETE_BY_KEY, ", keyBinds(), ") > 0;\n");
        source.outdent().add("}\n");
    }

    private void count() {
        source.blank()
                .javadoc("How many rows there are.", "Runs " + runs(sql.count()) + ", which goes through all of them.")
                .add("""
                        public long count() {
                            return sql.getOne(COUNT, $.NONE, row -> row.bigint(1));
                        }
                        """, source.use(SQL_BINDER));
    }

    private void list() {
        String order = key.isEmpty() ? "" : "ORDER BY " + sql.order() + ' ';
        source.blank()
                .javadoc(
                        key.isEmpty()
                                ? "Some rows, in no promised order."
                                : "The first rows, ordered by the primary key.",
                        "Runs " + runs("SELECT ... FROM " + sql.name() + " AS t " + order + "LIMIT ?") + '.',
                        "@param limit how many at most",
                        "@throws IllegalArgumentException when it is negative")
                .add("""
                        public $<$> list(int limit) {
                            if (limit < 0) {
                                throw new IllegalArgumentException("a limit of " + limit);
                            }
                            return sql.list(LIST, parameters -> parameters.integer(1, limit), $::read);
                        }
                        """, source.use(LIST), record, table.dao());
    }

    private void stream() {
        source.blank()
                .javadoc(
                        "Every row as it is asked for, in no promised order; close the stream when done.",
                        "Runs " + runs("SELECT ... FROM " + sql.name() + " AS t") + '.')
                .add("""
                        public $<$> stream() {
                            return sql.stream(STREAM, $.NONE, $::read);
                        }
                        """, source.use(STREAM), record, source.use(SQL_BINDER), table.dao());
    }

    private void read() {
        List<String> arguments = new ArrayList<>();
        int index = 0;
        for (ColumnDescriptor column : table.columns()) {
            arguments.add(read("row", ++index, column));
        }
        source.blank()
                .javadoc(
                        "Reads a row, also of SQL of your own whose first columns are those of the table, in their order.",
                        "@throws " + source.use(SQL_EXCEPTION) + " when a value does not fit its column")
                .add("public static $ read($ row) throws $ {\n", record, source.use(SQL_ROW), source.use(SQL_EXCEPTION))
                .indent()
                .column("return new " + record + '(', arguments, ");")
                .outdent()
                .add("}\n");
    }

    /** A call whose second argument binds parameters; {@code rest} closes it. */
    private void call(String open, List<String> binds, String rest) {
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

    private List<String> binds(List<ColumnDescriptor> columns, String from, boolean insert) {
        List<String> binds = new ArrayList<>();
        for (ColumnDescriptor column : columns) {
            boolean nullable = insert ? column.isNullableInInsert() : column.nullable();
            binds.add(bind(binds.size() + 1, from + '.' + column.javaName() + "()", column, nullable));
        }
        return binds;
    }

    private String bind(int index, String value, ColumnDescriptor column, boolean nullable) {
        return hasCodec(column)
                ? "parameters.text(" + index + ", write" + column.methodSuffix() + '(' + value + "))"
                : SqlCode.bind(index, value, column.type(), nullable, source);
    }

    private String read(String row, int index, ColumnDescriptor column) {
        return hasCodec(column)
                ? row + (column.nullable() ? ".decodedOrNull(" : ".decoded(") + index + ", " + table.dao() + "::read"
                        + column.methodSuffix() + ')'
                : SqlCode.read(row, index, column.type(), column.nullable(), source);
    }

    /** Whether the DAO has a method each to write and to read it: JSON that is no record, which does both itself. */
    private static boolean hasCodec(ColumnDescriptor column) {
        return column.type() instanceof ColumnType.Json json && !(json.value() instanceof JsonValue.Shape);
    }

    private void codecs() {
        for (ColumnDescriptor column : table.columns()) {
            if (hasCodec(column)) {
                JsonValue value = ((ColumnType.Json) column.type()).value();
                boolean nullable = column.nullable() || column.isNullableInInsert();
                String written = JsonCode.write("value", value, source);
                source.blank()
                        .add(
                                """
                                private static $ write$($ value) {
                                    $
                                }

                                private static $ read$(String json) {
                                    return $;
                                }
                                """,
                                nullable ? source.nullable(STRING) : "String",
                                column.methodSuffix(),
                                JavaValues.type(column.type(), nullable, source),
                                returned(written, nullable),
                                JavaValues.type(column.type(), false, source),
                                column.methodSuffix(),
                                JsonCode.readText("json", value, source));
            }
        }
    }

    /** A statement that gives the JSON of {@code value}, in more lines where one would be too wide. */
    private static String returned(String written, boolean nullable) {
        String line = "return " + (nullable ? "value == null ? null : " : "") + written + ';';
        if (8 + line.length() <= JavaSource.WIDTH) {
            return line;
        }
        String margin = "            ";
        String open = nullable ? "return value == null\n" + margin + "? null\n" + margin + ": " : "return ";
        boolean fits = 4 + margin.length() + 3 + written.length() <= JavaSource.WIDTH;
        String deeper = '\n' + margin + (nullable ? "        " : "");
        return open + (fits ? written : written.replaceFirst("[(]value, ", "(" + deeper + "value," + deeper)) + ';';
    }

    private List<String> keyBinds() {
        List<String> binds = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            binds.add(SqlCode.bind(i + 1, keyNames.get(i), key.get(i).type(), false, source));
        }
        return binds;
    }

    /** Opens a method whose parameters are the primary key. */
    private void keyed(String method) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < key.size(); i++) {
            parameters.add(JavaValues.type(key.get(i).type(), false, source) + ' ' + keyNames.get(i));
        }
        source.column("public " + method + by + '(', parameters, ") {").indent();
    }

    private static String runs(String statement) {
        return JavaText.code(statement.replace('\n', ' '));
    }
}
