package io.rowloom.generator.docs;

import io.rowloom.generator.query.QueryPlan;
import io.rowloom.generator.query.QueryPlan.FullScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain words how SQLite runs a query.
 *
 * <p>A virtual table says in letters of its own how it is read: full text begins with M for MATCH, or with L or G for LIKE and GLOB
 * by trigrams, see {@code fts5BestIndexMethod} in SQLite's {@code fts5_main.c}.
 *
 * @see <a href="https://sqlite.org/eqp.html">EXPLAIN QUERY PLAN</a>
 */
final class PlanWords {
    private static final List<String[]> BEGINNINGS = List.of(
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

    /** A table and how SQLite gets at its rows: the name of an index and what is looked up in it. */
    private static final Pattern ACCESS = Pattern.compile("(?<what>SEARCH|SCAN) (?<table>.+?)"
            + "(?: VIRTUAL TABLE INDEX \\d+:(?<words>[MLG].*)?(?<row>=)?.*)?"
            + "(?: USING (?:(?<made>AUTOMATIC .*INDEX)|(?<covering>COVERING )?INDEX (?<index>\\S+)|(?:INTEGER )?PRIMARY KEY))?"
            + "(?: \\((?<terms>.*)\\))?");

    private static final Pattern SUBQUERY = Pattern.compile("(CORRELATED )?(?:SCALAR|LIST) SUBQUERY \\d+");
    /** SQLite names the indexes of primary keys and unique constraints itself. */
    private static final String OF_A_KEY = "sqlite_autoindex_";

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
        Matcher access = ACCESS.matcher(step);
        if (access.matches()) {
            return access(access);
        }
        Matcher subquery = SUBQUERY.matcher(step);
        if (subquery.matches()) {
            return subquery.group(1) == null ? "in a subquery" : "in a subquery for each row";
        }
        for (String[] beginning : BEGINNINGS) {
            if (step.startsWith(beginning[0])) {
                return beginning[1] + Markdown.code(withoutBrackets(step.substring(beginning[0].length())));
            }
        }
        return Markdown.code(step);
    }

    private static String access(Matcher step) {
        if (step.group("words") != null) {
            return "searches the words of " + Markdown.code(step.group("table"));
        } else if (step.group("row") != null) {
            return "searches " + Markdown.code(step.group("table")) + " by its rowid";
        }
        boolean scan = step.group("what").equals("SCAN");
        String table = (scan ? "goes through " : "searches ") + Markdown.code(step.group("table"));
        String index = step.group("index");
        String by;
        if (step.group("made") != null) {
            by = "an index made for this query";
        } else if (index == null) {
            by = scan ? "" : "its primary key";
        } else if (index.startsWith(OF_A_KEY)) {
            by = "its key";
        } else {
            by = "index " + Markdown.code(index) + (step.group("covering") == null ? "" : " alone");
        }
        return table
                + (by.isEmpty() ? "" : (scan ? " in the order of " : " by ") + by)
                + (step.group("terms") == null ? "" : " (" + Markdown.code(step.group("terms")) + ')');
    }

    private static String withoutBrackets(String text) {
        return text.startsWith("(") && text.indexOf(')') == text.length() - 1
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
