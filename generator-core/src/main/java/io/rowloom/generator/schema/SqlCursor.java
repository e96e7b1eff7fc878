package io.rowloom.generator.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place among the tokens of a statement, for readers that go through it once. */
final class SqlCursor {
    private final String sql;
    private final List<SqlToken> tokens;
    private int position;

    SqlCursor(String sql) {
        this.sql = sql;
        this.tokens = SqlTokenizer.tokens(sql);
    }

    /** The next token without taking it, or null at the end. */
    @Nullable
    SqlToken peek() {
        return peek(0);
    }

    @Nullable
    SqlToken peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : null;
    }

    SqlToken next() {
        if (position == tokens.size()) {
            throw new SqlTextException(sql, sql.length(), "the statement ends too early");
        }
        return tokens.get(position++);
    }

    /** The offset of the next token. */
    int offset() {
        SqlToken token = peek();
        return token == null ? sql.length() : token.start();
    }

    /** The text from an offset to the end of the token that was taken last. */
    String since(int start) {
        return sql.substring(start, tokens.get(position - 1).end());
    }

    boolean at(String keyword) {
        SqlToken token = peek();
        return token != null && token.is(keyword);
    }

    boolean atSymbol(String symbol) {
        SqlToken token = peek();
        return token != null && token.isSymbol(symbol);
    }

    /** Takes those keywords if all of them come next. */
    boolean accept(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            SqlToken token = peek(i);
            if (token == null || !token.is(keywords[i])) {
                return false;
            }
        }
        position += keywords.length;
        return true;
    }

    boolean acceptSymbol(String symbol) {
        if (atSymbol(symbol)) {
            position++;
            return true;
        }
        return false;
    }

    void expect(String keyword) {
        SqlToken token = next();
        if (!token.is(keyword)) {
            throw unexpected(token, keyword);
        }
    }

    void expectSymbol(String symbol) {
        SqlToken token = next();
        if (!token.isSymbol(symbol)) {
            throw unexpected(token, symbol);
        }
    }

    SqlTextException unexpected(SqlToken token, String expected) {
        return new SqlTextException(sql, token.start(), "expected " + expected + " but found " + token.text());
    }

    /** Takes a balanced {@code ( … )} and gives the text within. */
    String parenthesized() {
        int from = next().end();
        int depth = 1;
        while (true) {
            SqlToken token = next();
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && --depth == 0) {
                return sql.substring(from, token.start());
            }
        }
    }

    /** Takes tokens up to, but without, a comma or closing parenthesis of this level or one of the keywords. */
    String upTo(String... keywords) {
        SqlToken first = peek();
        int from = first == null ? sql.length() : first.start();
        int to = from;
        while (true) {
            SqlToken token = peek();
            if (token == null || token.isSymbol(",") || token.isSymbol(")")) {
                return sql.substring(from, to);
            }
            for (String keyword : keywords) {
                if (token.is(keyword)) {
                    return sql.substring(from, to);
                }
            }
            if (token.isSymbol("(")) {
                parenthesized();
                to = tokens.get(position - 1).end();
            } else {
                to = next().end();
            }
        }
    }

    /** The text from the next token to the end of the statement, without a closing semicolon. */
    String rest() {
        SqlToken first = peek();
        if (first == null) {
            return "";
        }
        SqlToken last = tokens.get(tokens.size() - 1);
        position = tokens.size();
        return sql.substring(first.start(), last.isSymbol(";") ? last.start() : last.end());
    }
}
