package io.rowloom.generator.query.tree;

import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a statement, read from left to right. */
final class Tokens {
    /** Words that SQLite never takes for a name, see {@code parse.y}; all others it does where a name can stand. */
    private static final Set<String> RESERVED = Set.of(
            "ADD",
            "ALL",
            "ALTER",
            "AND",
            "AS",
            "AUTOINCREMENT",
            "BETWEEN",
            "CASE",
            "CHECK",
            "COLLATE",
            "COMMIT",
            "CONSTRAINT",
            "CREATE",
            "DEFAULT",
            "DEFERRABLE",
            "DELETE",
            "DISTINCT",
            "DROP",
            "ELSE",
            "ESCAPE",
            "EXCEPT",
            "EXISTS",
            "FOREIGN",
            "FROM",
            "GROUP",
            "HAVING",
            "IN",
            "INDEX",
            "INSERT",
            "INTERSECT",
            "INTO",
            "IS",
            "ISNULL",
            "JOIN",
            "LIMIT",
            "NOT",
            "NOTHING",
            "NOTNULL",
            "NULL",
            "ON",
            "OR",
            "ORDER",
            "PRIMARY",
            "REFERENCES",
            "RETURNING",
            "SELECT",
            "SET",
            "TABLE",
            "THEN",
            "TO",
            "TRANSACTION",
            "UNION",
            "UNIQUE",
            "UPDATE",
            "USING",
            "VALUES",
            "WHEN",
            "WHERE");
    /** Words that end a FROM item, so that they are no alias of it without AS. */
    private static final Set<String> AFTER_SOURCE =
            Set.of("CROSS", "FULL", "INNER", "LEFT", "NATURAL", "OUTER", "RIGHT", "INDEXED", "WINDOW");

    private final String sql;
    private final List<SqlToken> tokens;
    private int position;

    Tokens(String sql, List<SqlToken> tokens) {
        this.sql = sql;
        this.tokens = tokens;
    }

    @Nullable
    SqlToken peek(int ahead) {
        int index = position + ahead;
        return index < tokens.size() ? tokens.get(index) : null;
    }

    SqlToken next() {
        SqlToken token = peek(0);
        if (token == null) {
            throw new UnreadableQueryException("the statement ends too early");
        }
        position++;
        return token;
    }

    /** The offset of the next token. */
    int at() {
        SqlToken token = peek(0);
        return token == null ? sql.length() : token.start();
    }

    /** The text from an offset to the end of the token before. */
    String textFrom(int start) {
        return position == 0
                ? ""
                : sql.substring(start, Math.max(start, tokens.get(position - 1).end()));
    }

    boolean isEnd() {
        return position == tokens.size();
    }

    boolean at(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            SqlToken token = peek(i);
            if (token == null || !token.is(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    boolean accept(String... keywords) {
        if (at(keywords)) {
            position += keywords.length;
            return true;
        }
        return false;
    }

    void expect(String... keywords) {
        if (!accept(keywords)) {
            throw unexpected(String.join(" ", keywords));
        }
    }

    boolean atSymbol(String symbol) {
        SqlToken token = peek(0);
        return token != null && token.isSymbol(symbol);
    }

    boolean acceptSymbol(String symbol) {
        if (atSymbol(symbol)) {
            position++;
            return true;
        }
        return false;
    }

    void expectSymbol(String symbol) {
        if (!acceptSymbol(symbol)) {
            throw unexpected(symbol);
        }
    }

    /** Whether the token could be a name. */
    boolean isName(@Nullable SqlToken token) {
        return token != null
                && (token.kind() == Kind.QUOTED || token.kind() == Kind.WORD && !RESERVED.contains(upper(token)));
    }

    String name() {
        SqlToken token = next();
        if (!isName(token) && token.kind() != Kind.STRING) {
            position--;
            throw unexpected("a name");
        }
        return token.name();
    }

    /** An alias with or without AS, or the given name. */
    String alias(String otherwise) {
        if (accept("AS")) {
            return name();
        }
        SqlToken token = peek(0);
        boolean alias = token != null
                && (token.kind() == Kind.STRING
                        || isName(token) && !(token.kind() == Kind.WORD && AFTER_SOURCE.contains(upper(token))));
        return alias ? name() : otherwise;
    }

    /** Takes a balanced {@code ( … )} without looking at it. */
    void skipParenthesized() {
        expectSymbol("(");
        for (int depth = 1; depth > 0; ) {
            SqlToken token = next();
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            }
        }
    }

    UnreadableQueryException unexpected(String expected) {
        SqlToken token = peek(0);
        return new UnreadableQueryException(
                "expected " + expected + " but found " + (token == null ? "the end" : token.text()));
    }

    private static String upper(SqlToken token) {
        return token.text().toUpperCase(Locale.ROOT);
    }
}
