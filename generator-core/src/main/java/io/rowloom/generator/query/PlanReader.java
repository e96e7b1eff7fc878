package io.rowloom.generator.query;

import io.rowloom.generator.query.QueryPlan.FullScan;
import io.rowloom.generator.query.tree.QueryTree;
import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.model.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds in a plan what reads every row of a table, and asks the engine which index would help. */
final class PlanReader {
    private final QueryEngine engine;
    private final String sql;
    private final Map<String, Table> aliases;
    private final Optional<StatementTree> tree;

    PlanReader(QueryEngine engine, String sql, Map<String, Table> aliases, Optional<StatementTree> tree) {
        this.engine = engine;
        this.sql = sql;
        this.aliases = aliases;
        this.tree = tree;
    }

    QueryPlan read() throws SQLException {
        List<String> steps = engine.plan(sql);
        List<FullScan> scans = new ArrayList<>();
        if (!isFirstRows(steps)) {
            for (String alias : scanned(steps)) {
                Table table = aliases.get(alias);
                scans.add(new FullScan(table.name(), servingIndex(alias, table)));
            }
        }
        return new QueryPlan(steps, scans);
    }

    /**
     * The same where the statement is that of a page behind others, and {@code first} that of the first page: a scan of that
     * ends with the page, unless all rows are sorted first.
     */
    QueryPlan readPages(String first) throws SQLException {
        List<String> steps = engine.plan(first);
        List<String> following = engine.plan(sql);
        List<String> scanned = scanned(following);
        if (steps.stream().anyMatch(step -> step.contains("USE TEMP B-TREE FOR ORDER BY"))) {
            scanned(steps).stream().filter(alias -> !scanned.contains(alias)).forEach(scanned::add);
        }
        List<FullScan> scans = new ArrayList<>();
        for (String alias : scanned) {
            Table table = aliases.get(alias);
            scans.add(new FullScan(table.name(), servingIndex(alias, table)));
        }
        return new QueryPlan(following, scans);
    }

    /** The aliases of tables that are scanned, without those that are small. */
    private List<String> scanned(List<String> steps) {
        List<String> scanned = new ArrayList<>();
        for (String step : steps) {
            String text = step.strip();
            if (text.startsWith("SCAN ")) {
                String alias = alias(text.substring("SCAN ".length()));
                if (aliases.containsKey(alias) && !aliases.get(alias).small() && !scanned.contains(alias)) {
                    scanned.add(alias);
                }
            }
        }
        return scanned;
    }

    private static String alias(String text) {
        int end = text.length();
        for (String next : List.of(" USING ", " VIRTUAL TABLE ", " LEFT-JOIN", " RIGHT-JOIN", " EXISTS")) {
            int at = text.indexOf(next);
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /** Whether the query takes the first rows of one table as they come, so that LIMIT ends the scan. */
    private boolean isFirstRows(List<String> steps) {
        return tree.isPresent()
                && tree.get() instanceof StatementTree.Reading reading
                && !reading.query().limit().isEmpty()
                && reading.query().others().isEmpty()
                && reading.query().first() instanceof QueryTree.Select select
                && select.where().isEmpty()
                && select.groupBy().isEmpty()
                && steps.size() == 1;
    }

    private List<String> servingIndex(String alias, Table table) throws SQLException {
        List<String> columns =
                tree.map(statement -> IndexColumns.of(statement, alias, table)).orElse(List.of());
        List<List<String>> candidates = new ArrayList<>();
        candidates.add(columns);
        // A name without a table may be of another one; then one of the columns alone may serve.
        columns.forEach(column -> candidates.add(List.of(column)));
        for (List<String> candidate : candidates) {
            if (!candidate.isEmpty()
                    && !scanned(engine.planWithIndex(sql, table.name(), candidate))
                            .contains(alias)) {
                return candidate;
            }
        }
        return List.of();
    }
}
