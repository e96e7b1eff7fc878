package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.CoordinationTables;
import io.rowloom.runtime.SqlBinder;
import io.rowloom.runtime.SqlStatement;

/** What all tasks have cost: a query of one's own beside the generated DAOs, in the same session. */
final class Costs {
    private static final SqlStatement TOTAL = SqlStatement.read("task_cost_records", "total", """
            SELECT COALESCE(SUM(c.input_tokens + c.output_tokens), 0), COALESCE(ROUND(SUM(c.cost_usd), 4), 0.0)
            FROM task_cost_records c""");

    private final CoordinationTables tables;

    Costs(CoordinationTables tables) {
        this.tables = tables;
    }

    record Total(long tokens, double usd) {}

    Total total() {
        return tables.sqlSession().getOne(TOTAL, SqlBinder.NONE, row -> new Total(row.bigint(1), row.real(2)));
    }
}
