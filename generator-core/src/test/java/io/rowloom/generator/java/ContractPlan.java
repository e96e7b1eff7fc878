package io.rowloom.generator.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowloom.generator.dao.ColumnDescriptor;
import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlSession;
import io.rowloom.runtime.SqlStatement;
import java.util.List;

/** The statements that a method ran: those that were decided, and found by SQLite as that says. */
final class ContractPlan {
    private final SqlSession session;
    private final DaoMethod method;
    private final List<ColumnDescriptor> columns;

    ContractPlan(SqlSession session, DaoMethod method) {
        this.session = session;
        this.method = method;
        this.columns = method.lookup().map(lookup -> lookup.columns()).orElse(List.of());
    }

    void check(SqlStatement statement) {
        if (statement.text().matches("BEGIN.*|COMMIT|ROLLBACK.*|SAVEPOINT.*|RELEASE.*|PRAGMA.*")) {
            return;
        }
        // Backwards, an order that descends throughout has no word for it.
        boolean isLaterPage = statement.text().matches("(?s).*(UNION ALL| [<>] [?]| DESC).*")
                || spaced(statement.text()).equals(spaced(method.sql()).replace(" DESC", ""));
        if (method.relation().isEmpty() && !isLaterPage) {
            assertEquals(spaced(method.sql()), spaced(statement.text()));
            assertEquals(method.name(), statement.operation());
        }
        List<String> plan = session.list(
                SqlStatement.read("", "explain", "EXPLAIN QUERY PLAN " + statement.text()),
                SqlBinder.NONE,
                row -> row.text(4));
        boolean sorts = statement.text().contains("json_each");
        for (String step : plan) {
            assertFalse(!sorts && step.contains("TEMP B-TREE"), () -> plan + "\n" + statement.text());
            if (step.matches("(?s)SEARCH t .*")
                    && !columns.isEmpty()
                    && statement.operation().equals(method.name())) {
                searchesByAll(step, plan, statement);
            }
        }
        boolean whole = columns.isEmpty() && !sorts;
        assertTrue(
                whole || plan.stream().anyMatch(step -> step.startsWith("SEARCH t ") || step.startsWith("SEARCH p ")),
                () -> "no search: " + plan + "\n" + statement.text());
        assertTrue(
                whole || plan.stream().noneMatch(step -> step.matches("(?s)SCAN [tp]( .*)?")),
                () -> "a scan: " + plan + "\n" + statement.text());
    }

    /** A row that is the only one by some of the columns may be found by those. */
    private void searchesByAll(String step, List<String> plan, SqlStatement statement) {
        long searched = columns.stream()
                .filter(column -> step.contains(column.name() + "=?"))
                .count();
        assertTrue(
                searched == columns.size()
                        || step.contains("rowid=?")
                        || searched > 0 && method.lookup().orElseThrow().single(),
                () -> "does not search by all columns: " + plan + "\n" + statement.text());
    }

    private static String spaced(String sql) {
        return sql.replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
    }
}
