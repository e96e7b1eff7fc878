package io.rowloom.generator.dao;

import io.rowloom.generator.dao.DaoMethod.Kind;
import io.rowloom.generator.dao.DaoMethod.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides the methods that follow foreign keys: a row with its parent by a join, rows with their children by one more statement. */
final class RelationMethods {
    private final DaoMethods methods;
    private final TableDao table;

    private RelationMethods(DaoMethods methods) {
        this.methods = methods;
        this.table = methods.table();
    }

    /**
     * Adds them.
     *
     * @param single the finders of one row
     * @param paged the finders of pages, each in its usual order
     */
    static void add(DaoMethods methods, List<Finder> single, List<Finder> paged) {
        RelationMethods relations = new RelationMethods(methods);
        for (Parent parent : methods.table().parents()) {
            String constant = methods.constant(parent.suffix());
            single.forEach(by -> relations.find(parent, constant, by));
            paged.stream()
                    .filter(by -> !relations.holds(by, parent))
                    .forEach(by -> relations.page(parent, constant, by));
        }
        for (Children children : methods.table().children()) {
            relations.children(children, single, paged);
        }
    }

    /** Whether all rows that are found have the same parent. */
    private boolean holds(Finder by, Parent parent) {
        Set<String> names = new HashSet<>();
        by.lookup().ifPresent(lookup -> lookup.columns().forEach(column -> names.add(column.name())));
        return names.containsAll(parent.columns());
    }

    private void find(Parent parent, String constant, Finder by) {
        String name = words(by) + parent.suffix();
        String returns = "Optional<" + parent.record() + '>';
        methods.add(
                Kind.FIND_WITH,
                "find" + name,
                by,
                parent,
                constant,
                by.parameters(),
                returns,
                joined(parent, "", by.condition()));
    }

    private void page(Parent parent, String constant, Finder by) {
        List<Parameter> parameters = withPage(by);
        String first = joined(parent, by.unread(table), by.ordered() + "\nLIMIT ?" + parameters.size());
        String returns = "Page<" + parent.record() + '>';
        methods.add(
                Kind.PAGE_WITH,
                "list" + by.methods() + parent.suffix(),
                by,
                parent,
                constant,
                parameters,
                returns,
                first);
    }

    private void children(Children children, List<Finder> single, List<Finder> paged) {
        String constant = methods.constant(children.suffix());
        String text = "SELECT t.*, k.\"key\"\nFROM json_each(?) AS k\nCROSS JOIN " + DaoSql.quoted(children.table())
                + " AS t ON " + children.on() + "\nORDER BY "
                + children.order().stream()
                        .map(column -> ", " + column.sql())
                        .collect(Collectors.joining("", "k.\"key\"", ""));
        String name = children.suffix();
        for (String type : List.of("List", "Page")) {
            methods.add(
                    Kind.WITH_CHILDREN,
                    "with" + children.name(),
                    children,
                    constant,
                    List.of(Parameter.of(type + '<' + table.record() + '>', "rows")),
                    type + '<' + children.record() + '>',
                    text);
        }
        for (Finder by : single) {
            if (isKey(by)) {
                String returns = "Optional<" + children.record() + '>';
                methods.add(
                        Kind.FIND_WITH_CHILDREN, "find" + name, by, children, constant, by.parameters(), returns, text);
            }
        }
        for (Finder by : paged) {
            if (by.methods().isEmpty()) {
                String returns = "Page<" + children.record() + '>';
                methods.add(
                        Kind.PAGE_WITH_CHILDREN, "list" + name, by, children, constant, withPage(by), returns, text);
            }
        }
    }

    private String joined(Parent parent, String more, String rest) {
        return methods.sql().select(", p.*" + more) + '\n' + parent.join() + rest;
    }

    private static List<Parameter> withPage(Finder by) {
        List<Parameter> parameters = new ArrayList<>(by.parameters());
        parameters.add(Parameter.of("PageRequest", "page"));
        return parameters;
    }

    /** What the name says of a finder: nothing where it is by the primary key. */
    private String words(Finder by) {
        return isKey(by) ? "" : by.methods();
    }

    private boolean isKey(Finder by) {
        return by.lookup().filter(table::isByKey).isPresent();
    }
}
