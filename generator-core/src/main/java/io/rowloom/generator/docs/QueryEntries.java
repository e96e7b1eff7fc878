package io.rowloom.generator.docs;

import io.rowloom.model.NamedQuery;
import java.util.ArrayList;
import java.util.List;

/** Decides what the document shows of a named query. */
final class QueryEntries {
    private final PageAnchors anchors;
    private final TypeWords types;

    QueryEntries(PageAnchors anchors, TypeWords types) {
        this.anchors = anchors;
        this.types = types;
    }

    EntryPage of(NamedQuery query) {
        List<String> parts = new ArrayList<>();
        query.description().map(Markdown::paragraphs).ifPresent(parts::add);
        query.table()
                .ifPresent(table -> parts.add("Joins the DAO of "
                        + Markdown.anchorLink(table, anchors.table(table).name()) + "."));
        parts.add(Markdown.fenced("sql", query.sql()));
        List<String> lines = new ArrayList<>();
        for (NamedQuery.Parameter parameter : query.parameters()) {
            lines.add("- parameter " + Markdown.code(parameter.name()) + ": " + types.type(parameter.type())
                    + (parameter.nullable() ? ", nullable" : ""));
        }
        query.returns().ifPresent(rows -> lines.add("- returns " + Markdown.text(rows)));
        if (!lines.isEmpty()) {
            parts.add(String.join("\n", lines));
        }
        return new EntryPage(anchors.query(query.name()).tag(), query.name(), String.join("\n\n", parts));
    }
}
