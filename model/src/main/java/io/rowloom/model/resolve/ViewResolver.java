package io.rowloom.model.resolve;

import io.rowloom.model.NamedQuery;
import io.rowloom.model.SqlText;
import io.rowloom.model.View;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads views as they are written; what their SQL means is asked of the database later. */
final class ViewResolver {
    private final TableResolver tables;
    private final QueryResolver queries;
    private final JavaTypeNames javaTypes;
    private final Problems problems;

    ViewResolver(TableResolver tables, QueryResolver queries, JavaTypeNames javaTypes, Problems problems) {
        this.tables = tables;
        this.queries = queries;
        this.javaTypes = javaTypes;
        this.problems = problems;
    }

    List<View> resolve(List<YamlMapping> roots) {
        List<View> views = new ArrayList<>();
        for (YamlMapping root : roots) {
            YamlMapping written = root.mapping("views");
            if (written != null) {
                written.entries().forEach(entry -> view(entry).ifPresent(views::add));
            }
        }
        return views;
    }

    private Optional<View> view(YamlMapping.Entry entry) {
        YamlMapping yaml = (YamlMapping) entry.value();
        if (!SqlNames.checkOfSchema(entry.name(), entry, problems)
                || !tables.relations().take(entry.name(), "a view", entry, "")) {
            return Optional.empty();
        }
        String record = yaml.text("record").orElseGet(() -> JavaNames.record(entry.name()));
        javaTypes.takeView(entry.name(), record, entry);
        String javaName = tables.javaName(entry, yaml);
        List<NamedQuery.Result> results = queries.results(yaml);
        YamlScalar sql = yaml.scalar("sql");
        return sql == null
                ? Optional.empty()
                : Optional.of(new View(
                        entry.name(),
                        javaName,
                        record,
                        yaml.text("section"),
                        yaml.text("description"),
                        new SqlText(sql.text(), sql.contentLocation()),
                        results,
                        entry.location()));
    }
}
