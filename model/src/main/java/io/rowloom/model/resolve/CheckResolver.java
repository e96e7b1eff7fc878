package io.rowloom.model.resolve;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.ColumnType;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the checks of a table, of its columns and its own. */
final class CheckResolver {
    private final TableDraft table;
    private final SqlNames constraints;
    private final Problems problems;

    CheckResolver(TableDraft table, SqlNames constraints, Problems problems) {
        this.table = table;
        this.constraints = constraints;
        this.problems = problems;
    }

    List<CheckConstraint> resolve() {
        List<CheckConstraint> checks = new ArrayList<>();
        for (ColumnDraft column : table.columns().values()) {
            YamlScalar expression = column.yaml() == null ? null : column.yaml().scalar("check");
            String name = ConstraintNames.derived("ck", table.name(), List.of(column.name()));
            if (column.column().type() instanceof ColumnType.Enumeration) {
                // The words of an enum are a check of their own in the SQL, which has the name that is derived first.
                constraints.take(name, "a constraint", column.entry(), "");
                name += "_2";
            }
            if (expression != null && !expression.isWord("false") && !expression.isWord("true")) {
                constraints.take(name, "a constraint", expression, "write it under checks: of the table, with a name");
                add(checks, name, Optional.of(column.name()), expression);
            }
        }
        for (YamlNode node : table.yaml().items("checks")) {
            YamlMapping check = (YamlMapping) node;
            YamlScalar name = check.scalar("name");
            YamlScalar expression = check.scalar("expression");
            if (name != null && expression != null) {
                SqlNames.check(name.text(), name, problems);
                constraints.take(name.text(), "a constraint", name, "");
                add(checks, name.text(), Optional.empty(), expression);
            }
        }
        return checks;
    }

    private void add(List<CheckConstraint> checks, String name, Optional<String> column, YamlScalar expression) {
        checks.add(new CheckConstraint(name, column, expression.text(), expression.contentLocation()));
    }
}
