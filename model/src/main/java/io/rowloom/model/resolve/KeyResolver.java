package io.rowloom.model.resolve;

import io.rowloom.model.PrimaryKey;
import io.rowloom.model.UniqueConstraint;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlList;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads primary keys and unique constraints, of columns and of the table. */
final class KeyResolver {
    private final YamlMapping.Entry table;
    private final YamlMapping yaml;
    private final Map<String, ColumnDraft> columns;
    private final SqlNames relations;
    private final Problems problems;

    KeyResolver(
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

    Optional<PrimaryKey> primaryKey() {
        List<ColumnDraft> marked = columns.values().stream()
                .filter(column -> column.has("primary_key"))
                .toList();
        YamlMapping.Entry list = yaml.entry("primary_key");
        for (int i = list == null ? 1 : 0; i < marked.size(); i++) {
            YamlMapping column = marked.get(i).yaml();
            problems.add(
                    ProblemCode.SEVERAL_PRIMARY_KEYS,
                    column == null ? table : column.entry("primary_key"),
                    "the table has a primary key already",
                    "for one of several columns write primary_key: [" + "…] at the table");
        }
        if (list != null) {
            Optional<List<ColumnDraft>> found = TableDraft.find(yaml.items("primary_key"), yaml, columns, problems);
            return found.map(key -> {
                checkTableKey(key, list);
                return new PrimaryKey(names(key), false, list.location());
            });
        }
        if (marked.isEmpty()) {
            return Optional.empty();
        }
        ColumnDraft column = marked.get(0);
        checkNullable(column);
        return Optional.of(new PrimaryKey(
                List.of(column.name()),
                column.column().autoIncrement(),
                column.entry().location()));
    }

    private void checkTableKey(List<ColumnDraft> key, YamlMapping.Entry list) {
        for (ColumnDraft column : key) {
            checkNullable(column);
            if (column.has("generated")) {
                problems.add(
                        ProblemCode.CONTRADICTION,
                        list,
                        "a column that the database computes cannot be in a primary key");
            }
            if (column.column().version() || column.column().autoUpdate()) {
                problems.add(
                        ProblemCode.CONTRADICTION,
                        list,
                        "a column that changes with every update cannot be in a primary key");
            }
        }
    }

    private void checkNullable(ColumnDraft column) {
        if (column.column().nullable()) {
            problems.add(
                    ProblemCode.NULLABLE_PRIMARY_KEY,
                    column.entry(),
                    "a column of the primary key may not be NULL",
                    "drop the ? or nullable: true");
        }
    }

    List<UniqueConstraint> uniques() {
        List<UniqueConstraint> uniques = new ArrayList<>();
        for (ColumnDraft column : columns.values()) {
            YamlMapping written = column.yaml();
            if (written != null && written.flag("unique")) {
                List<String> names = List.of(column.name());
                String name = ConstraintNames.derived("uq", table.name(), names);
                YamlMapping.Entry place = written.entry("unique");
                relations.take(name, "a unique constraint", place, "name it under unique: of the table");
                uniques.add(new UniqueConstraint(name, names, place.location()));
            }
        }
        for (YamlNode node : yaml.items("unique")) {
            YamlMapping written = node instanceof YamlMapping mapping ? mapping : null;
            List<YamlNode> items = node instanceof YamlList list ? list.items() : written.items("columns");
            Optional<List<ColumnDraft>> found = TableDraft.find(items, yaml, columns, problems);
            if (found.isPresent()) {
                List<String> names = names(found.get());
                String name = written == null
                        ? ConstraintNames.derived("uq", table.name(), names)
                        : ConstraintNames.given(written, "uq", table.name(), names);
                if (written != null && written.has("name")) {
                    SqlNames.checkOfSchema(name, node, problems);
                }
                relations.take(name, "a unique constraint", node, "give it a name of its own with name: …");
                uniques.add(new UniqueConstraint(name, names, node.location()));
            }
        }
        return uniques;
    }

    static List<String> names(List<ColumnDraft> columns) {
        return columns.stream().map(ColumnDraft::name).toList();
    }
}
