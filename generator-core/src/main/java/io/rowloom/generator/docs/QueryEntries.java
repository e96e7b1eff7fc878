package io.rowloom.generator.docs;

import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.generator.query.QueryParameter;
import io.rowloom.generator.query.QueryResult;
import io.rowloom.generator.query.QueryResult.ColumnPart;
import io.rowloom.generator.query.QueryResult.Composed;
import io.rowloom.generator.query.QueryResult.Part;
import io.rowloom.generator.query.QueryResult.ResultColumn;
import io.rowloom.generator.query.QueryResult.RowPart;
import io.rowloom.generator.query.QueryResult.Scalar;
import io.rowloom.generator.query.QueryResult.Whole;
import io.rowloom.generator.query.QueryRows;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what the document shows of a named query. */
final class QueryEntries {
    private final PageAnchors anchors;
    private final Links links;
    private final TypeWords types;
    private final String level;

    /**
     * @param links the links of the file that the entries stand in
     * @param level the mark of their headings, {@code ###}
     */
    QueryEntries(PageAnchors anchors, Links links, String level) {
        this.anchors = anchors;
        this.links = links;
        this.types = new TypeWords(links);
        this.level = level;
    }

    /** The entry of a query; without what was found of it, only what the model says. */
    EntryPage of(NamedQuery query, Optional<AnalysedQuery> analysed, String island) {
        List<String> parts = new ArrayList<>();
        query.description().map(Markdown::paragraphs).ifPresent(parts::add);
        query.table().ifPresent(table -> parts.add("A method of the DAO of " + links.table(table) + "."));
        parts.add(Markdown.fenced("sql", query.sql()));
        analysed.ifPresent(found -> {
            List<String> lines = new ArrayList<>();
            found.parameters().forEach(parameter -> lines.add("- parameter " + parameter(parameter)));
            query.orders()
                    .forEach(order -> lines.add("- order " + Markdown.code(order.name()) + ": "
                            + Markdown.code(order.sql().sql().strip())));
            lines.addAll(result(found));
            parts.add(String.join("\n", lines));
            parts.add(QueryPlans.of(found));
        });
        parts.add("Source: " + links.queryLine(query.name(), query.location()));
        if (!island.isEmpty()) {
            parts.add(island);
        }
        return new EntryPage(level, anchors.query(query.name()).tag(), query.name(), String.join("\n\n", parts));
    }

    private String parameter(QueryParameter parameter) {
        return Markdown.code(parameter.name()) + ": " + (parameter.list() ? "list of " : "")
                + types.type(parameter.type())
                + (parameter.optional()
                        ? ", optional: its conditions are left out without it"
                        : parameter.nullable() ? ", nullable" : "");
    }

    private List<String> result(AnalysedQuery query) {
        String rows = switch (query.rows()) {
            case MANY -> "any number of rows";
            case ONE -> "one row";
            case OPTIONAL -> "one row or none";
            case STREAM -> "any number of rows, one after the other";
            case PAGE -> "pages of rows";
            case COUNT -> "the number of rows changed";
        };
        List<String> lines = new ArrayList<>();
        if (query.rows() == QueryRows.COUNT || query.result().isEmpty()) {
            lines.add("- returns " + rows);
            return lines;
        }
        QueryResult result = query.result().get();
        if (result instanceof Whole whole) {
            lines.add("- returns " + rows + " of " + link(whole.table()));
        } else if (result instanceof Scalar scalar) {
            lines.add("- returns " + rows + ": " + column(scalar.column()));
        } else {
            lines.add("- returns " + rows + ':');
            for (Part part : ((Composed) result).parts()) {
                lines.add("  - " + part(part));
            }
        }
        return lines;
    }

    private String part(Part part) {
        if (part instanceof RowPart row) {
            return Markdown.code(row.javaName()) + ": the row of " + link(row.table())
                    + (row.nullable() ? ", if there is one" : "");
        }
        return column(((ColumnPart) part).column());
    }

    private String column(ResultColumn column) {
        return Markdown.code(column.name()) + ": " + types.type(column.type())
                + (column.nullable() ? ", nullable" : "");
    }

    private String link(Table table) {
        return links.table(table.name());
    }
}
