package io.rowloom.generator.dao;

import com.squareup.javapoet.NameAllocator;
import io.rowloom.model.name.JavaNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The methods of a DAO as they are decided, each with a signature and a constant that no other has. */
final class DaoMethods {
    private final TableDao table;
    private final DaoSql sql;
    private final List<DaoMethod> methods = new ArrayList<>();
    private final Set<String> signatures = new HashSet<>();
    private final Set<String> constants = new HashSet<>();

    DaoMethods(TableDao table) {
        this.table = table;
        this.sql = new DaoSql(table);
    }

    TableDao table() {
        return table;
    }

    DaoSql sql() {
        return sql;
    }

    List<DaoMethod> list() {
        return List.copyOf(methods);
    }

    /** Parameters for the values of columns, with names that the methods do not use themselves. */
    List<DaoMethod.Parameter> parameters(List<ColumnDescriptor> columns) {
        // With a tag each time, since without one JavaPoet draws a random UUID.
        NameAllocator names = new NameAllocator();
        for (String own : List.of("sql", "parameters", "row", "rows", "values", "changes", "limit")) {
            names.newName(own, own);
        }
        List<DaoMethod.Parameter> parameters = new ArrayList<>();
        for (ColumnDescriptor column : columns) {
            parameters.add(new DaoMethod.Parameter(
                    TypeText.of(column.type()), names.newName(column.javaName(), column), Optional.of(column)));
        }
        return parameters;
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

    private void add(
            DaoMethod.Kind kind,
            String name,
            List<DaoMethod.Parameter> parameters,
            String returns,
            String text,
            Optional<Lookup> lookup,
            String access) {
        String types =
                parameters.stream().map(DaoMethod.Parameter::type).toList().toString();
        String free = name;
        for (int i = 2; !signatures.add(free + types); i++) {
            free = name + i;
        }
        String constant = JavaNames.constant(free).toUpperCase(Locale.ROOT);
        String freeConstant = constant;
        for (int i = 2; !constants.add(freeConstant); i++) {
            freeConstant = constant + '_' + i;
        }
        methods.add(
                new DaoMethod(kind, free, freeConstant, parameters, returns, text, sql.brief(text), lookup, access));
    }
}
