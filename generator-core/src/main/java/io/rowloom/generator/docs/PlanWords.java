package io.rowloom.generator.docs;

import io.rowloom.generator.query.QueryPlan;
import io.rowloom.generator.query.QueryPlan.FullScan;
import java.util.ArrayList;
import java.util.List;

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
            new String[] {"CO-ROUTINE ", "computes as it goes "});

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
        for (String[] beginning : BEGINNINGS) {
            if (step.startsWith(beginning[0])) {
                return beginning[1] + Markdown.code(step.substring(beginning[0].length()));
            }
        }
        return Markdown.code(step);
    }
}
