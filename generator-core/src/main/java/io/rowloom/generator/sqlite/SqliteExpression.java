package io.rowloom.generator.sqlite;

import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import java.util.List;
import java.util.Optional;

/** Keeps SQL that a user wrote in the place where it is put. */
public final class SqliteExpression {
    private SqliteExpression() {}

    /** The expression so that text can follow it: a line comment at its end gets its line end. */
    static String closed(String expression) {
        String text = expression.strip();
        boolean mayEndInComment = text.indexOf("--", text.lastIndexOf('\n') + 1) >= 0;
        return mayEndInComment ? text + '\n' : text;
    }

    /** Why the text cannot stand in parentheses as one expression, whatever it means; empty if it can. */
    public static Optional<String> fault(String expression) {
        // A parenthesis that we add ourselves shows whether a comment at the end would swallow what follows.
        String text = closed(expression) + ')';
        List<SqlToken> tokens;
        try {
            tokens = SqlTokenizer.tokens(text);
        } catch (SqlTextException unreadable) {
            return Optional.of("cannot be read: " + unreadable.getMessage());
        }
        if (tokens.isEmpty() || tokens.get(tokens.size() - 1).end() != text.length()) {
            return Optional.of("has a comment that is never closed");
        }
        if (tokens.size() == 1) {
            return Optional.of("is empty");
        }
        int depth = 0;
        for (SqlToken token : tokens.subList(0, tokens.size() - 1)) {
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && --depth < 0) {
                return Optional.of("closes a parenthesis that it did not open");
            } else if (token.isSymbol(";")) {
                return Optional.of("has a ';', which would end the statement");
            }
        }
        return depth == 0 ? Optional.empty() : Optional.of("opens a parenthesis that it does not close");
    }

    /** The statement without what ends it and without comments there; one that cannot be read as it is. */
    public static String withoutSemicolon(String sql) {
        List<SqlToken> tokens;
        try {
            tokens = SqlTokenizer.tokens(sql);
        } catch (SqlTextException unreadable) {
            return sql.strip();
        }
        int last = tokens.size();
        while (last > 0 && tokens.get(last - 1).isSymbol(";")) {
            last--;
        }
        return last == 0
                ? sql.strip()
                : sql.substring(0, tokens.get(last - 1).end()).strip();
    }

    /**
     * The same SQL with every {@code "name"} as {@code `name`}. SQLite takes a double-quoted name that it does not know
     * for a string, see <a href="https://sqlite.org/quirks.html#dblquote">Double-quoted String Literals Are
     * Accepted</a>; one in backticks it never does. The driver cannot switch that off.
     */
    public static String withoutStringsInDoubleQuotes(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        int position = 0;
        for (SqlToken token : SqlTokenizer.tokens(sql)) {
            if (token.kind() == SqlToken.Kind.QUOTED && token.text().charAt(0) == '"') {
                text.append(sql, position, token.start())
                        .append('`')
                        .append(token.name().replace("`", "``"))
                        .append('`');
                position = token.end();
            }
        }
        return text.append(sql, position, sql.length()).toString();
    }
}
