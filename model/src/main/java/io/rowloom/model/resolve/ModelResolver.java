package io.rowloom.model.resolve;

import io.rowloom.model.Database;
import io.rowloom.model.LintExemption;
import io.rowloom.model.Model;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.Table;
import io.rowloom.model.Trigger;
import io.rowloom.model.View;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a model of its files: types first, then each table, then what lies between tables. */
public final class ModelResolver {
    private ModelResolver() {}

    /**
     * The model.
     *
     * @param roots the files as written, at least one
     * @param problems what was found in them so far
     * @throws InvalidModelException if anything was or is found
     */
    public static Model resolve(List<YamlMapping> roots, Problems problems) throws InvalidModelException {
        JavaTypeNames javaTypes = new JavaTypeNames(problems);
        Optional<Database> database = new DatabaseResolver(javaTypes, problems).resolve(roots);
        TypeResolver types = new TypeResolver(roots, javaTypes, problems);
        TableResolver tableResolver = new TableResolver(types, javaTypes, problems);
        Tables drafts = tableResolver.drafts(roots);
        List<Table> tables = new ArrayList<>();
        for (TableDraft draft : drafts.all()) {
            tables.add(tableResolver.table(draft, drafts));
        }
        if (tables.isEmpty() && roots.stream().noneMatch(root -> root.has("tables") || root.dropped("tables"))) {
            problems.add(ProblemCode.INCOMPLETE_MODEL, roots.get(0), "a model needs the key 'tables'");
        }
        QueryResolver queryResolver = new QueryResolver(new ColumnResolver(types, problems), drafts, problems);
        List<View> views = new ViewResolver(tableResolver, queryResolver, javaTypes, problems).resolve(roots);
        List<Trigger> triggers = new TriggerResolver(drafts, views, problems).resolve(roots, tables);
        List<NamedQuery> queries = queryResolver.resolve(roots, views);
        List<LintExemption> exemptions = ExemptionResolver.resolve(roots);
        problems.throwIfAny();
        return new Model(
                database.orElseThrow(),
                types.enums(),
                types.shapes(),
                tables,
                views,
                triggers,
                queries,
                types.names(),
                exemptions);
    }
}
