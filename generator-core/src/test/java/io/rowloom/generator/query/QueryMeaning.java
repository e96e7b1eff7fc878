package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryResult.ColumnPart;
import io.rowloom.generator.query.QueryResult.Composed;
import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.QueryResult.RowPart;
import io.rowloom.generator.query.QueryResult.Scalar;
import io.rowloom.generator.query.QueryResult.Whole;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ColumnType.Decimal;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.ColumnType.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found of queries, as text for expectations. */
final class QueryMeaning {
    private QueryMeaning() {}

    static String of(List<AnalysedQuery> queries) {
        return queries.stream().map(QueryMeaning::of).collect(Collectors.joining("\n"));
    }

    private static String of(AnalysedQuery query) {
        StringBuilder text = new StringBuilder();
        String parameters = query.parameters().stream()
                .map(parameter -> parameter.javaName() + ": " + type(parameter.type(), parameter.nullable())
                        + (parameter.list() ? "[]" : "")
                        + (parameter.optional() ? " optional" : ""))
                .collect(Collectors.joining(", "));
        text.append(query.query().name())
                .append('(')
                .append(parameters)
                .append(") ")
                .append(query.rows().name().toLowerCase(Locale.ROOT))
                .append(query.writes() ? " writes" : "")
                .append('\n');
        query.result().ifPresent(result -> text.append(of(result)));
        for (QueryPlan.FullScan scan : query.plan().fullScans()) {
            text.append("    scans ").append(scan.table());
            text.append(scan.index().isEmpty() ? "" : ", an index on " + scan.index() + " would serve")
                    .append('\n');
        }
        for (QueryVariant variant : query.variants()) {
            text.append("    ")
                    .append(
                            query.when(variant).isEmpty()
                                    ? "with everything"
                                    : query.when(variant).strip())
                    .append(": ")
                    .append(variant.sql().strip().replaceAll("\\s+", " "))
                    .append(variant.plan().fullScans().isEmpty() ? "" : " -- scans")
                    .append('\n');
        }
        return text.toString();
    }

    private static String of(QueryResult result) {
        if (result instanceof Scalar scalar) {
            return "    " + of(scalar.column()) + '\n';
        }
        if (result instanceof Whole whole) {
            return "    " + whole.table().recordName() + '\n';
        }
        Composed composed = (Composed) result;
        StringBuilder text = new StringBuilder("    " + composed.name() + '\n');
        for (QueryResult.Part part : composed.parts()) {
            String shown = part instanceof RowPart row
                    ? row.javaName() + ": " + row.table().recordName() + (row.nullable() ? "?" : "") + " from "
                            + row.firstIndex() + (row.nullable() ? " if " + row.presentIndex() : "")
                    : of(((ColumnPart) part).column());
            text.append("        ").append(shown).append('\n');
        }
        return text.toString();
    }

    private static String of(ResultColumn column) {
        return column.javaName() + ": " + type(column.type(), column.nullable())
                + column.origin().map(origin -> " = " + origin).orElse("");
    }

    private static String type(ColumnType type, boolean nullable) {
        String name = type instanceof Timestamp timestamp
                ? "timestamp " + timestamp.format().key()
                : type instanceof Enumeration enumeration
                        ? enumeration.type().owner().map(owner -> owner + '.').orElse("")
                                + enumeration.type().name()
                        : type instanceof Decimal decimal
                                ? "decimal(" + decimal.precision() + ',' + decimal.scale() + ')'
                                : type.toString().toLowerCase(Locale.ROOT);
        return name + (nullable ? "?" : "");
    }
}
