package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A whole model, valid by construction: {@code ModelReader} gives one or a list of problems.
 *
 * @param database the database itself
 * @param enums every enum, named and inline, in order of first appearance
 * @param shapes every JSON shape, named, inline and nested, in order of first appearance
 * @param tables the tables in the order in which they were written
 * @param views the views in the order in which they were written, as written
 * @param triggers the triggers in the order in which they were written, as written
 * @param queries the named queries in the order in which they were written, as written
 * @param types where the types of {@code types:} are declared
 * @param exemptions the rules that it need not be reminded of
 */
public record Model(
        Database database,
        List<EnumType> enums,
        List<JsonShape> shapes,
        List<Table> tables,
        List<View> views,
        List<Trigger> triggers,
        List<NamedQuery> queries,
        List<TypeName> types,
        List<LintExemption> exemptions) {
    public Model {
        enums = List.copyOf(enums);
        shapes = List.copyOf(shapes);
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        triggers = List.copyOf(triggers);
        queries = List.copyOf(queries);
        types = List.copyOf(types);
        exemptions = List.copyOf(exemptions);
    }

    /** A model that nobody wrote down, so that nothing need be reminded of. */
    public Model(
            Database database,
            List<EnumType> enums,
            List<JsonShape> shapes,
            List<Table> tables,
            List<View> views,
            List<Trigger> triggers,
            List<NamedQuery> queries) {
        this(database, enums, shapes, tables, views, triggers, queries, List.of(), List.of());
    }

    /** The table of that name, compared as SQL does: without regard to case. */
    public Optional<Table> table(String name) {
        return tables.stream()
                .filter(table -> table.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
