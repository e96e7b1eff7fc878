package io.rowloom.generator.docs;

import io.rowloom.generator.query.QueryPlan;
import io.rowloom.generator.query.QueryPlan.FullScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says in plain words how SQLite runs a query.
 *
 * @see <a href="https://sqlite.org/eqp.html">EXPLAIN QUERY PLAN</a>
 */
final class PlanWords {
    private static final List<String[]> BEGINNINGS = List.of(
            new String[] {"SEARCH ", "searches "},
            new String[] {"SCAN ", "reads all of "},
            new String[] {"USE TEMP B-TREE FOR ", "sorts for "},
            new String[] {"MATERIALIZE ", "first computes "},
            new String[] {"CO-ROUTINE ", "computes as it goes "},
            new String[] {"MERGE ", "merges two sorted results with "});

    /** Steps that SQLite names without saying what they are about. */
    private static final Map<String, String> WHOLE = Map.of(
            "LEFT", "of which the first",
            "RIGHT", "and the second",
            "COMPOUND QUERY", "puts results together",
            "LEFT-MOST SUBQUERY", "of which the first",
            "UNION ALL", "and then",
            "MULTI-INDEX OR", "uses an index for each part of OR");

    private static final String OUTER = " LEFT-JOIN";

    private PlanWords() {}

    /** The steps in their order, then the tables that are read as a whole. */
    static String of(QueryPlan plan) {
        List<String> words = new ArrayList<>();
        for (String step : plan.steps()) {
            words.add(step(step.strip()));
        }
        String text = words.isEmpty() ? "nothing to look up" : String.join("; ", words);
        List<String> scans = new ArrayList<>();
        for (FullScan scan : plan.fullScans()) {
            scans.add(Markdown.code(scan.table())
                    + (scan.index().isEmpty()
                            ? ""
                            : " (an index on " + Markdown.codes(scan.index()) + " would serve)"));
        }
        return scans.isEmpty() ? text : text + ". **Full scan** of " + String.join(", ", scans);
    }

    private static String step(String step) {
        if (step.endsWith(OUTER)) {
            return step(step.substring(0, step.length() - OUTER.length())) + " or keeps the row without a match";
        } else if (WHOLE.containsKey(step)) {
            return String.valueOf(WHOLE.get(step));
        }
        for (String[] beginning : BEGINNINGS) {
            if (step.startsWith(beginning[0])) {
                return beginning[1] + Markdown.code(withoutBrackets(step.substring(beginning[0].length())));
            }
        }
        return Markdown.code(step);
    }

    private static String withoutBrackets(String text) {
        return text.startsWith("(") && text.indexOf(')') == text.length() - 1
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
