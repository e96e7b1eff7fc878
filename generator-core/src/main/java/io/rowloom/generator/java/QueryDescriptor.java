package io.rowloom.generator.java;

import io.rowloom.generator.dao.TableDao;
import io.rowloom.generator.query.AnalysedQuery;
import io.rowloom.generator.query.QueryPage;
import io.rowloom.generator.query.QueryParameter;
import io.rowloom.generator.query.QueryResult;
import io.rowloom.generator.query.QueryRows;
import io.rowloom.model.Model;
import io.rowloom.model.name.JavaNames;
import io.rowloom.model.name.ReservedNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What Java makes of a named query.
 *
 * @param method the method
 * @param constant the constant that holds the statement
 * @param table the table whose DAO has the method; empty for the database's own queries
 * @param description what it gives
 * @param sql the statement; the one with all conditions where there are several
 * @param variants the statements where there are several, by the number that the method computes
 * @param page how it gives pages, if it does
 * @param orders the choice of an order; empty if there is none
 * @param writes whether it changes rows
 * @param parameters its parameters, with names that are free in the method
 * @param rows how many rows it gives
 * @param result what a row is; empty where it gives the number of rows changed
 * @param record the record that is nested beside the method for it; empty if none is
 * @param scans what is said of tables of which it reads every row, for Javadoc
 */
record QueryDescriptor(
        String method,
        String constant,
        Optional<String> table,
        Optional<String> description,
        String sql,
        List<Variant> variants,
        Optional<QueryPage> page,
        Optional<Orders> orders,
        boolean writes,
        List<QueryParameter> parameters,
        QueryRows rows,
        Optional<QueryResult> result,
        Optional<String> record,
        List<String> scans) {
    /** Names that the methods use themselves. */
    private static final Set<String> TAKEN = Set.of("parameters", "row", "sql", "variant", "next", "page");

    /** A statement of several; {@code when} says when it runs, plain text. */
    record Variant(String sql, String when, Optional<QueryPage> page) {}

    /**
     * A choice of orders.
     *
     * @param type the enum
     * @param parameter the method's parameter for it
     * @param at where it stands among the parameters
     * @param choices the orders
     */
    record Orders(String type, String parameter, int at, List<Choice> choices) {}

    /** An order: its constant, and what stands behind ORDER BY. */
    record Choice(String constant, String sql) {}

    /** The queries of a model, with records of other names than those that DAOs nest already. */
    static List<QueryDescriptor> of(Model model, List<AnalysedQuery> queries, Collection<TableDao> daos) {
        Set<String> types = typesOf(model);
        Set<String> taken = new HashSet<>();
        for (TableDao dao : daos) {
            dao.relations().forEach(relation -> taken.add(dao.name() + '.' + relation.record()));
        }
        List<QueryDescriptor> descriptors = new ArrayList<>();
        for (AnalysedQuery query : queries) {
            descriptors.add(of(query, types, taken));
        }
        return descriptors;
    }

    private static QueryDescriptor of(AnalysedQuery query, Set<String> types, Set<String> taken) {
        Optional<String> record = Optional.empty();
        if (query.result().isPresent() && query.result().get() instanceof QueryResult.Composed composed) {
            String name = composed.name();
            String owner = query.query().table().orElse("");
            if (types.contains(name) || ReservedNames.isReservedForTypes(name) || taken.contains(owner + '.' + name)) {
                name = JavaNames.pascalCase(query.query().name()) + "Row";
            }
            taken.add(owner + '.' + name);
            record = Optional.of(name);
        }
        List<QueryParameter> parameters = query.parameters().stream()
                .map(parameter -> TAKEN.contains(parameter.javaName())
                        ? new QueryParameter(
                                parameter.name(),
                                parameter.javaName() + "Value",
                                parameter.type(),
                                parameter.nullable(),
                                parameter.list(),
                                parameter.optional())
                        : parameter)
                .toList();
        return new QueryDescriptor(
                query.query().name(),
                "QUERY_" + JavaNames.constant(query.query().name()).toUpperCase(Locale.ROOT),
                query.query().table(),
                query.query().description(),
                query.sql(),
                query.variants().stream()
                        .map(variant ->
                                new Variant(variant.sql(), query.when(variant).strip(), variant.page()))
                        .toList(),
                query.page(),
                query.orderAt().isPresent() ? Optional.of(orders(query, parameters, types, taken)) : Optional.empty(),
                query.writes(),
                parameters,
                query.rows(),
                query.result(),
                record,
                ScanWords.of(query, parameters));
    }

    private static Orders orders(
            AnalysedQuery query, List<QueryParameter> parameters, Set<String> types, Set<String> taken) {
        String owner = query.query().table().orElse("");
        String type = JavaNames.pascalCase(query.query().name()) + "Order";
        while (types.contains(type) || taken.contains(owner + '.' + type)) {
            type += "ing";
        }
        taken.add(owner + '.' + type);
        boolean free =
                parameters.stream().noneMatch(parameter -> parameter.javaName().equals("order"));
        return new Orders(
                type,
                free ? "order" : "orderBy",
                query.orderAt().orElseThrow(),
                query.query().orders().stream()
                        .map(order -> new Choice(
                                JavaNames.constant(order.name()).toUpperCase(Locale.ROOT),
                                order.sql().sql().strip()))
                        .toList());
    }

    private static Set<String> typesOf(Model model) {
        // A DAO nests the record of a key of more than one column.
        Set<String> types = new HashSet<>(Set.of("Key"));
        model.tables()
                .forEach(table -> types.addAll(List.of(
                        table.recordName(),
                        "New" + table.recordName(),
                        table.recordName() + "Dao",
                        table.recordName() + "Patch")));
        model.views().forEach(view -> types.addAll(List.of(view.recordName(), view.recordName() + "Dao")));
        model.enums().forEach(type -> types.add(type.name()));
        model.shapes().forEach(shape -> types.add(shape.name()));
        return types;
    }
}
