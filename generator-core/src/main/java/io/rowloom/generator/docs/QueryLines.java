package io.rowloom.generator.docs;

import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named queries by the tables whose DAOs they join, with what was found of each. */
final class QueryLines {
    private final Map<String, List<NamedQuery>> byTable = new HashMap<>();
    private final Map<String, AnalysedQuery> analysed = new HashMap<>();

    QueryLines(List<NamedQuery> queries, List<AnalysedQuery> found) {
        for (AnalysedQuery query : found) {
            analysed.put(query.query().name(), query);
        }
        for (NamedQuery query : queries) {
            query.table()
                    .ifPresent(table -> byTable.computeIfAbsent(table, name -> new ArrayList<>())
                            .add(query));
        }
    }

    /** What was found of a query; empty if nobody looked. */
    Optional<AnalysedQuery> found(NamedQuery query) {
        return Optional.ofNullable(analysed.get(query.name()));
    }

    /** The queries of a table with their plans, as the lines of a list. */
    List<String> of(Table table, Links links) {
        List<String> lines = new ArrayList<>();
        for (NamedQuery query : byTable.getOrDefault(table.name(), List.of())) {
            lines.add("- " + links.query(query.name())
                    + found(query)
                            .map(found -> ": " + PlanWords.of(found.plan()))
                            .orElse(""));
        }
        return lines;
    }
}
