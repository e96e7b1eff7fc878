package io.rowloom.generator.query.tree;

import io.rowloom.generator.query.tree.SqlValueTree.*;
import io.rowloom.generator.schema.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what stands between operators: literals, names, parentheses, CASE, CAST and calls. */
final class TermParser {
    private final Tokens tokens;
    private final QueryParser queries;
    private final ValueParser values;

    TermParser(Tokens tokens, QueryParser queries, ValueParser values) {
        this.tokens = tokens;
        this.queries = queries;
        this.values = values;
    }

    /** The next operand. */
    SqlValueTree term() {
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
        List<SqlValueTree> row = values.values();
        tokens.expectSymbol(")");
        return row.size() == 1 ? row.get(0) : new RowOf(row, at);
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
            SqlValueTree operand = values.value();
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
        Optional<SqlValueTree> operand = tokens.at("WHEN") ? Optional.empty() : Optional.of(values.value());
        List<When> whens = new ArrayList<>();
        while (tokens.accept("WHEN")) {
            SqlValueTree condition = values.value();
            tokens.expect("THEN");
            whens.add(new When(condition, values.value()));
        }
        Optional<SqlValueTree> otherwise = tokens.accept("ELSE") ? Optional.of(values.value()) : Optional.empty();
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
            arguments = new ArrayList<>(values.values());
            if (tokens.accept("ORDER", "BY")) {
                values.ordering();
            }
        }
        tokens.expectSymbol(")");
        Optional<SqlValueTree> filter = Optional.empty();
        if (tokens.at("FILTER") && tokens.peek(1) != null && isOpening(tokens.peek(1))) {
            tokens.next();
            tokens.expectSymbol("(");
            tokens.expect("WHERE");
            filter = Optional.of(values.value());
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
        List<SqlValueTree> by = new ArrayList<>();
        if (!tokens.atSymbol(")") && !tokens.at("PARTITION") && !tokens.at("ORDER") && !isFrame()) {
            tokens.name();
            mayBeEmpty = true;
        }
        if (tokens.accept("PARTITION", "BY")) {
            by.addAll(values.values());
        }
        if (tokens.accept("ORDER", "BY")) {
            by.addAll(values.ordering());
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
        return new Window(by, mayBeEmpty);
    }

    private boolean isFrame() {
        return tokens.at("ROWS") || tokens.at("RANGE") || tokens.at("GROUPS");
    }
}
