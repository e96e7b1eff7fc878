package io.rowloom.generator.sqlite;

import java.util.Optional;

/**
 * Looks at SQL that a user wrote as SQLite's tokenizer does, as far as needed to keep it in its place.
 *
 * <p>Source: <a href="https://sqlite.org/lang_comment.html">Comments</a> and
 * <a href="https://sqlite.org/lang_keywords.html">Keywords</a> for the four ways to quote.
 */
final class SqliteExpression {
    private static final String UNCLOSED = "has a quote, bracket or comment that is never closed";

    private SqliteExpression() {}

    /** The expression so that text can follow it: a line comment at its end gets its line end. */
    static String closed(String expression) {
        String text = expression.strip();
        int position = 0;
        boolean inLineComment = false;
        while (position < text.length()) {
            int end = tokenEnd(text, position);
            inLineComment = text.startsWith("--", position) && end == text.length();
            position = end;
        }
        return inLineComment ? text + '\n' : text;
    }

    /** Why the text cannot stand in parentheses as one expression, whatever it means; empty if it can. */
    static Optional<String> fault(String expression) {
        if (expression.isBlank()) {
            return Optional.of("is empty");
        }
        int depth = 0;
        int position = 0;
        while (position < expression.length()) {
            char first = expression.charAt(position);
            int end = tokenEnd(expression, position);
            if (end > expression.length()) {
                return Optional.of(UNCLOSED);
            }
            if (first == '(') {
                depth++;
            } else if (first == ')' && --depth < 0) {
                return Optional.of("closes a parenthesis that it did not open");
            } else if (first == ';') {
                return Optional.of("has a ';', which would end the statement");
            } else if (first == 0) {
                return Optional.of("has a NUL character, which would end the statement");
            }
            position = end;
        }
        return depth == 0 ? Optional.empty() : Optional.of("opens a parenthesis that it does not close");
    }

    /**
     * The same SQL with every {@code "name"} as {@code `name`}. SQLite takes a double-quoted name that it does not know
     * for a string, see <a href="https://sqlite.org/quirks.html#dblquote">Double-quoted String Literals Are
     * Accepted</a>; one in backticks it never does. The driver cannot switch that off.
     */
    static String withoutStringsInDoubleQuotes(String sql) {
        StringBuilder text = new StringBuilder(sql.length());
        int position = 0;
        while (position < sql.length()) {
            int end = Math.min(tokenEnd(sql, position), sql.length());
            String token = sql.substring(position, end);
            if (token.length() > 1 && token.charAt(0) == '"' && token.endsWith("\"")) {
                String name = token.substring(1, token.length() - 1).replace("\"\"", "\"");
                text.append('`').append(name.replace("`", "``")).append('`');
            } else {
                text.append(token);
            }
            position = end;
        }
        return text.toString();
    }

    /** Where the token ends that starts at {@code start}; behind the end of the text if it is never closed. */
    private static int tokenEnd(String sql, int start) {
        char first = sql.charAt(start);
        return switch (first) {
            case '\'', '"', '`' -> quoteEnd(sql, start, first);
            case '[' -> behind(sql, "]", start + 1);
            case '-' -> sql.startsWith("--", start) ? lineEnd(sql, start) : start + 1;
            case '/' -> sql.startsWith("/*", start) ? behind(sql, "*/", start + 2) : start + 1;
            default -> start + 1;
        };
    }

    private static int quoteEnd(String sql, int start, char quote) {
        for (int position = start + 1; position < sql.length(); position++) {
            if (sql.charAt(position) == quote) {
                if (position + 1 < sql.length() && sql.charAt(position + 1) == quote) {
                    position++;
                } else {
                    return position + 1;
                }
            }
        }
        return sql.length() + 1;
    }

    private static int behind(String sql, String close, int from) {
        int position = sql.indexOf(close, from);
        return position < 0 ? sql.length() + 1 : position + close.length();
    }

    private static int lineEnd(String sql, int start) {
        int position = sql.indexOf('\n', start);
        return position < 0 ? sql.length() : position + 1;
    }
}
