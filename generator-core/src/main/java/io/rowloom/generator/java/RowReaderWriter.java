package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.SQL_EXCEPTION;
import static io.rowloom.generator.java.JavaTypes.SQL_ROW;
import static io.rowloom.generator.java.JavaTypes.STRING;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.model.ColumnType;
import io.rowloom.model.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** Spells how a DAO reads a row, and what it reads and writes JSON with that is no record. */
final class RowReaderWriter {
    private final DaoCode code;
    private final JavaSource source;

    RowReaderWriter(DaoCode code) {
        this.code = code;
        this.source = code.source();
    }

    /** The same of a view, whose rows nobody writes. */
    void readOnly() {
        read("view");
        for (ColumnDescriptor column : code.table().columns()) {
            if (DaoCode.hasCodec(column)) {
                source.blank();
                readCodec(column);
            }
        }
    }

    void write() {
        read("table");
        for (ColumnDescriptor column : code.table().columns()) {
            if (DaoCode.hasCodec(column)) {
                codec(column);
            }
        }
    }

    private void read(String kind) {
        String record = code.table().record();
        List<String> arguments = new ArrayList<>();
        for (ColumnDescriptor column : code.table().columns()) {
            arguments.add(code.read("row", arguments.size() + 1, column));
        }
        source.blank()
                .javadoc(
                        "Reads a row, also of SQL of your own whose first columns are those of the " + kind
                                + ", in their order.",
                        "@throws " + source.use(SQL_EXCEPTION) + " when a value does not fit its column")
                .add("public static $ read($ row) throws $ {\n", record, source.use(SQL_ROW), source.use(SQL_EXCEPTION))
                .indent()
                .column("return new " + record + '(', arguments, ");")
                .outdent()
                .add("}\n");
    }

    private void codec(ColumnDescriptor column) {
        JsonValue value = ((ColumnType.Json) column.type()).value();
        boolean nullable = column.nullable() || column.isNullableInInsert();
        String written = JsonCode.write("value", value, source);
        source.blank()
                .add(
                        """
                        static $ write$($ value) {
                            $
                        }

                        """,
                        nullable ? source.nullable(STRING) : "String",
                        column.methodSuffix(),
                        JavaValues.type(column.type(), nullable, source),
                        returned(written, nullable));
        readCodec(column);
    }

    private void readCodec(ColumnDescriptor column) {
        JsonValue value = ((ColumnType.Json) column.type()).value();
        source.add(
                """
                private static $ read$(String json) {
                    return $;
                }
                """,
                JavaValues.type(column.type(), false, source),
                column.methodSuffix(),
                JsonCode.readText("json", value, source));
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
}
