package io.rowloom.generator.dao;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A condition with the order of the rows for which it holds: what all methods have in common that end in the same words.
 *
 * @param methods those words, {@code BySessionId}; empty for the whole table in the order of its key
 * @param constant the constant that holds its statements
 * @param parameters the values that the condition asks for
 * @param where the condition, {@code t."session_id" = ?1}; empty for the whole table
 * @param lookup the columns of the condition; empty for the whole table
 * @param order the order of the rows; empty where there can be but one, or no index has a whole order
 * @param access how SQLite gets at the rows, {@code a search by the primary key}; plain text
 */
public record Finder(
        String methods,
        String constant,
        List<DaoMethod.Parameter> parameters,
        String where,
        Optional<Lookup> lookup,
        Optional<RowOrder> order,
        String access) {
    public Finder {
        parameters = List.copyOf(parameters);
    }

    Finder named(String words, String name) {
        return new Finder(words, name, parameters, where, lookup, order, access);
    }

    /** What follows the table in a statement that gives the rows in no order. */
    String condition() {
        return where.isEmpty() ? "" : "\nWHERE " + where;
    }

    /** As {@link #condition}, with the order. */
    String ordered() {
        return order.isPresent() ? condition() + '\n' + order.get().sql() : condition();
    }

    /** What a page has to read besides the columns of the table, to know where it ends. */
    String unread(TableDao table) {
        return order.stream()
                .flatMap(rows -> rows.columns().stream())
                .filter(part -> table.columns().stream()
                        .noneMatch(column -> column.name().equals(part.name())))
                .map(part -> ", " + DaoSql.column(part.name()))
                .collect(Collectors.joining());
    }
}
