package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.*;

import io.rowloom.generator.query.QueryPage;
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

    /** The simple names of the types that the class will nest. */
    static Set<String> records(List<QueryDescriptor> queries) {
        Set<String> names = new TreeSet<>();
        for (QueryDescriptor query : queries) {
            query.record().ifPresent(names::add);
            query.orders().ifPresent(orders -> names.add(orders.type()));
        }
        return names;
    }

    void statements() {
        for (QueryDescriptor query : queries) {
            if (query.variants().isEmpty() && query.page().isPresent()) {
                source.blank().add("private static final $ $ = ", source.use(JavaTypes.SQL_PAGES), query.constant());
                pages(query, query.sql(), query.page().get(), ";");
            } else if (query.variants().isEmpty()) {
                statement(query);
            } else {
                variants(query);
            }
        }
    }

    private void statement(QueryDescriptor query) {
        String statement = source.use(SQL_STATEMENT);
        String opening = opening(query);
        source.blank().add("private static final $ $ =\n        $", statement, query.constant(), opening);
        String text = ConstantText.of(query.sql());
        int length = 12 + opening.length() + 1 + text.length() + 2;
        source.indent().indent().indent().indent();
        source.add(text.indexOf('\n') < 0 && length > JavaSource.WIDTH ? "\n$);\n" : " $);\n", text);
        source.outdent().outdent().outdent().outdent();
    }

    private String opening(QueryDescriptor query) {
        return source.use(SQL_STATEMENT) + (query.writes() ? ".write(" : ".read(")
                + JavaText.literal(query.table().orElse("")) + ", " + JavaText.literal(query.method()) + ',';
    }

    /** The statements in the order of the numbers that the method computes. */
    private void variants(QueryDescriptor query) {
        source.blank()
                .add(
                        "private static final $<$> $ = $.of(\n",
                        source.use(LIST),
                        source.use(query.page().isPresent() ? JavaTypes.SQL_PAGES : SQL_STATEMENT),
                        query.constant(),
                        source.use(LIST));
        source.indent().indent();
        List<QueryDescriptor.Variant> variants = query.variants();
        for (int i = 0; i < variants.size(); i++) {
            QueryDescriptor.Variant variant = variants.get(i);
            source.add("// $\n", variant.when().isEmpty() ? "with everything" : variant.when());
            String end = i == variants.size() - 1 ? ");" : ",";
            if (variant.page().isPresent()) {
                pages(query, variant.sql(), variant.page().get(), end);
            } else {
                source.add("$ $)$\n", opening(query), ConstantText.of(variant.sql()), end);
            }
        }
        source.outdent().outdent();
    }

    /** The pages of a statement; {@code end} is what follows. */
    private void pages(QueryDescriptor query, String sql, QueryPage page, String end) {
        List<String> arguments = new ArrayList<>();
        arguments.add(String.valueOf(page.width()));
        for (QueryPage.Key key : page.order()) {
            arguments.add(source.use(JavaTypes.SQL_ORDER) + ".by(" + JavaText.literal(key.column()) + ')'
                    + (key.descending() ? ".descending()" : "") + (key.nullable() ? ".nullable()" : ""));
        }
        source.add("$.of(\n", source.use(JavaTypes.SQL_PAGES));
        source.indent().indent();
        source.add("$ $),\n$)$\n", opening(query), ConstantText.of(sql), String.join(", ", arguments), end);
        source.outdent().outdent();
    }

    void methods() {
        queries.forEach(this::method);
        for (QueryDescriptor query : queries) {
            query.orders().ifPresent(orders -> orders(query, orders));
            if (query.record().isPresent()) {
                source.blank();
                new QueryRecord(query, source).write();
            }
        }
    }

    private void orders(QueryDescriptor query, QueryDescriptor.Orders orders) {
        source.blank().javadoc("The orders of {@link #" + query.method() + "}.");
        source.add("public enum $ {\n", orders.type()).indent();
        List<QueryDescriptor.Choice> choices = orders.choices();
        for (int i = 0; i < choices.size(); i++) {
            source.javadoc(JavaText.code(choices.get(i).sql()) + '.');
            source.add("$$\n", choices.get(i).constant(), i == choices.size() - 1 ? "" : ",");
        }
        source.outdent().add("}\n");
    }

    private void method(QueryDescriptor query) {
        source.blank().javadoc(documentation(query));
        List<String> parameters = new ArrayList<>();
        query.parameters().forEach(parameter -> parameters.add(type(parameter) + ' ' + parameter.javaName()));
        query.orders().ifPresent(orders -> parameters.add(orders.at(), orders.type() + ' ' + orders.parameter()));
        if (query.rows() == QueryRows.PAGE) {
            parameters.add(source.use(JavaTypes.PAGE_REQUEST) + " page");
        }
        source.column("public " + returned(query) + ' ' + query.method() + '(', parameters, ") {");
        source.indent();
        String open = "return sql."
                + switch (query.rows()) {
                    case MANY -> "list";
                    case ONE -> "getOne";
                    case OPTIONAL -> "findOne";
                    case STREAM -> "stream";
                    case COUNT -> "execute";
                    case PAGE -> "";
                }
                + '(';
        QueryBinds binds = new QueryBinds(query, source);
        List<String> arguments = new ArrayList<>();
        String statement = query.constant();
        if (!query.variants().isEmpty()) {
            source.add("int variant = $;\n", binds.variant());
            statement += ".get(variant)";
        }
        boolean pages = query.rows() == QueryRows.PAGE;
        if (pages) {
            open = "return " + statement + ".page(";
        }
        arguments.add(pages ? "sql" : statement);
        arguments.add(binds.binder());
        if (pages) {
            arguments.add("page");
        }
        query.result().ifPresent(result -> arguments.add(reader(query, result)));
        if (binds.isLong()) {
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
        List<String> optional = query.parameters().stream()
                .filter(QueryParameter::optional)
                .map(parameter -> JavaText.code(parameter.javaName()))
                .toList();
        if (!optional.isEmpty()) {
            parts.add("Conditions on " + String.join(", ", optional) + " are left out where that is null.");
        }
        parts.addAll(query.scans());
        if (query.rows() == QueryRows.COUNT) {
            parts.add("@return how many rows were changed");
        } else if (query.rows() == QueryRows.STREAM) {
            parts.add("@return the rows as they are asked for; close the stream when done");
        } else if (query.rows() == QueryRows.PAGE) {
            parts.add("@param page which page, {@code Page.first(20)} or the one before or after another");
        }
        return parts;
    }

    private String type(QueryParameter parameter) {
        if (parameter.list()) {
            String collection = source.use(COLLECTION) + '<' + boxed(parameter.type()) + '>';
            return parameter.optional() ? '@' + source.use(JavaTypes.NULLABLE) + ' ' + collection : collection;
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
            case PAGE -> source.use(JavaTypes.PAGE) + '<' + row + '>';
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
