package io.rowloom.generator.query;

import io.rowloom.generator.query.Conditions.Condition;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.sqlite.SqliteExpression;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.NamedQuery.OptionalParameter;
import io.rowloom.model.NamedQuery.Order;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes of a query with optional conditions and a choice of orders the statements that it stands for. */
final class QueryVariants {
    /** Each is prepared when the model is checked, and again by an application that uses it. */
    private static final int MOST = 64;
    /** The parameter that stands for the order. */
    private static final String ORDER = "order";

    private final QueryText text;
    private final NamedQuery query;
    private final Conditions conditions;
    private final Map<String, Set<Condition>> optional = new LinkedHashMap<>();
    private int orderToken = -1;

    private QueryVariants(QueryText text) {
        this.text = text;
        this.query = text.query();
        this.conditions = new Conditions(text.tokens());
    }

    /** A statement that a query stands for; {@code orderStart} is the offset of its order. */
    record Variant(List<String> given, Optional<Order> order, NamedQuery query, int orderStart) {}

    static QueryVariants of(QueryText text) throws QueryFault {
        QueryVariants variants = new QueryVariants(text);
        variants.findOrder();
        variants.findOptional();
        return variants;
    }

    boolean isOne() {
        return query.optional().isEmpty() && query.orders().isEmpty();
    }

    /** Where the choice of an order stands among the parameters. */
    OptionalInt orderAt() {
        List<String> names = new ArrayList<>(text.parameters().keySet());
        return query.orders().isEmpty() ? OptionalInt.empty() : OptionalInt.of(names.indexOf(ORDER));
    }

    boolean isOptional(String parameter) {
        return optional.containsKey(parameter);
    }

    /** The statements, that with all conditions and the first order last of the first order's. */
    List<Variant> all() {
        List<Optional<Order>> orders = new ArrayList<>();
        query.orders().forEach(order -> orders.add(Optional.of(order)));
        if (orders.isEmpty()) {
            orders.add(Optional.empty());
        }
        List<String> names = text.parameters().keySet().stream()
                .filter(optional::containsKey)
                .toList();
        List<Variant> all = new ArrayList<>();
        for (Optional<Order> order : orders) {
            for (int bits = 0; bits < 1 << names.size(); bits++) {
                List<String> given = new ArrayList<>();
                for (int i = 0; i < names.size(); i++) {
                    if ((bits >> i & 1) == 1) {
                        given.add(names.get(i));
                    }
                }
                all.add(variant(given, order));
            }
        }
        return all;
    }

    private void findOrder() throws QueryFault {
        List<SqlToken> tokens = text.tokens();
        for (int i = 2; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean sorts = token.kind() == SqlToken.Kind.PARAMETER
                    && tokens.get(i - 1).is("BY")
                    && tokens.get(i - 2).is("ORDER");
            if (sorts && query.orders().isEmpty()) {
                throw fault(
                        token.start(),
                        "every row has the same value of '" + token.text() + "', so it sorts nothing",
                        Optional.of("list the orders under  orders:  and write ORDER BY :order"));
            }
            if (sorts && token.text().equals(':' + ORDER) && orderToken < 0) {
                orderToken = i;
            }
        }
        if (query.orders().isEmpty()) {
            return;
        }
        Order first = query.orders().get(0);
        if (orderToken < 0) {
            throw QueryFault.at(
                    query,
                    first.location(),
                    ".orders",
                    ProblemCode.QUERY_VARIANTS,
                    "the SQL does not say where the order goes",
                    Optional.of("write ORDER BY :order"));
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (i != orderToken && tokens.get(i).text().equals(':' + ORDER)) {
                throw fault(
                        tokens.get(i).start(),
                        "':order' is the order, which goes behind ORDER BY once",
                        Optional.empty());
            }
        }
        for (Order order : query.orders()) {
            Optional<String> fault = SqliteExpression.fault(order.sql().sql());
            if (fault.isPresent()) {
                throw QueryFault.at(
                        query,
                        order.sql().location(),
                        ".orders." + order.name(),
                        ProblemCode.QUERY_VARIANTS,
                        "the order " + fault.get(),
                        Optional.empty());
            }
        }
    }

    private void findOptional() throws QueryFault {
        for (OptionalParameter parameter : query.optional()) {
            String name = parameter.name();
            if (!text.parameters().containsKey(name) || name.equals(ORDER) && orderToken >= 0) {
                throw declared(
                        parameter,
                        "the query has no parameter " + Spelling.quote(':' + name),
                        Spelling.didYouMean(name, text.parameters().keySet()));
            }
            if (optional.containsKey(name)) {
                throw declared(parameter, "':" + name + "' is here twice", Optional.empty());
            }
            if (text.writes()) {
                throw declared(
                        parameter,
                        "a statement that changes rows leaves out no condition, as it could change all of them",
                        Optional.empty());
            }
            optional.put(name, conditions(name));
        }
        int variants = Math.max(1, query.orders().size()) << Math.min(optional.size(), 16);
        if (variants > MOST) {
            throw QueryFault.at(
                    query,
                    query.location(),
                    "",
                    ProblemCode.QUERY_VARIANTS,
                    "the query would be " + variants + " statements, and " + MOST + " are the most",
                    Optional.of("make two queries of it, or leave some parameters always given"));
        }
        checkRequired();
    }

    /** The conditions that speak of a parameter, which must speak of no other one that is optional. */
    private Set<Condition> conditions(String name) throws QueryFault {
        Set<Condition> found = new HashSet<>();
        List<SqlToken> tokens = text.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).text().equals(':' + name)) {
                continue;
            }
            Optional<Condition> condition = conditions.of(i);
            if (condition.isEmpty()) {
                throw fault(
                        tokens.get(i).start(),
                        "':" + name + "' is optional, and this is no condition that could be left out",
                        Optional.of("only what stands between AND behind WHERE or HAVING can be"));
            }
            for (OptionalParameter other : query.optional()) {
                for (int j = condition.get().first(); j <= condition.get().last(); j++) {
                    if (!other.name().equals(name) && tokens.get(j).text().equals(':' + other.name())) {
                        throw fault(
                                tokens.get(j).start(),
                                "':" + name + "' and ':" + other.name() + "' are both optional in one condition",
                                Optional.of("make two conditions of it with AND between them"));
                    }
                }
            }
            found.add(condition.get());
        }
        return found;
    }

    /** A parameter that is always given has to be in every statement. */
    private void checkRequired() throws QueryFault {
        List<SqlToken> tokens = text.tokens();
        Set<Condition> mayGo = new HashSet<>();
        optional.values().forEach(mayGo::addAll);
        for (Map.Entry<String, Integer> parameter : text.parameters().entrySet()) {
            if (optional.containsKey(parameter.getKey())) {
                continue;
            }
            boolean stays = false;
            for (int i = 0; i < tokens.size(); i++) {
                int token = i;
                stays |= tokens.get(i).text().equals(':' + parameter.getKey())
                        && mayGo.stream().noneMatch(gone -> gone.first() <= token && token <= gone.last());
            }
            if (!stays) {
                throw fault(
                        parameter.getValue(),
                        "':" + parameter.getKey() + "' stands only where it may be left out",
                        Optional.of("make it optional as well, in a condition of its own"));
            }
        }
    }

    private Variant variant(List<String> given, Optional<Order> order) {
        Set<Condition> gone = new HashSet<>();
        optional.forEach((name, its) -> {
            if (!given.contains(name)) {
                gone.addAll(its);
            }
        });
        List<Edit> edits = new ArrayList<>();
        conditions.without(gone).forEach(cut -> edits.add(new Edit(cut.from(), cut.to(), "")));
        order.ifPresent(chosen -> {
            SqlToken place = text.tokens().get(orderToken);
            edits.add(new Edit(place.start(), place.end(), chosen.sql().sql().strip()));
        });
        edits.sort(Comparator.comparingInt(Edit::from));
        StringBuilder sql = new StringBuilder();
        int position = 0;
        int orderStart = 0;
        for (Edit edit : edits) {
            if (edit.to() <= position) {
                // Within a condition that is gone as a whole.
                continue;
            }
            sql.append(query.sql(), position, Math.max(position, edit.from()));
            orderStart = edit.text().isEmpty() ? orderStart : sql.length();
            sql.append(edit.text());
            position = edit.to();
        }
        sql.append(query.sql().substring(position));
        return new Variant(given, order, with(sql.toString(), given), orderStart);
    }

    private record Edit(int from, int to, String text) {}

    private NamedQuery with(String sql, List<String> given) {
        return new NamedQuery(
                query.name(),
                query.table(),
                query.description(),
                sql,
                query.parameters().stream()
                        .filter(declared -> !optional.containsKey(declared.name()) || given.contains(declared.name()))
                        .toList(),
                query.results(),
                query.returns(),
                query.location(),
                query.sqlLocation());
    }

    private QueryFault fault(int offset, String message, Optional<String> suggestion) {
        return QueryFault.at(query, offset, ProblemCode.QUERY_VARIANTS, message, suggestion);
    }

    private QueryFault declared(OptionalParameter parameter, String message, Optional<String> suggestion) {
        return QueryFault.at(query, parameter.location(), ".optional", ProblemCode.QUERY_VARIANTS, message, suggestion);
    }
}
