package io.rowloom.generator.query;

import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.model.Column;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.SqlText;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.Trigger.Event;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes triggers and prepares what sets each of them off: SQLite looks up the names in a trigger only then.
 *
 * @see <a href="https://sqlite.org/lang_createtrigger.html">CREATE TRIGGER</a>
 */
final class TriggerCheck {
    private final Relations relations;
    private final QueryEngine engine;

    TriggerCheck(Relations relations, QueryEngine engine) {
        this.relations = relations;
        this.engine = engine;
    }

    List<Problem> problems(Model model) throws SQLException {
        List<Problem> problems = new ArrayList<>();
        for (Trigger trigger : model.triggers()) {
            try {
                check(trigger);
            } catch (QueryFault fault) {
                problems.add(fault.problem());
            }
        }
        return problems;
    }

    private void check(Trigger trigger) throws QueryFault, SQLException {
        Table table = relations.table(trigger.table()).orElseThrow();
        if (trigger.condition().isPresent()) {
            SqlText condition = trigger.condition().get();
            QueryText text = text(trigger, condition, "when");
            Optional<String> fault = SqliteExpression.fault(condition.sql());
            if (fault.isPresent()) {
                throw QueryFault.at(
                        text.query(),
                        condition.location(),
                        ".when",
                        ProblemCode.INVALID_EXPRESSION,
                        "the condition " + fault.get(),
                        Optional.empty());
            }
            Trigger alone = with(trigger, trigger.condition(), new SqlText("SELECT 1", condition.location()));
            tryOut(
                    alone,
                    table,
                    text,
                    ".when",
                    SqliteSchema.createTrigger(alone).indexOf("\nWHEN ") + "\nWHEN ".length());
            engine.execute("DROP TRIGGER " + SqliteNames.quote(trigger.name()));
        }
        QueryText text = text(trigger, trigger.body(), "sql");
        if (text.tokens().isEmpty()) {
            throw QueryFault.at(
                    text.query(), 0, ProblemCode.QUERY_STATEMENT, "the trigger does nothing", Optional.empty());
        }
        String create = SqliteSchema.createTrigger(trigger);
        tryOut(trigger, table, text, ".sql", create.indexOf("\nBEGIN\n") + "\nBEGIN\n".length());
    }

    private void tryOut(Trigger trigger, Table table, QueryText text, String key, int start)
            throws QueryFault, SQLException {
        String create = SqliteSchema.createTrigger(trigger);
        boolean made = false;
        try {
            engine.execute(SqliteExpression.withoutStringsInDoubleQuotes(create));
            made = true;
            engine.execute("EXPLAIN " + setOff(trigger, table));
        } catch (SQLException refusal) {
            if (made) {
                engine.execute("DROP TRIGGER " + SqliteNames.quote(trigger.name()));
            }
            Map<String, Table> rows = Map.of("new", table, "old", table);
            throw new EngineRefusal(text, relations, engine, key, create.substring(0, start), rows).fault(refusal);
        }
    }

    /** A statement that the trigger waits for. */
    private static String setOff(Trigger trigger, Table table) {
        String name = SqliteNames.quote(table.name());
        if (trigger.event() == Event.INSERT) {
            return "INSERT INTO " + name + " DEFAULT VALUES";
        }
        if (trigger.event() == Event.DELETE) {
            return "DELETE FROM " + name;
        }
        String column = trigger.columns().isEmpty()
                ? table.columns().stream()
                        .filter(each -> each.generated().isEmpty())
                        .map(Column::name)
                        .findFirst()
                        .orElseThrow()
                : trigger.columns().get(0);
        return "UPDATE " + name + " SET " + SqliteNames.quote(column) + " = NULL";
    }

    private static Trigger with(Trigger trigger, Optional<SqlText> condition, SqlText body) {
        return new Trigger(
                trigger.name(),
                trigger.table(),
                trigger.description(),
                trigger.timing(),
                trigger.event(),
                trigger.columns(),
                condition,
                body,
                trigger.location());
    }

    /** A piece of a trigger, as whoever tells of mistakes in it wants to have it. */
    private static QueryText text(Trigger trigger, SqlText piece, String key) throws QueryFault {
        NamedQuery query = new NamedQuery(
                trigger.name(),
                Optional.empty(),
                Optional.empty(),
                piece.sql(),
                List.of(),
                List.of(),
                Optional.empty(),
                trigger.location(),
                piece.location());
        try {
            return new QueryText(query, SqlTokenizer.tokens(piece.sql()), Map.of(), Set.of(), Map.of(), true);
        } catch (SqlTextException unreadable) {
            throw QueryFault.at(
                    query,
                    query.text().place(unreadable.offset()),
                    '.' + key,
                    ProblemCode.INVALID_QUERY,
                    String.valueOf(unreadable.getMessage()),
                    Optional.empty());
        }
    }
}
