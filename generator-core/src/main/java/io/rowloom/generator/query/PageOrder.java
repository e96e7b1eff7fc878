package io.rowloom.generator.query;

import io.rowloom.generator.query.tree.StatementTree;
import io.rowloom.generator.query.typing.Relations;
import io.rowloom.generator.query.typing.StatementTypes;
import io.rowloom.generator.query.typing.Value;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.model.Table;
import io.rowloom.model.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds in a query that gives pages the columns that it is ordered by, and whether they tell its rows apart. */
final class PageOrder {
    private final QueryText text;
    private final List<SqlToken> tokens;
    private final Map<String, Table> aliases;
    private final List<StatementTypes.Column> columns;
    private final int orderBy;

    private PageOrder(QueryText text, Map<String, Table> aliases, List<StatementTypes.Column> columns) {
        this.text = text;
        this.tokens = text.tokens();
        this.aliases = aliases;
        this.columns = columns;
        this.orderBy = topLevel("ORDER");
    }

    /** A page's statement without its order, and what it is ordered by. */
    record Ordered(String sql, QueryPage page) {}

    /**
     * Reads the order.
     *
     * @param names the parameters of the query by their numbers
     */
    static Ordered of(
            QueryText text,
            List<String> names,
            StatementTypes types,
            List<StatementTypes.Column> columns,
            Optional<StatementTree> tree,
            Relations relations)
            throws QueryFault {
        PageOrder order = new PageOrder(text, types.tables(), columns);
        if (order.orderBy < 0) {
            throw order.fault(
                    text.tokens().get(0).start(),
                    "pages need an order",
                    "end the query with ORDER BY and columns of its result");
        }
        int limit = order.topLevel("LIMIT");
        if (limit >= 0) {
            throw order.fault(
                    text.tokens().get(limit).start(),
                    "a page has a size of its own",
                    "leave out LIMIT, or let the query return many");
        }
        List<QueryPage.Key> keys = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        order.read(keys, values);
        Optional<String> missing = new PageRows(relations, values).missing(tree);
        if (missing.isPresent()) {
            throw order.fault(
                    text.tokens().get(order.orderBy).start(),
                    "the order does not tell rows apart, so a page could not say where the next one begins",
                    missing.get());
        }
        int end = text.tokens().get(order.orderBy - 1).end();
        String sql = text.numbered(names, end);
        return new Ordered(sql, new QueryPage(columns.size(), keys));
    }

    /** The token of a word outside of all parentheses, the last one; -1 if it is not there. */
    private int topLevel(String word) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is(word)) {
                found = i;
            }
        }
        return found;
    }

    private void read(List<QueryPage.Key> keys, List<Value> values) throws QueryFault {
        int i = orderBy + 2;
        while (i < tokens.size()) {
            int start = i;
            int depth = 0;
            while (i < tokens.size() && (depth > 0 || !tokens.get(i).isSymbol(","))) {
                depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
                i++;
            }
            List<SqlToken> term = new ArrayList<>(tokens.subList(start, i));
            boolean descending = !term.isEmpty() && term.get(term.size() - 1).is("DESC");
            if (descending || !term.isEmpty() && term.get(term.size() - 1).is("ASC")) {
                term.remove(term.size() - 1);
            }
            StatementTypes.Column column = column(term, tokens.get(start).start());
            keys.add(new QueryPage.Key(column.name(), descending, column.value().nullable()));
            values.add(column.value());
            i++;
        }
    }

    private StatementTypes.Column column(List<SqlToken> term, int at) throws QueryFault {
        boolean qualified = term.size() == 3 && term.get(1).isSymbol(".");
        if (!qualified && (term.size() != 1 || term.get(0).kind() == SqlToken.Kind.NUMBER)) {
            throw fault(
                    at,
                    "a page is ordered by columns of its result",
                    "name the value with AS in the SELECT, and order by that name, with ASC or DESC and nothing else");
        }
        String name = term.get(term.size() - 1).name();
        Table table = qualified ? aliases.get(term.get(0).name().toLowerCase(Locale.ROOT)) : null;
        StatementTypes.Column first = null;
        for (StatementTypes.Column column : columns) {
            if (!column.name().equalsIgnoreCase(name)) {
                continue;
            }
            first = first == null ? column : first;
            boolean same = !qualified
                    || table != null
                            && column.value()
                                    .origin()
                                    .filter(origin -> origin.table().equalsIgnoreCase(table.name())
                                            && origin.column().equalsIgnoreCase(name))
                                    .isPresent();
            if (same && first == column) {
                return column;
            }
        }
        throw fault(
                at,
                first == null
                        ? "the result has no column '" + name + "' that it is ordered by"
                        : "another column of the result has the name '" + name + "' as well",
                first == null ? "add it to the SELECT" : "give it another name with AS, and order by that");
    }

    private QueryFault fault(int offset, String message, String suggestion) {
        return QueryFault.at(text.query(), offset, ProblemCode.QUERY_RETURNS, message, Optional.of(suggestion));
    }
}
