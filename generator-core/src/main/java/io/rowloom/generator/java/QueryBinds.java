package io.rowloom.generator.java;

import io.rowloom.generator.query.QueryParameter;
import java.util.ArrayList;
import java.util.List;

/** Spells how a query's parameters are bound, and which of its statements runs where there are several. */
final class QueryBinds {
    private final QueryDescriptor query;
    private final JavaSource source;

    QueryBinds(QueryDescriptor query, JavaSource source) {
        this.query = query;
        this.source = source;
    }

    /** The binder: a lambda, or the one that binds nothing. */
    String binder() {
        List<String> statements = statements();
        return switch (statements.size()) {
            case 0 -> source.use(JavaTypes.SQL_BINDER) + ".NONE";
            case 1 ->
                statements.get(0).startsWith("if (")
                        ? "parameters -> {\n    " + statements.get(0) + "\n}"
                        : "parameters -> "
                                + statements
                                        .get(0)
                                        .substring(0, statements.get(0).length() - 1);
            default -> "parameters -> {\n    " + String.join("\n    ", statements) + "\n}";
        };
    }

    /** Whether the lambda takes more than one line. */
    boolean isLong() {
        List<String> statements = statements();
        return statements.size() > 1
                || statements.size() == 1 && statements.get(0).startsWith("if (");
    }

    /** What is left out leaves no gap: from the first optional parameter on they are counted. */
    private List<String> statements() {
        List<String> statements = new ArrayList<>();
        int number = 1;
        boolean counted = false;
        List<QueryParameter> parameters = query.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            QueryParameter parameter = parameters.get(i);
            boolean last = i == parameters.size() - 1;
            if (parameter.optional() && !last && !counted) {
                statements.add("int next = " + number + ';');
                counted = true;
            }
            String index = !counted ? String.valueOf(number) : last ? "next" : "next++";
            String bind = bind(parameter, index) + ';';
            statements.add(
                    parameter.optional()
                            ? "if (" + parameter.javaName() + " != null) {\n        " + bind + "\n    }"
                            : bind);
            number++;
        }
        return statements;
    }

    private String bind(QueryParameter parameter, String index) {
        return parameter.list()
                ? "parameters.text(" + index + ", " + QueryLists.json(parameter, source) + ')'
                : SqlCode.bind(
                        index,
                        parameter.javaName(),
                        parameter.type(),
                        parameter.nullable() && !parameter.optional(),
                        source);
    }

    /** The number of the statement that runs. */
    String variant() {
        List<String> terms = new ArrayList<>();
        int weight = 1;
        for (QueryParameter parameter : query.parameters()) {
            if (parameter.optional()) {
                terms.add("(" + parameter.javaName() + " == null ? 0 : " + weight + ')');
                weight *= 2;
            }
        }
        int each = weight;
        query.orders().ifPresent(orders -> {
            String ordinal = orders.parameter() + ".ordinal()";
            terms.add(0, each == 1 ? ordinal : ordinal + " * " + each);
        });
        String sum = String.join(" + ", terms);
        return terms.size() == 1 && sum.startsWith("(") ? sum.substring(1, sum.length() - 1) : sum;
    }
}
