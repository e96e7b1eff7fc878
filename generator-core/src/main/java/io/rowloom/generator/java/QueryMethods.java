package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import io.rowloom.generator.query.QueryParameter;
import io.rowloom.generator.query.QueryResult;
import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.QueryResult.Scalar;
import io.rowloom.generator.query.QueryResult.Whole;
import io.rowloom.generator.query.QueryRows;
import io.rowloom.model.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Spells the named queries of one class: a constant, a method and where needed a record for each. */
final class QueryMethods {
    private final List<QueryDescriptor> queries;
    private final JavaSource source;

    QueryMethods(List<QueryDescriptor> queries, JavaSource source) {
        this.queries = queries;
        this.source = source;
    }

    /** The simple names of the records that the class will nest. */
    static Set<String> records(List<QueryDescriptor> queries) {
        Set<String> names = new TreeSet<>();
        queries.forEach(query -> query.record().ifPresent(names::add));
        return names;
    }

    void statements() {
        for (QueryDescriptor query : queries) {
            String statement = source.use(SQL_STATEMENT);
            String opening = statement + (query.writes() ? ".write(" : ".read(")
                    + JavaText.literal(query.table().orElse("")) + ", " + JavaText.literal(query.method()) + ',';
            source.blank().add("private static final $ $ =\n        $", statement, query.constant(), opening);
            String text = ConstantText.of(query.sql());
            int length = 12 + opening.length() + 1 + text.length() + 2;
            source.indent().indent().indent().indent();
            source.add(text.indexOf('\n') < 0 && length > JavaSource.WIDTH ? "\n$);\n" : " $);\n", text);
            source.outdent().outdent().outdent().outdent();
        }
    }

    void methods() {
        queries.forEach(this::method);
        for (QueryDescriptor query : queries) {
            if (query.record().isPresent()) {
                source.blank();
                new QueryRecord(query, source).write();
            }
        }
    }

    private void method(QueryDescriptor query) {
        source.blank().javadoc(documentation(query));
        List<String> parameters = new ArrayList<>();
        query.parameters().forEach(parameter -> parameters.add(type(parameter) + ' ' + parameter.javaName()));
        source.column("public " + returned(query) + ' ' + query.method() + '(', parameters, ") {");
        source.indent();
        String open = "return sql."
                + switch (query.rows()) {
                    case MANY -> "list";
                    case ONE -> "getOne";
                    case OPTIONAL -> "findOne";
                    case STREAM -> "stream";
                    case COUNT -> "execute";
                }
                + '(';
        List<String> binds = binds(query);
        List<String> arguments = new ArrayList<>();
        arguments.add(query.constant());
        arguments.add(
                switch (binds.size()) {
                    case 0 -> source.use(SQL_BINDER) + ".NONE";
                    case 1 -> "parameters -> " + binds.get(0);
                    default -> "parameters -> {\n    " + String.join(";\n    ", binds) + ";\n}";
                });
        query.result().ifPresent(result -> arguments.add(reader(query, result)));
        if (binds.size() > 1) {
            source.add("$$);\n", open, String.join(", ", arguments));
        } else {
            source.column(open, arguments, ");");
        }
        source.outdent().add("}\n");
    }

    private List<String> documentation(QueryDescriptor query) {
        List<String> parts = Docs.paragraphs(query.description());
        if (parts.isEmpty()) {
            parts.add("Runs the query " + JavaText.code(query.method()) + '.');
        }
        if (!query.scans().isEmpty()) {
            parts.add("Reads every row of " + JavaText.code(String.join(", ", query.scans())) + '.');
        }
        if (query.rows() == QueryRows.COUNT) {
            parts.add("@return how many rows were changed");
        } else if (query.rows() == QueryRows.STREAM) {
            parts.add("@return the rows as they are asked for; close the stream when done");
        }
        return parts;
    }

    private String type(QueryParameter parameter) {
        if (parameter.list()) {
            return source.use(COLLECTION) + '<' + boxed(parameter.type()) + '>';
        }
        return JavaValues.type(parameter.type(), parameter.nullable(), source);
    }

    private String returned(QueryDescriptor query) {
        if (query.result().isEmpty()) {
            return "int";
        }
        QueryResult result = query.result().get();
        if (query.rows() == QueryRows.ONE && result instanceof Scalar scalar) {
            ResultColumn column = scalar.column();
            return column.nullable()
                    ? source.use(OPTIONAL) + '<' + boxed(column.type()) + '>'
                    : JavaValues.type(column.type(), false, source);
        }
        String row = row(query, result);
        return switch (query.rows()) {
            case MANY -> source.use(LIST) + '<' + row + '>';
            case OPTIONAL -> source.use(OPTIONAL) + '<' + row + '>';
            case STREAM -> source.use(STREAM) + '<' + row + '>';
            default -> row;
        };
    }

    private String row(QueryDescriptor query, QueryResult result) {
        if (result instanceof Whole whole) {
            return source.use(source.ownType(whole.table().recordName()));
        }
        if (result instanceof Scalar scalar) {
            return scalar.column().nullable()
                    ? JavaValues.type(scalar.column().type(), true, source)
                    : boxed(scalar.column().type());
        }
        return query.record().orElseThrow();
    }

    private String boxed(ColumnType type) {
        return source.use(JavaValues.type(type, source).box());
    }

    private List<String> binds(QueryDescriptor query) {
        List<String> binds = new ArrayList<>();
        for (QueryParameter parameter : query.parameters()) {
            int index = binds.size() + 1;
            binds.add(
                    parameter.list()
                            ? "parameters.text(" + index + ", " + QueryLists.json(parameter, source) + ')'
                            : SqlCode.bind(
                                    index, parameter.javaName(), parameter.type(), parameter.nullable(), source));
        }
        return binds;
    }

    private String reader(QueryDescriptor query, QueryResult result) {
        if (result instanceof Scalar scalar) {
            ResultColumn column = scalar.column();
            String value = SqlCode.read("row", 1, column.type(), column.nullable(), source);
            boolean wrapped = query.rows() == QueryRows.ONE && column.nullable();
            return "row -> " + (wrapped ? source.use(OPTIONAL) + ".ofNullable(" + value + ')' : value);
        }
        String reader = result instanceof Whole whole
                ? QueryRecord.dao(whole.table(), source)
                : query.record().orElseThrow();
        return reader + "::read";
    }
}
