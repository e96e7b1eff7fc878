package io.rowloom.generator.java;

import static io.rowloom.generator.java.JavaTypes.LIST;
import static io.rowloom.generator.java.JavaTypes.OPTIONAL;
import static io.rowloom.generator.java.JavaTypes.PAGE;
import static io.rowloom.generator.java.JavaTypes.SQL_BINDER;
import static io.rowloom.generator.java.JavaTypes.SQL_FINDER;
import static io.rowloom.generator.java.JavaTypes.SQL_ORDER;
import static io.rowloom.generator.java.JavaTypes.STREAM;

import com.squareup.javapoet.ClassName;
import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Finder;
import io.rowloom.generator.dao.Lookup;
import io.rowloom.generator.dao.RowOrder;
import io.rowloom.model.ColumnType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Spells the methods that find rows by an index or go through them in its order. */
final class FinderWriter {
    private final DaoCode code;
    private final JavaSource source;
    private final Map<List<String>, String> binderNames = new HashMap<>();
    private final Set<String> binders = new HashSet<>();

    FinderWriter(DaoCode code) {
        this.code = code;
        this.source = code.source();
    }

    /** The constant of a finder. */
    void constant(Finder finder) {
        List<String> arguments = new ArrayList<>();
        arguments.add(JavaText.literal(finder.methods()));
        arguments.add(JavaText.literal(finder.where()));
        finder.order().ifPresent(order -> arguments.addAll(orders(order.columns())));
        String open = "private static final " + source.use(SQL_FINDER) + ' ' + finder.constant() + " =";
        String line = open + " TABLE.finder(" + String.join(", ", arguments) + ");";
        source.blank();
        if (4 + line.length() <= JavaSource.WIDTH) {
            source.add("$\n", line);
        } else {
            source.add("$\n", open).indent().indent();
            source.list("TABLE.finder(", arguments, ");").outdent().outdent();
        }
    }

    /** {@code SqlOrder.by("created_at").descending()}. */
    List<String> orders(List<RowOrder.Column> columns) {
        return columns.stream()
                .map(column -> source.use(SQL_ORDER) + ".by(" + JavaText.literal(column.name()) + ')'
                        + (column.descending() ? ".descending()" : "")
                        + (column.nullable() ? ".nullable()" : ""))
                .toList();
    }

    /** The methods that bind the values of finders, one for all finders of the same columns. */
    void binders(List<Finder> finders) {
        Set<String> names = new HashSet<>();
        for (Finder finder : finders) {
            if (finder.lookup().isPresent() && names.add(signature(binderName(finder), finder))) {
                binder(finder);
            }
        }
    }

    private void binder(Finder finder) {
        List<String> parameters = new ArrayList<>();
        List<String> binds = new ArrayList<>();
        for (DaoMethod.Parameter parameter : finder.parameters()) {
            ColumnDescriptor column = parameter.column().orElseThrow();
            parameters.add(code.parameter(parameter));
            // Equal decimals of another scale are other texts.
            String value = column.type() instanceof ColumnType.Decimal
                    ? JavaValues.kept(parameter.name(), column.type(), parameter.nullable(), source)
                    : parameter.name();
            binds.add(code.bind(binds.size() + 1, value, column, parameter.nullable()));
        }
        source.blank()
                .column("private static " + source.use(SQL_BINDER) + ' ' + binderName(finder) + '(', parameters, ") {")
                .indent();
        code.call("return ", binds, ";\n");
        code.close();
    }

    /** One for all finders of the same columns, whatever their order; unlike any other, and unlike the name of a query. */
    private String binderName(Finder finder) {
        Lookup lookup = finder.lookup().orElseThrow();
        return binderNames.computeIfAbsent(ColumnDescriptor.names(lookup.columns()), columns -> {
            String name = "where" + lookup.suffix();
            while (isQuery(name) || !binders.add(signature(name, finder))) {
                name += '_';
            }
            return name;
        });
    }

    private static String signature(String name, Finder finder) {
        return name
                + finder.parameters().stream().map(DaoMethod.Parameter::type).toList();
    }

    private boolean isQuery(String name) {
        return code.table().queries().stream().anyMatch(query -> query.method().equals(name));
    }

    void find(DaoMethod method) {
        code.javadoc(method, "The row with " + those(method) + ", if there is one.");
        body(method, rows(OPTIONAL), "find", read(), ";");
    }

    void findAll(DaoMethod method) {
        code.javadoc(
                method, "The rows that have one of the keys, in no promised order; a key without a row gives none.");
        code.openByKeys(method, rows(LIST));
        source.column(
                "return sql.list(",
                List.of(
                        method.constant(),
                        "parameters -> parameters.text(1, json)",
                        code.table().dao() + "::read"),
                ");");
        code.close();
    }

    void exists(DaoMethod method) {
        code.javadoc(method, "Whether there is a row with " + those(method) + '.');
        body(method, "boolean", "exists", List.of(), ";");
    }

    void deleteOne(DaoMethod method) {
        code.javadoc(method, "Deletes the row with " + those(method) + '.', "@return whether there was one");
        body(method, "boolean", "delete", List.of(), " > 0;");
    }

    void list(DaoMethod method) {
        code.javadoc(method, "The rows with " + those(method) + order(method) + '.');
        body(method, rows(LIST), "list", read(), ";");
    }

    void first(DaoMethod method) {
        code.javadoc(
                method,
                "The first rows" + order(method) + '.',
                "@param limit how many at most",
                "@throws IllegalArgumentException when it is negative");
        code.open(method, rows(LIST));
        source.add(
                "return $.first(sql, limit, $::read);\n",
                method.constant(),
                code.table().dao());
        code.close();
    }

    void page(DaoMethod method) {
        String rows = method.lookup().isPresent() ? "the rows with " + those(method) : "all rows";
        code.javadoc(
                method,
                "A page of " + rows + order(method) + '.',
                "@param page which one; those behind the first add a range of the index to the condition");
        body(method, rows(PAGE), "page", List.of("page", code.table().dao() + "::read"), ";");
    }

    void stream(DaoMethod method) {
        boolean some = method.lookup().isPresent();
        String rows = some ? "The rows with " + those(method) : "Every row";
        String asked = some ? ", as they are asked for" : ", as it is asked for";
        code.javadoc(method, rows + order(method) + asked + "; close the stream when done.");
        body(method, rows(STREAM), "stream", read(), ";");
    }

    void count(DaoMethod method) {
        code.javadoc(method, "How many rows have " + those(method) + '.');
        body(method, "long", "count", List.of(), ";");
    }

    void delete(DaoMethod method) {
        code.javadoc(method, "Deletes the rows with " + those(method) + '.', "@return how many there were");
        body(method, "int", "delete", List.of(), ";");
    }

    void countTable(DaoMethod method) {
        code.javadoc(method, "How many rows there are.");
        source.add("""
                public long count() {
                    return TABLE.count(sql);
                }
                """);
    }

    void streamTable(DaoMethod method) {
        code.javadoc(method, "Every row as it is asked for, in no promised order; close the stream when done.");
        source.add("""
                public $<$> stream() {
                    return TABLE.stream(sql, $::read);
                }
                """, source.use(STREAM), code.table().record(), code.table().dao());
    }

    /** {@code return BY_ID.find(sql, whereId(id), BookDao::read);}. */
    private void body(DaoMethod method, String returns, String verb, List<String> rest, String close) {
        Finder finder = method.finder().orElseThrow();
        List<String> arguments = new ArrayList<>(List.of("sql", binding(finder)));
        arguments.addAll(rest);
        code.open(method, returns);
        source.column("return " + finder.constant() + '.' + verb + '(', arguments, ')' + close);
        code.close();
    }

    private String rows(ClassName type) {
        return source.use(type) + '<' + code.table().record() + '>';
    }

    /** {@code whereId(id)}. */
    String binding(Finder finder) {
        return finder.parameters().isEmpty()
                ? source.use(SQL_BINDER) + ".NONE"
                : binderName(finder)
                        + finder.parameters().stream()
                                .map(DaoMethod.Parameter::name)
                                .collect(Collectors.joining(", ", "(", ")"));
    }

    private List<String> read() {
        return List.of(code.table().dao() + "::read");
    }

    static String those(DaoMethod method) {
        return method.finder().orElseThrow().parameters().stream()
                .map(parameter -> JavaText.code(parameter.column().orElseThrow().name()))
                .collect(Collectors.joining(" and ", "that ", ""));
    }

    /** {@code , in the order of `created_at`}; nothing where there is none. */
    static String order(DaoMethod method) {
        Optional<RowOrder> order = method.finder().orElseThrow().order();
        return order.map(rows -> rows.columns().stream()
                        .map(column -> JavaText.code(column.name()) + (column.descending() ? " descending" : ""))
                        .collect(Collectors.joining(", ", ", in the order of ", "")))
                .orElse("");
    }
}
