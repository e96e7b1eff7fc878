package io.rowloom.model.resolve;

import static io.rowloom.model.problem.Spelling.quote;

import io.rowloom.model.ColumnType;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Index;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.UniqueConstraint;
import io.rowloom.model.problem.Place;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import io.rowloom.model.yaml.YamlMapping;
import io.rowloom.model.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the foreign keys of a table, of its columns and its own. */
final class ForeignKeyResolver {
    private final TableDraft table;
    private final Tables tables;
    private final SqlNames constraints;
    private final Problems problems;

    ForeignKeyResolver(TableDraft table, Tables tables, SqlNames constraints, Problems problems) {
        this.table = table;
        this.tables = tables;
        this.constraints = constraints;
        this.problems = problems;
    }

    List<ForeignKey> resolve() {
        List<ForeignKey> keys = new ArrayList<>();
        for (ColumnDraft column : table.columns().values()) {
            YamlMapping yaml = column.yaml();
            if (yaml != null && yaml.has("references")) {
                foreignKey(yaml, List.of(column), column.entry()).ifPresent(keys::add);
            }
        }
        for (YamlNode node : table.yaml().items("foreign_keys")) {
            YamlMapping yaml = (YamlMapping) node;
            TableDraft.find(yaml.items("columns"), table.yaml(), table.columns(), problems)
                    .flatMap(columns -> foreignKey(yaml, columns, yaml))
                    .ifPresent(keys::add);
        }
        return keys;
    }

    private Optional<ForeignKey> foreignKey(YamlMapping yaml, List<ColumnDraft> columns, Place place) {
        YamlNode node = yaml.get("references");
        List<String> names = KeyResolver.names(columns);
        boolean ofColumn = yaml == columns.get(0).yaml();
        String name = ofColumn
                ? ConstraintNames.derived("fk", table.name(), names)
                : ConstraintNames.given(yaml, "fk", table.name(), names);
        if (!ofColumn && yaml.has("name")) {
            SqlNames.check(name, place, problems);
        }
        constraints.take(name, "a constraint", place, "give it a name of its own with name: …");
        ReferentialAction onDelete = action(yaml, "on_delete", columns);
        ReferentialAction onUpdate = action(yaml, "on_update", columns);
        Optional<Reference> reference = node == null ? Optional.empty() : Reference.resolve(node, tables, problems);
        if (node == null || reference.isEmpty()) {
            return Optional.empty();
        }
        List<ColumnDraft> targets = reference.get().targets();
        if (!isKey(reference.get(), targets, columns, node)) {
            return Optional.empty();
        }
        checkTypes(columns, targets, reference.get().table(), node);
        return Optional.of(new ForeignKey(
                name,
                names,
                reference.get().table().name(),
                KeyResolver.names(targets),
                onDelete,
                onUpdate,
                yaml.flag("deferrable"),
                place.location()));
    }

    /** A parent key is unique as a whole, by a key that always holds, https://sqlite.org/foreignkeys.html#fk_indexes. */
    private boolean isKey(Reference reference, List<ColumnDraft> targets, List<ColumnDraft> columns, Place place) {
        TableDraft target = reference.table();
        if (targets.isEmpty()) {
            boolean reported =
                    target.yaml().dropped("primary_key") || target.yaml().has("primary_key");
            if (!reported) {
                problems.add(
                        ProblemCode.FOREIGN_KEY_TARGET,
                        place,
                        "the table " + quote(target.name()) + " has no primary key to point to",
                        "name the columns: \"" + target.name() + "(…)\"");
            }
            return false;
        }
        if (targets.size() != columns.size()) {
            problems.add(
                    ProblemCode.FOREIGN_KEY_TARGET,
                    place,
                    "a foreign key of " + count(columns.size()) + " cannot point to " + count(targets.size()) + " of "
                            + quote(target.name()));
            return false;
        }
        Set<String> names = new HashSet<>(KeyResolver.names(targets));
        boolean key = names.size() == targets.size()
                && (target.primaryKey().isPresent()
                                && names.equals(
                                        new HashSet<>(target.primaryKey().get().columns()))
                        || target.uniques().stream().anyMatch(unique -> isOver(unique, names))
                        || target.indexes().stream().anyMatch(index -> isOver(index, names)));
        if (!key) {
            problems.add(
                    ProblemCode.FOREIGN_KEY_TARGET,
                    place,
                    String.join(", ", KeyResolver.names(targets)) + " is neither the primary key nor unique in "
                            + quote(target.name()),
                    "point to the primary key, or declare the columns unique");
        }
        return key;
    }

    private static String count(int columns) {
        return columns == 1 ? "one column" : columns + " columns";
    }

    private static boolean isOver(UniqueConstraint unique, Set<String> names) {
        return names.equals(new HashSet<>(unique.columns()));
    }

    private static boolean isOver(Index index, Set<String> names) {
        if (!index.unique() || index.where().isPresent() || index.parts().size() != names.size()) {
            return false;
        }
        return index.parts().stream()
                .allMatch(part -> part instanceof Index.ColumnPart column
                        && column.collation().isEmpty()
                        && names.contains(column.column()));
    }

    private void checkTypes(List<ColumnDraft> columns, List<ColumnDraft> targets, TableDraft target, Place place) {
        for (int i = 0; i < columns.size(); i++) {
            ColumnDraft column = columns.get(i);
            ColumnDraft targetColumn = targets.get(i);
            if (column.typed()
                    && targetColumn.typed()
                    && !isSame(column.column().type(), targetColumn.column().type())) {
                problems.add(
                        ProblemCode.FOREIGN_KEY_TYPE,
                        place,
                        quote(column.name()) + " is "
                                + TypeText.of(column.column().type()) + ", and "
                                + quote(target.name() + '.' + targetColumn.name()) + " is "
                                + TypeText.of(targetColumn.column().type()),
                        "give both the same type");
            }
        }
    }

    private static boolean isSame(ColumnType type, ColumnType target) {
        if (type instanceof ColumnType.Enumeration words && target instanceof ColumnType.Enumeration targetWords) {
            return values(words.type()).equals(values(targetWords.type()));
        }
        return type.equals(target);
    }

    private static Set<String> values(EnumType type) {
        Set<String> values = new HashSet<>();
        type.members().forEach(member -> values.add(member.value()));
        return values;
    }

    private ReferentialAction action(YamlMapping yaml, String key, List<ColumnDraft> columns) {
        String word = yaml.text(key).orElse("no action");
        ReferentialAction action =
                ReferentialAction.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        if (action == ReferentialAction.RESTRICT && yaml.flag("deferrable")) {
            // "even if the foreign key is deferred", https://sqlite.org/foreignkeys.html#fk_actions
            problems.add(
                    ProblemCode.CONTRADICTION,
                    yaml.entry(key),
                    "restrict refuses at once, so a deferrable foreign key would not wait for the end of the transaction",
                    "leave out " + key + ", or deferrable");
        }
        for (ColumnDraft column : columns) {
            if (action == ReferentialAction.SET_NULL && !column.column().nullable()) {
                problems.add(
                        ProblemCode.FOREIGN_KEY_ACTION,
                        yaml.get(key),
                        quote(column.name()) + " cannot be set to NULL",
                        "allow NULL with a ? behind its type, or choose another action");
            } else if (action == ReferentialAction.SET_DEFAULT
                    && column.column().defaultValue().isEmpty()
                    && !column.column().nullable()) {
                problems.add(
                        ProblemCode.FOREIGN_KEY_ACTION,
                        yaml.get(key),
                        quote(column.name()) + " has no default that it could be set to",
                        "give it a default, or choose another action");
            }
            if (action != ReferentialAction.NO_ACTION
                    && action != ReferentialAction.RESTRICT
                    && column.column().generated().isPresent()
                    && !(key.equals("on_delete") && action == ReferentialAction.CASCADE)) {
                problems.add(
                        ProblemCode.FOREIGN_KEY_ACTION,
                        yaml.get(key),
                        quote(column.name()) + " is computed by the database and cannot be set");
            }
        }
        return action;
    }
}
