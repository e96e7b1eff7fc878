package io.rowloom.generator.dao;

import io.rowloom.generator.sqlite.SqliteNames;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import io.rowloom.model.name.ReservedNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The foreign keys of a model, to be followed from either end. */
final class Relations {
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, List<Reference>> byTarget = new HashMap<>();
    private final Set<String> types = new HashSet<>();
    private final Map<String, Lookups> lookups = new HashMap<>();

    private record Reference(Table table, ForeignKey key) {}

    private Relations(Model model) {
        for (Table table : model.tables()) {
            tables.put(table.name(), table);
            types.addAll(Set.of(
                    table.recordName(),
                    "New" + table.recordName(),
                    table.recordName() + "Dao",
                    table.recordName() + "Patch"));
            for (ForeignKey key : table.foreignKeys()) {
                byTarget.computeIfAbsent(key.targetTable(), name -> new ArrayList<>())
                        .add(new Reference(table, key));
            }
        }
        model.enums().forEach(type -> types.add(type.name()));
        model.shapes().forEach(shape -> types.add(shape.name()));
    }

    static Relations of(Model model) {
        return new Relations(model);
    }

    /** The lookups of a table, which are decided once: the tables that it refers to ask for them, too. */
    Lookups lookups(Table table) {
        return lookups.computeIfAbsent(table.name(), name -> new Lookups(table));
    }

    /** The foreign keys of a table, each with a name of its own. */
    List<Parent> parents(Table table) {
        List<Parent> parents = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (ForeignKey key : table.foreignKeys()) {
            Table target = tables.get(key.targetTable());
            boolean optional = key.columns().stream()
                    .anyMatch(name -> table.column(name).orElseThrow().nullable());
            String role = free(role(table, key), "By" + suffix(table, key.columns()), table, taken);
            String own = component(table.recordName());
            parents.add(new Parent(
                    role,
                    table.recordName() + "With" + role,
                    own,
                    other(own, role),
                    target.name(),
                    target.recordName(),
                    join(key, optional),
                    optional,
                    1 + names(target).indexOf(key.targetColumns().get(0)),
                    key.columns()));
        }
        return parents;
    }

    /** The tables that refer to this one by a foreign key with an index behind it, each with a name of its own. */
    List<Children> children(Table table, List<Parent> parents) {
        Map<String, ColumnDescriptor> columns = lookups(table).columns();
        List<Children> children = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        parents.forEach(parent -> taken.add(parent.record()));
        List<Reference> references = byTarget.getOrDefault(table.name(), List.of());
        for (Reference reference : references) {
            Optional<Lookup> lookup = lookup(reference);
            if (lookup.isEmpty()) {
                continue;
            }
            Table child = reference.table;
            boolean only =
                    references.stream().filter(other -> other.table == child).count() == 1 && child != table;
            String role = role(child, reference.key);
            String plural = ColumnDescriptor.methodSuffix(child.javaName());
            String name = free(only ? plural : plural + "By" + role, "Referring", table, taken);
            String own = component(table.recordName());
            children.add(new Children(
                    name,
                    table.recordName() + "With" + name,
                    own,
                    other(own, name),
                    child.name(),
                    child.recordName(),
                    on(child, reference.key),
                    reference.key.targetColumns().stream().map(columns::get).toList(),
                    lookup.get().orders().stream()
                            .findFirst()
                            .map(RowOrder::columns)
                            .orElse(List.of()),
                    lookup.get().words()));
        }
        return children;
    }

    /** The name, with {@code more} or a number behind it where the record would not be the only one of its name. */
    private String free(String name, String more, Table table, Set<String> taken) {
        String free = name;
        for (int i = 1; !isFree(table.recordName() + "With" + free, taken); i++) {
            free = i == 1 ? name + more : name + more + i;
        }
        return free;
    }

    /** Looks at the types of the package where they are: a copy of them for each table would cost the square of a model. */
    private boolean isFree(String record, Set<String> taken) {
        return !types.contains(record) && taken.add(record);
    }

    private Optional<Lookup> lookup(Reference reference) {
        Set<String> wanted = new HashSet<>(reference.key.columns());
        return lookups(reference.table).list().stream()
                .filter(lookup -> wanted.equals(new HashSet<>(ColumnDescriptor.names(lookup.columns()))))
                .findFirst();
    }

    /** {@code MainAgent} of a column {@code main_agent_id}; of several columns, the row that they refer to. */
    private String role(Table table, ForeignKey key) {
        Table target = tables.get(key.targetTable());
        if (key.columns().size() > 1) {
            return target.recordName();
        }
        String name = suffix(table, key.columns());
        for (String end : List.of(suffix(target, key.targetColumns()), "Id")) {
            if (name.endsWith(end) && name.length() > end.length()) {
                return name.substring(0, name.length() - end.length());
            }
        }
        return name;
    }

    private static String suffix(Table table, List<String> columns) {
        return String.join(
                "And",
                columns.stream()
                        .map(name -> ColumnDescriptor.methodSuffix(
                                table.column(name).orElseThrow().javaName()))
                        .toList());
    }

    private static String join(ForeignKey key, boolean optional) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            conditions.add("p." + SqliteNames.quote(key.targetColumns().get(i)) + " = "
                    + DaoSql.column(key.columns().get(i)));
        }
        return (optional ? "LEFT JOIN " : "JOIN ") + SqliteNames.quote(key.targetTable()) + " AS p ON "
                + String.join(" AND ", conditions);
    }

    private static String on(Table child, ForeignKey key) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            Column column = child.column(key.columns().get(i)).orElseThrow();
            String value = key.columns().size() == 1 ? "k.\"value\"" : "(k.\"value\" ->> " + i + ')';
            conditions.add(DaoSql.column(column.name()) + " = "
                    + (column.type() == ColumnType.Scalar.BLOB ? "unhex(" + value + ')' : value));
        }
        return String.join(" AND ", conditions);
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /** A component called after a type or a role. */
    private static String component(String name) {
        int first = name.offsetByCodePoints(0, 1);
        String component = new StringBuilder(name.length())
                .appendCodePoint(Character.toLowerCase(name.codePointAt(0)))
                .append(name, first, name.length())
                .toString();
        return ReservedNames.isReservedForColumns(component) ? component + "Row" : component;
    }

    private static String other(String own, String name) {
        String component = component(name);
        return component.equals(own) ? "other" + name : component;
    }
}
