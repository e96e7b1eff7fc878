package io.rowloom.generator.dao;

import io.rowloom.model.name.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The methods of a DAO as they are decided, each with a signature and a constant that no other has. */
final class DaoMethods {
    private static final Set<String> OWN_NAMES =
            Set.of("sql", "parameters", "row", "rows", "values", "changes", "limit", "page", "dao", "snapshot");

    private final TableDao table;
    private final DaoSql sql;
    private final List<DaoMethod> methods = new ArrayList<>();
    private final Set<String> signatures = new HashSet<>();
    private final Set<String> finders = new HashSet<>();
    private final Set<String> constants = new HashSet<>(List.of("TABLE"));

    private DaoMethods(TableDao table) {
        this.table = table;
        this.sql = new DaoSql(table);
    }

    /** Those of a table, in the order in which its DAO has them. */
    static List<DaoMethod> of(TableDao table) {
        DaoMethods methods = new DaoMethods(table);
        WriteMethods.add(methods);
        DeleteMethods.add(methods);
        FinderMethods.add(methods);
        return methods.methods;
    }

    TableDao table() {
        return table;
    }

    DaoSql sql() {
        return sql;
    }

    /** Parameters for the values of columns, with names that the methods do not use themselves. */
    List<DaoMethod.Parameter> parameters(List<ColumnDescriptor> columns) {
        Set<String> taken = new HashSet<>(OWN_NAMES);
        List<DaoMethod.Parameter> parameters = new ArrayList<>();
        for (ColumnDescriptor column : columns) {
            String name = column.javaName();
            while (!taken.add(name)) {
                name += '_';
            }
            parameters.add(DaoMethod.Parameter.of(column, name));
        }
        return parameters;
    }

    /** A finder whose methods end in {@code words}, or in words with a number where others with such parameters do. */
    Finder finder(
            String words,
            List<DaoMethod.Parameter> parameters,
            String where,
            Optional<Lookup> lookup,
            Optional<RowOrder> order,
            String access) {
        String types = types(parameters);
        String free = words;
        for (int i = 2; !finders.add(free + types); i++) {
            free = words + i;
        }
        String constant = constant(words.isEmpty() ? "InOrder" : free);
        return new Finder(free, constant, parameters, where, lookup, order, access);
    }

    /** A method of a finder. */
    void add(
            DaoMethod.Kind kind,
            String name,
            Finder finder,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text) {
        signatures.add(name + types(parameters));
        methods.add(new DaoMethod(
                kind,
                name,
                finder.constant(),
                parameters,
                returns,
                text,
                sql.brief(text),
                finder.lookup(),
                Optional.of(finder),
                Optional.empty(),
                finder.access()));
    }

    /** A method of a finder that gives each row with its parent, or with its children. */
    void add(
            DaoMethod.Kind kind,
            String name,
            Finder finder,
            Relation relation,
            String constant,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text) {
        signatures.add(name + types(parameters));
        methods.add(new DaoMethod(
                kind,
                name,
                constant,
                parameters,
                returns,
                text,
                sql.brief(text),
                finder.lookup(),
                Optional.of(finder),
                Optional.of(relation),
                relation instanceof Children children ? children.access() : finder.access()));
    }

    /** A method that adds the children of rows that were found before. */
    void add(
            DaoMethod.Kind kind,
            String name,
            Children children,
            String constant,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text) {
        signatures.add(name + types(parameters));
        methods.add(new DaoMethod(
                kind,
                name,
                constant,
                parameters,
                returns,
                text,
                sql.brief(text),
                Optional.empty(),
                Optional.empty(),
                Optional.of(children),
                children.access()));
    }

    /** A method that finds rows by an index. */
    void add(DaoMethod.Kind kind, String name, Lookup lookup, String returns, String text) {
        add(kind, name, parameters(lookup.columns()), returns, text, Optional.of(lookup), lookup.words());
    }

    /** Any other method. */
    void add(
            DaoMethod.Kind kind,
            String name,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text,
            String access) {
        add(kind, name, parameters, returns, text, Optional.empty(), access);
    }

    void add(
            DaoMethod.Kind kind,
            String name,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text,
            Optional<Lookup> lookup,
            String access) {
        String types = types(parameters);
        String free = name;
        for (int i = 2; !signatures.add(free + types); i++) {
            free = name + i;
        }
        methods.add(new DaoMethod(
                kind,
                free,
                constant(free),
                parameters,
                returns,
                text,
                sql.brief(text),
                lookup,
                Optional.empty(),
                Optional.empty(),
                access));
    }

    /** A constant for something of that name, unlike all others. */
    String constant(String name) {
        String constant = JavaNames.constant(name).toUpperCase(Locale.ROOT);
        String free = constant;
        for (int i = 2; !constants.add(free); i++) {
            free = constant + '_' + i;
        }
        return free;
    }

    private static String types(List<DaoMethod.Parameter> parameters) {
        StringBuilder types = new StringBuilder();
        for (DaoMethod.Parameter parameter : parameters) {
            types.append(' ').append(parameter.type());
        }
        return types.toString();
    }
}
