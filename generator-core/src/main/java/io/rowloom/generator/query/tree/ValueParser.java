package io.rowloom.generator.query.tree;

import io.rowloom.generator.query.tree.SqlValueTree.*;
import io.rowloom.generator.schema.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions with SQLite's precedence, see <a href="https://sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes">operators</a>.
 */
final class ValueParser {
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("<", "<=", ">", ">="),
            Set.of("&", "|", "<<", ">>"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"),
            Set.of("||", "->", "->>"));

    private final Tokens tokens;
    private final QueryParser queries;
    private final TermParser terms;

    ValueParser(Tokens tokens, QueryParser queries) {
        this.tokens = tokens;
        this.queries = queries;
        this.terms = new TermParser(tokens, queries, this);
    }

    SqlValueTree value() {
        SqlValueTree left = conjunction();
        while (tokens.at("OR")) {
            int at = tokens.next().start();
            left = new Binary("OR", left, conjunction(), at);
        }
        return left;
    }

    List<SqlValueTree> values() {
        List<SqlValueTree> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.acceptSymbol(","));
        return values;
    }

    /** What ORDER BY sorts by; directions and the place of nulls do not matter here. */
    List<SqlValueTree> ordering() {
        List<SqlValueTree> values = new ArrayList<>();
        do {
            values.add(value());
            if (!tokens.accept("ASC")) {
                tokens.accept("DESC");
            }
            if (tokens.accept("NULLS")) {
                tokens.next();
            }
        } while (tokens.acceptSymbol(","));
        return values;
    }

    private SqlValueTree conjunction() {
        SqlValueTree left = negation();
        while (tokens.at("AND")) {
            int at = tokens.next().start();
            left = new Binary("AND", left, negation(), at);
        }
        return left;
    }

    private SqlValueTree negation() {
        if (tokens.at("NOT") && !tokens.at("NOT", "EXISTS")) {
            int at = tokens.next().start();
            return new Unary("NOT", negation(), at);
        }
        return equality();
    }

    private SqlValueTree equality() {
        SqlValueTree left = level(0);
        while (true) {
            int at = tokens.at();
            if (tokens.atSymbol("=") || tokens.atSymbol("==") || tokens.atSymbol("<>") || tokens.atSymbol("!=")) {
                String operator = tokens.next().text();
                left = new Binary(
                        operator.equals("==") ? "=" : operator.equals("!=") ? "<>" : operator, left, level(0), at);
            } else if (tokens.accept("ISNULL")) {
                left = new NullTest(left, false, at);
            } else if (tokens.accept("NOTNULL") || tokens.accept("NOT", "NULL")) {
                left = new NullTest(left, true, at);
            } else if (tokens.accept("IS")) {
                left = is(left, at);
            } else {
                boolean negated = tokens.at("NOT") && isTest(tokens.peek(1));
                if (!negated && !isTest(tokens.peek(0))) {
                    return left;
                }
                if (negated) {
                    tokens.next();
                }
                left = test(left, negated, at);
            }
        }
    }

    private SqlValueTree is(SqlValueTree left, int at) {
        boolean negated = tokens.accept("NOT");
        if (tokens.accept("DISTINCT", "FROM")) {
            return new Binary(negated ? "IS" : "IS NOT", left, level(0), at);
        }
        if (tokens.accept("NULL")) {
            return new NullTest(left, negated, at);
        }
        return new Binary(negated ? "IS NOT" : "IS", left, level(0), at);
    }

    private static boolean isTest(@Nullable SqlToken token) {
        return token != null
                && (token.is("LIKE")
                        || token.is("GLOB")
                        || token.is("REGEXP")
                        || token.is("MATCH")
                        || token.is("BETWEEN")
                        || token.is("IN"));
    }

    private SqlValueTree test(SqlValueTree left, boolean negated, int at) {
        String operator = tokens.next().text().toUpperCase(Locale.ROOT);
        switch (operator) {
            case "BETWEEN" -> {
                SqlValueTree low = level(0);
                tokens.expect("AND");
                return new Between(left, low, level(0), negated, at);
            }
            case "IN" -> {
                return in(left, negated, at);
            }
            default -> {
                SqlValueTree right = level(0);
                SqlValueTree result = new Binary(negated ? "NOT " + operator : operator, left, right, at);
                if (tokens.accept("ESCAPE")) {
                    // A third operand that is NULL makes the result NULL, as either of the others does.
                    SqlValueTree escape = level(0);
                    result = new Binary(
                            negated ? "NOT " + operator : operator, left, new Binary("||", right, escape, at), at);
                }
                return result;
            }
        }
    }

    private SqlValueTree in(SqlValueTree left, boolean negated, int at) {
        if (!tokens.acceptSymbol("(")) {
            // IN table: its one column.
            int start = tokens.at();
            String name = tokens.name();
            if (tokens.atSymbol("(") || tokens.atSymbol(".")) {
                throw new UnreadableQueryException("IN with a function or another schema");
            }
            return new InQuery(left, QueryParser.all(new FromTree.Named(name, name, start)), negated, at);
        }
        if (QueryParser.startsQuery(tokens)) {
            QueryTree query = queries.query();
            tokens.expectSymbol(")");
            return new InQuery(left, query, negated, at);
        }
        List<SqlValueTree> values = tokens.atSymbol(")") ? List.of() : values();
        tokens.expectSymbol(")");
        return new InList(left, values, negated, at);
    }

    private SqlValueTree level(int level) {
        if (level == LEVELS.size()) {
            return collated();
        }
        SqlValueTree left = level(level + 1);
        while (true) {
            SqlToken token = tokens.peek(0);
            if (token == null
                    || token.kind() != SqlToken.Kind.SYMBOL
                    || !LEVELS.get(level).contains(token.text())) {
                return left;
            }
            tokens.next();
            left = new Binary(token.text(), left, level(level + 1), token.start());
        }
    }

    private SqlValueTree collated() {
        SqlValueTree value = signed();
        while (tokens.at("COLLATE")) {
            int at = tokens.next().start();
            tokens.name();
            value = new Collate(value, at);
        }
        return value;
    }

    private SqlValueTree signed() {
        if (tokens.atSymbol("-") || tokens.atSymbol("+") || tokens.atSymbol("~")) {
            SqlToken operator = tokens.next();
            return new Unary(operator.text(), signed(), operator.start());
        }
        return terms.term();
    }

    /** The window of a query that names it. */
    Window window() {
        return terms.window();
    }
}
