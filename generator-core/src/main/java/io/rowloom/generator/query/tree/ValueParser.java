package io.rowloom.generator.query.tree;

import io.rowloom.generator.query.tree.SqlValueTree.*;
import io.rowloom.generator.schema.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    ValueParser(Tokens tokens, QueryParser queries) {
        this.tokens = tokens;
        this.queries = queries;
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
        return primary();
    }

    private SqlValueTree primary() {
        SqlToken token = tokens.next();
        int at = token.start();
        switch (token.kind()) {
            case STRING -> {
                return new Constant(ConstantKind.TEXT, token.name(), at);
            }
            case BLOB -> {
                return new Constant(ConstantKind.BLOB, token.text(), at);
            }
            case NUMBER -> {
                return number(token);
            }
            case PARAMETER -> {
                return new Parameter(token.text().substring(1), at);
            }
            case SYMBOL -> {
                if (token.isSymbol("(")) {
                    return parenthesized(at);
                }
                throw new UnreadableQueryException("unexpected " + token.text());
            }
            case QUOTED -> {
                return named(token);
            }
            default -> {
                return word(token);
            }
        }
    }

    private static Constant number(SqlToken token) {
        String text = token.text().replace("_", "");
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        boolean whole = hexadecimal || text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (whole && !hexadecimal) {
            // SQLite reads whole numbers beyond 64 bits as floating point.
            String digits = text.replaceFirst("^0+", "");
            whole = digits.length() < 19 || digits.length() == 19 && digits.compareTo("9223372036854775807") <= 0;
        }
        return new Constant(whole ? ConstantKind.WHOLE : ConstantKind.REAL, text, token.start());
    }

    private SqlValueTree parenthesized(int at) {
        if (QueryParser.startsQuery(tokens)) {
            QueryTree query = queries.query();
            tokens.expectSymbol(")");
            return new Subquery(query, at);
        }
        List<SqlValueTree> values = values();
        tokens.expectSymbol(")");
        return values.size() == 1 ? values.get(0) : new RowOf(values, at);
    }

    private SqlValueTree word(SqlToken token) {
        int at = token.start();
        if (token.is("NULL")) {
            return new Constant(ConstantKind.NULL, token.text(), at);
        }
        if (token.is("CURRENT_TIMESTAMP") || token.is("CURRENT_DATE") || token.is("CURRENT_TIME")) {
            return new Constant(ConstantKind.valueOf(token.text().toUpperCase(Locale.ROOT)), token.text(), at);
        }
        if (token.is("CASE")) {
            return caseOf(at);
        }
        if (token.is("CAST") && tokens.atSymbol("(")) {
            tokens.next();
            SqlValueTree operand = value();
            tokens.expect("AS");
            StringBuilder type = new StringBuilder();
            while (!tokens.atSymbol(")")) {
                if (tokens.atSymbol("(")) {
                    tokens.skipParenthesized();
                } else {
                    type.append(type.isEmpty() ? "" : " ").append(tokens.next().name());
                }
            }
            tokens.expectSymbol(")");
            return new Cast(operand, type.toString(), at);
        }
        boolean negated = token.is("NOT") && tokens.at("EXISTS");
        if (token.is("EXISTS") || negated) {
            if (negated) {
                tokens.next();
            }
            tokens.expectSymbol("(");
            QueryTree query = queries.query();
            tokens.expectSymbol(")");
            SqlValueTree exists = new Exists(query, at);
            return negated ? new Unary("NOT", exists, at) : exists;
        }
        if (!tokens.isName(token)) {
            throw new UnreadableQueryException("unexpected " + token.text());
        }
        return named(token);
    }

    private SqlValueTree named(SqlToken token) {
        if (tokens.atSymbol("(")) {
            return call(token);
        }
        if (!tokens.acceptSymbol(".")) {
            return new ColumnName(Optional.empty(), token.name(), token.start());
        }
        String second = tokens.name();
        if (tokens.acceptSymbol(".")) {
            // main.t.name
            return new ColumnName(Optional.of(second), tokens.name(), token.start());
        }
        return new ColumnName(Optional.of(token.name()), second, token.start());
    }

    private SqlValueTree caseOf(int at) {
        Optional<SqlValueTree> operand = tokens.at("WHEN") ? Optional.empty() : Optional.of(value());
        List<When> whens = new ArrayList<>();
        while (tokens.accept("WHEN")) {
            SqlValueTree condition = value();
            tokens.expect("THEN");
            whens.add(new When(condition, value()));
        }
        Optional<SqlValueTree> otherwise = tokens.accept("ELSE") ? Optional.of(value()) : Optional.empty();
        tokens.expect("END");
        return new Case(operand, whens, otherwise, at);
    }

    private SqlValueTree call(SqlToken name) {
        tokens.expectSymbol("(");
        boolean star = tokens.acceptSymbol("*");
        List<SqlValueTree> arguments = List.of();
        if (!star && !tokens.atSymbol(")")) {
            if (!tokens.accept("DISTINCT")) {
                tokens.accept("ALL");
            }
            arguments = new ArrayList<>(values());
            if (tokens.accept("ORDER", "BY")) {
                ordering();
            }
        }
        tokens.expectSymbol(")");
        Optional<SqlValueTree> filter = Optional.empty();
        if (tokens.at("FILTER") && tokens.peek(1) != null && isOpening(tokens.peek(1))) {
            tokens.next();
            tokens.expectSymbol("(");
            tokens.expect("WHERE");
            filter = Optional.of(value());
            tokens.expectSymbol(")");
        }
        Optional<Window> window = Optional.empty();
        if (tokens.accept("OVER")) {
            window = Optional.of(tokens.atSymbol("(") ? window() : namedWindow());
        }
        return new Call(name.name().toLowerCase(Locale.ROOT), arguments, star, filter, window, name.start());
    }

    private static boolean isOpening(@Nullable SqlToken token) {
        return token != null && token.isSymbol("(");
    }

    private Window namedWindow() {
        tokens.name();
        return new Window(List.of(), true);
    }

    /** {@code (PARTITION BY … ORDER BY … ROWS …)}; every frame that is written is taken for one that may be empty. */
    Window window() {
        tokens.expectSymbol("(");
        boolean mayBeEmpty = false;
        List<SqlValueTree> values = new ArrayList<>();
        if (!tokens.atSymbol(")") && !tokens.at("PARTITION") && !tokens.at("ORDER") && !isFrame()) {
            tokens.name();
            mayBeEmpty = true;
        }
        if (tokens.accept("PARTITION", "BY")) {
            values.addAll(values());
        }
        if (tokens.accept("ORDER", "BY")) {
            values.addAll(ordering());
        }
        if (isFrame()) {
            mayBeEmpty = true;
            while (!tokens.atSymbol(")")) {
                if (tokens.atSymbol("(")) {
                    tokens.skipParenthesized();
                } else {
                    tokens.next();
                }
            }
        }
        tokens.expectSymbol(")");
        return new Window(values, mayBeEmpty);
    }

    private boolean isFrame() {
        return tokens.at("ROWS") || tokens.at("RANGE") || tokens.at("GROUPS");
    }
}
