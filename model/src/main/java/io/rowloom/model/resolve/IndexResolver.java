package io.rowloom.model.resolve;

import io.rowloom.model.Index;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlList;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import io.rowloom.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the indexes of a table. */
final class IndexResolver {
    private final YamlMapping.Entry table;
    private final YamlMapping yaml;
    private final Map<String, ColumnDraft> columns;
    private final SqlNames relations;
    private final Problems problems;

    IndexResolver(
            YamlMapping.Entry table,
            YamlMapping yaml,
            Map<String, ColumnDraft> columns,
            SqlNames relations,
            Problems problems) {
        this.table = table;
        this.yaml = yaml;
        this.columns = columns;
        this.relations = relations;
        this.problems = problems;
    }

    List<Index> resolve() {
        List<Index> indexes = new ArrayList<>();
        for (YamlNode node : yaml.items("indexes")) {
            index(node).ifPresent(indexes::add);
        }
        return indexes;
    }

    private Optional<Index> index(YamlNode node) {
        YamlMapping written = node instanceof YamlMapping mapping ? mapping : null;
        List<YamlNode> items = written == null ? ((YamlList) node).items() : written.items("columns");
        List<Index.Part> parts = new ArrayList<>(items.size());
        for (YamlNode item : items) {
            part(item).ifPresent(parts::add);
        }
        if (parts.size() < items.size() || parts.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> name = name(written, parts, node);
        return name.map(known -> new Index(
                known,
                written != null && written.flag("unique"),
                parts,
                written == null ? Optional.empty() : written.text("where"),
                node.location(),
                Optional.ofNullable(written)
                        .flatMap(mapping -> Optional.ofNullable(mapping.scalar("where")))
                        .map(YamlScalar::contentLocation)));
    }

    private Optional<String> name(@Nullable YamlMapping written, List<Index.Part> parts, YamlNode node) {
        Optional<String> given = written == null ? Optional.empty() : written.text("name");
        List<String> names = new ArrayList<>();
        for (Index.Part part : parts) {
            if (part instanceof Index.ColumnPart column) {
                names.add(column.column());
            } else if (given.isEmpty()) {
                problems.add(ProblemCode.INVALID_NAME, node, "an index over an expression needs a name");
                return Optional.empty();
            }
        }
        String name = given.orElseGet(() -> ConstraintNames.derived("idx", table.name(), names));
        given.ifPresent(own -> SqlNames.checkOfSchema(own, node, problems));
        return relations.take(name, "an index", node, "give it a name of its own with name: …")
                ? Optional.of(name)
                : Optional.empty();
    }

    private Optional<Index.Part> part(YamlNode node) {
        if (node instanceof YamlScalar name) {
            return TableDraft.find(name.text(), name, yaml, columns, problems)
                    .map(column -> new Index.ColumnPart(column.name(), Index.Order.ASCENDING, Optional.empty()));
        }
        YamlMapping part = (YamlMapping) node;
        Index.Order order =
                part.text("order").orElse("asc").equals("desc") ? Index.Order.DESCENDING : Index.Order.ASCENDING;
        Optional<String> collation = part.text("collate");
        collation.ifPresent(name -> SqlNames.check(name, part, problems));
        YamlScalar expression = part.scalar("expression");
        if (expression != null) {
            return Optional.of(new Index.ExpressionPart(
                    expression.text(), order, collation, Optional.of(expression.contentLocation())));
        }
        YamlScalar name = part.scalar("column");
        return name == null
                ? Optional.empty()
                : TableDraft.find(name.text(), name, yaml, columns, problems)
                        .map(column -> new Index.ColumnPart(column.name(), order, collation));
    }
}
