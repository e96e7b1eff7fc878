package io.rowloom.generator.query.tree;

import io.rowloom.generator.query.tree.FromTree.JoinKind;
import io.rowloom.generator.query.tree.QueryTree.*;
import io.rowloom.generator.query.tree.StatementTree.*;
import io.rowloom.generator.schema.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a statement that the engine has taken. */
public final class QueryParser {
    private final Tokens tokens;
    private final ValueParser values;

    private QueryParser(Tokens tokens) {
        this.tokens = tokens;
        this.values = new ValueParser(tokens, this);
    }

    /**
     * The tree of a statement.
     *
     * @param sql the text that the tokens' offsets refer to
     * @param tokens one statement, without a semicolon
     * @throws UnreadableQueryException if it holds something that this parser does not know
     */
    public static StatementTree parse(String sql, List<SqlToken> tokens) {
        QueryParser parser = new QueryParser(new Tokens(sql, tokens));
        StatementTree statement = parser.statement();
        if (!parser.tokens.isEnd()) {
            throw parser.tokens.unexpected("the end");
        }
        return statement;
    }

    static boolean startsQuery(Tokens tokens) {
        return tokens.at("SELECT") || tokens.at("WITH") || tokens.at("VALUES");
    }

    /** {@code SELECT * FROM source}. */
    static QueryTree all(FromTree source) {
        Select select = new Select(
                List.of(new Star(Optional.empty(), 0)),
                Optional.of(source),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new QueryTree(List.of(), select, List.of(), List.of(), List.of());
    }

    private StatementTree statement() {
        List<WithTable> with = with();
        if (tokens.at("SELECT") || tokens.at("VALUES")) {
            return new Reading(query(with));
        }
        if (tokens.accept("INSERT")) {
            if (tokens.accept("OR")) {
                tokens.next();
            }
            return insert(with);
        }
        if (tokens.accept("REPLACE")) {
            return insert(with);
        }
        if (tokens.accept("UPDATE")) {
            if (tokens.accept("OR")) {
                tokens.next();
            }
            return update(with);
        }
        tokens.expect("DELETE", "FROM");
        FromTree.Named table = target();
        Optional<SqlValueTree> where = tokens.accept("WHERE") ? Optional.of(values.value()) : Optional.empty();
        List<Item> returning = returning();
        return new Deleting(with, table, where, returning);
    }

    private StatementTree insert(List<WithTable> with) {
        tokens.expect("INTO");
        int at = tokens.at();
        String name = qualifiedName();
        String alias = tokens.accept("AS") ? tokens.name() : name;
        List<String> columns = tokens.atSymbol("(") ? names() : List.of();
        Optional<QueryTree> query = Optional.empty();
        if (!tokens.accept("DEFAULT", "VALUES")) {
            query = Optional.of(query());
        }
        List<Upsert> upserts = new ArrayList<>();
        while (tokens.accept("ON", "CONFLICT")) {
            upserts.add(upsert());
        }
        return new Inserting(with, new FromTree.Named(name, alias, at), columns, query, upserts, returning());
    }

    private Upsert upsert() {
        if (tokens.acceptSymbol("(")) {
            values.ordering();
            tokens.expectSymbol(")");
            if (tokens.accept("WHERE")) {
                values.value();
            }
        }
        tokens.expect("DO");
        if (tokens.accept("NOTHING")) {
            return new Upsert(List.of(), Optional.empty());
        }
        tokens.expect("UPDATE", "SET");
        List<Assignment> assignments = assignments();
        return new Upsert(assignments, tokens.accept("WHERE") ? Optional.of(values.value()) : Optional.empty());
    }

    private StatementTree update(List<WithTable> with) {
        FromTree.Named table = target();
        tokens.expect("SET");
        List<Assignment> assignments = assignments();
        Optional<FromTree> from = tokens.accept("FROM") ? Optional.of(from()) : Optional.empty();
        Optional<SqlValueTree> where = tokens.accept("WHERE") ? Optional.of(values.value()) : Optional.empty();
        return new Updating(with, table, assignments, from, where, returning());
    }

    private FromTree.Named target() {
        int at = tokens.at();
        String name = qualifiedName();
        String alias = tokens.accept("AS") ? tokens.name() : name;
        indexed();
        return new FromTree.Named(name, alias, at);
    }

    private List<Assignment> assignments() {
        List<Assignment> assignments = new ArrayList<>();
        do {
            List<String> columns = tokens.atSymbol("(") ? names() : List.of(tokens.name());
            tokens.expectSymbol("=");
            assignments.add(new Assignment(columns, values.value()));
        } while (tokens.acceptSymbol(","));
        return assignments;
    }

    private List<Item> returning() {
        return tokens.accept("RETURNING") ? items() : List.of();
    }

    private List<WithTable> with() {
        List<WithTable> tables = new ArrayList<>();
        if (tokens.accept("WITH")) {
            tokens.accept("RECURSIVE");
            do {
                String name = tokens.name();
                List<String> columns = tokens.atSymbol("(") ? names() : List.of();
                tokens.expect("AS");
                if (!tokens.accept("MATERIALIZED")) {
                    tokens.accept("NOT", "MATERIALIZED");
                }
                tokens.expectSymbol("(");
                tables.add(new WithTable(name, columns, query()));
                tokens.expectSymbol(")");
            } while (tokens.acceptSymbol(","));
        }
        return tables;
    }

    QueryTree query() {
        return query(with());
    }

    private QueryTree query(List<WithTable> with) {
        Core first = core();
        List<Compound> others = new ArrayList<>();
        while (tokens.at("UNION") || tokens.at("INTERSECT") || tokens.at("EXCEPT")) {
            String operator = tokens.next().text().toUpperCase(Locale.ROOT);
            if (tokens.accept("ALL")) {
                operator += " ALL";
            }
            others.add(new Compound(operator, core()));
        }
        List<SqlValueTree> orderBy = tokens.accept("ORDER", "BY") ? values.ordering() : List.of();
        List<SqlValueTree> limit = new ArrayList<>();
        if (tokens.accept("LIMIT")) {
            limit.add(values.value());
            if (tokens.accept("OFFSET") || tokens.acceptSymbol(",")) {
                limit.add(values.value());
            }
        }
        return new QueryTree(with, first, others, orderBy, limit);
    }

    private Core core() {
        if (tokens.accept("VALUES")) {
            List<List<SqlValueTree>> rows = new ArrayList<>();
            do {
                tokens.expectSymbol("(");
                rows.add(values.values());
                tokens.expectSymbol(")");
            } while (tokens.acceptSymbol(","));
            return new Values(rows);
        }
        tokens.expect("SELECT");
        if (!tokens.accept("DISTINCT")) {
            tokens.accept("ALL");
        }
        List<Item> items = items();
        Optional<FromTree> from = tokens.accept("FROM") ? Optional.of(from()) : Optional.empty();
        Optional<SqlValueTree> where = tokens.accept("WHERE") ? Optional.of(values.value()) : Optional.empty();
        List<SqlValueTree> groupBy = tokens.accept("GROUP", "BY") ? values.values() : List.of();
        Optional<SqlValueTree> having = tokens.accept("HAVING") ? Optional.of(values.value()) : Optional.empty();
        if (tokens.accept("WINDOW")) {
            do {
                tokens.name();
                tokens.expect("AS");
                values.window();
            } while (tokens.acceptSymbol(","));
        }
        return new Select(items, from, where, groupBy, having);
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(","));
        return items;
    }

    private Item item() {
        int start = tokens.at();
        if (tokens.acceptSymbol("*")) {
            return new Star(Optional.empty(), start);
        }
        SqlToken dot = tokens.peek(1);
        SqlToken star = tokens.peek(2);
        if (dot != null && dot.isSymbol(".") && star != null && star.isSymbol("*")) {
            String qualifier = tokens.name();
            tokens.expectSymbol(".");
            tokens.expectSymbol("*");
            return new Star(Optional.of(qualifier), start);
        }
        SqlValueTree value = values.value();
        String text = tokens.textFrom(start);
        String alias = tokens.alias("");
        return new Expression(value, alias.isEmpty() ? Optional.empty() : Optional.of(alias), text);
    }

    private FromTree from() {
        FromTree left = source();
        while (true) {
            boolean natural = false;
            JoinKind kind;
            if (tokens.acceptSymbol(",")) {
                kind = JoinKind.INNER;
            } else {
                natural = tokens.accept("NATURAL");
                Optional<JoinKind> found = joinKind();
                if (found.isEmpty()) {
                    if (natural) {
                        throw tokens.unexpected("JOIN");
                    }
                    return left;
                }
                kind = found.get();
            }
            FromTree right = source();
            Optional<SqlValueTree> on = tokens.accept("ON") ? Optional.of(values.value()) : Optional.empty();
            List<String> using = tokens.accept("USING") ? names() : List.of();
            left = new FromTree.Join(kind, left, right, on, using, natural);
        }
    }

    /** The words before and with JOIN, in any of the orders that SQLite takes. */
    private Optional<JoinKind> joinKind() {
        boolean left = false;
        boolean right = false;
        while (true) {
            if (tokens.accept("LEFT")) {
                left = true;
            } else if (tokens.accept("RIGHT")) {
                right = true;
            } else if (tokens.accept("FULL")) {
                left = true;
                right = true;
            } else if (!tokens.accept("OUTER") && !tokens.accept("INNER") && !tokens.accept("CROSS")) {
                break;
            }
        }
        if (!tokens.accept("JOIN")) {
            return Optional.empty();
        }
        return Optional.of(
                left && right ? JoinKind.FULL : left ? JoinKind.LEFT : right ? JoinKind.RIGHT : JoinKind.INNER);
    }

    private FromTree source() {
        if (tokens.acceptSymbol("(")) {
            if (startsQuery(tokens)) {
                QueryTree query = query();
                tokens.expectSymbol(")");
                return new FromTree.Derived(query, tokens.alias(""));
            }
            FromTree inner = from();
            tokens.expectSymbol(")");
            if (!tokens.alias("").isEmpty()) {
                throw new UnreadableQueryException("an alias of a join in parentheses");
            }
            return inner;
        }
        int at = tokens.at();
        String name = qualifiedName();
        if (tokens.acceptSymbol("(")) {
            List<SqlValueTree> arguments = tokens.atSymbol(")") ? List.of() : values.values();
            tokens.expectSymbol(")");
            return new FromTree.Function(name, arguments, tokens.alias(name), at);
        }
        String alias = tokens.alias(name);
        indexed();
        return new FromTree.Named(name, alias, at);
    }

    private void indexed() {
        if (tokens.accept("INDEXED", "BY")) {
            tokens.name();
        } else {
            tokens.accept("NOT", "INDEXED");
        }
    }

    private String qualifiedName() {
        String name = tokens.name();
        if (tokens.acceptSymbol(".")) {
            if (!name.equalsIgnoreCase("main")) {
                throw new UnreadableQueryException("another schema");
            }
            return tokens.name();
        }
        return name;
    }

    private List<String> names() {
        tokens.expectSymbol("(");
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.name());
        } while (tokens.acceptSymbol(","));
        tokens.expectSymbol(")");
        return names;
    }
}
