package io.rowloom.generator.query;

import io.rowloom.generator.sqlite.SqliteSchema;
import io.rowloom.generator.sqlite.SqliteStatement;
import io.rowloom.model.FullText;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import io.rowloom.model.problem.Problem;
import io.rowloom.model.problem.ProblemCode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the full-text indexes of a model; what SQLite says of one is a problem. */
final class FullTextCheck {
    private final QueryEngine engine;

    FullTextCheck(QueryEngine engine) {
        this.engine = engine;
    }

    List<Problem> problems(Model model) {
        List<Problem> problems = new ArrayList<>();
        for (Table table : model.tables()) {
            table.fullText().ifPresent(index -> {
                try {
                    make(model, table, index);
                } catch (SQLException refusal) {
                    problems.add(new Problem(
                            ProblemCode.REFUSED_BY_SQLITE,
                            index.location(),
                            "the full-text index is refused by SQLite: " + EngineRefusal.reason(refusal),
                            table.name() + ".full_text",
                            Optional.empty()));
                }
            });
        }
        return problems;
    }

    private void make(Model model, Table table, FullText index) throws SQLException {
        for (SqliteStatement statement : SqliteSchema.render(model).statements()) {
            boolean own = statement.name().equals(index.name())
                    || statement.table().equals(table.name())
                            && index.triggers().contains(statement.name());
            if (own) {
                engine.execute(statement.sql());
            }
        }
    }
}
