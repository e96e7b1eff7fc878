package io.rowloom.generator.docs;

import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.generator.query.QueryRows;
import io.rowloom.generator.query.QueryVariant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Says how SQLite runs a query, and where it is several statements each of them. */
final class QueryPlans {
    private QueryPlans() {}

    static String of(AnalysedQuery query) {
        String later = query.rows() == QueryRows.PAGE ? " of a later page" : "";
        if (query.variants().isEmpty()) {
            return "Plan" + later + ": " + PlanWords.of(query.plan()) + '.';
        }
        Map<String, List<String>> byPlan = new LinkedHashMap<>();
        for (QueryVariant variant : query.variants()) {
            String when = query.when(variant).strip();
            byPlan.computeIfAbsent(PlanWords.of(variant.plan()), plan -> new ArrayList<>())
                    .add(when.isEmpty() ? "with everything" : Markdown.text(when));
        }
        if (byPlan.size() == 1) {
            return "Plan of each statement" + (later.isEmpty() ? "" : ", for a later page") + ": "
                    + byPlan.keySet().iterator().next() + '.';
        }
        StringJoiner lines = new StringJoiner("\n", "Plans" + later + ":\n\n", "");
        byPlan.forEach((plan, whens) -> lines.add("- " + String.join("; ", whens) + ": " + plan + '.'));
        return lines.toString();
    }
}
