package io.rowloom.generator.schema;

import io.rowloom.generator.schema.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts SQL text into tokens by the rules of SQLite's own {@code tokenize.c}. */
public final class SqlTokenizer {
    private static final List<String> LONG_SYMBOLS =
            List.of("->>", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "->");

    private final String sql;
    private int position;

    private SqlTokenizer(String sql) {
        this.sql = sql;
    }

    /**
     * All tokens of the text.
     *
     * @throws SqlTextException if a quote is never closed or a character can stand nowhere
     */
    public static List<SqlToken> tokens(String sql) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql);
        List<SqlToken> tokens = new ArrayList<>();
        while (tokenizer.skipBlank()) {
            int start = tokenizer.position;
            Kind kind = tokenizer.advance();
            tokens.add(new SqlToken(kind, sql.substring(start, tokenizer.position), start, tokenizer.position));
        }
        return tokens;
    }

    /** Whether there are comments in the text. */
    public static boolean hasComments(String sql) {
        int from = 0;
        for (SqlToken token : tokens(sql)) {
            if (!sql.substring(from, token.start()).isBlank()) {
                return true;
            }
            from = token.end();
        }
        return !sql.substring(from).isBlank();
    }

    /** Moves over white space and comments; false at the end. */
    private boolean skipBlank() {
        while (position < sql.length()) {
            char c = sql.charAt(position);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\uFEFF') {
                position++;
            } else if (sql.startsWith("--", position)) {
                int end = sql.indexOf('\n', position);
                position = end < 0 ? sql.length() : end + 1;
            } else if (sql.startsWith("/*", position)) {
                // SQLite lets a comment run to the end of the text.
                int end = sql.indexOf("*/", position + 2);
                position = end < 0 ? sql.length() : end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private Kind advance() {
        char c = sql.charAt(position);
        switch (c) {
            case '\'' -> {
                return quoted(c, Kind.STRING);
            }
            case '"', '`' -> {
                return quoted(c, Kind.QUOTED);
            }
            case '[' -> {
                int end = sql.indexOf(']', position);
                if (end < 0) {
                    throw unclosed("[");
                }
                position = end + 1;
                return Kind.QUOTED;
            }
            case '?', ':', '@', '#' -> {
                position++;
                skipWord();
                return Kind.PARAMETER;
            }
            default -> {
                if (isDigit(c) || c == '.' && isDigit(at(position + 1))) {
                    return number();
                }
                if ((c == 'x' || c == 'X') && at(position + 1) == '\'') {
                    position++;
                    return quoted('\'', Kind.BLOB);
                }
                if (isWordPart(c)) {
                    skipWord();
                    return Kind.WORD;
                }
                return symbol(c);
            }
        }
    }

    private Kind quoted(char quote, Kind kind) {
        for (int i = position + 1; i < sql.length(); i++) {
            if (sql.charAt(i) == quote) {
                if (at(i + 1) != quote) {
                    position = i + 1;
                    return kind;
                }
                i++;
            }
        }
        throw unclosed(String.valueOf(quote));
    }

    private SqlTextException unclosed(String quote) {
        return new SqlTextException(sql, position, "the quote " + quote + " is never closed");
    }

    private Kind number() {
        boolean hexadecimal = at(position) == '0' && (at(position + 1) == 'x' || at(position + 1) == 'X');
        while (position < sql.length()) {
            char c = sql.charAt(position);
            boolean signOfExponent = (c == '+' || c == '-')
                    && !hexadecimal
                    && Character.toLowerCase(sql.charAt(position - 1)) == 'e'
                    && isDigit(at(position + 1));
            if (!isWordPart(c) && c != '.' && !signOfExponent) {
                break;
            }
            position++;
        }
        return Kind.NUMBER;
    }

    private Kind symbol(char c) {
        for (String symbol : LONG_SYMBOLS) {
            if (sql.startsWith(symbol, position)) {
                position += symbol.length();
                return Kind.SYMBOL;
            }
        }
        if ("(),;.+-*/%=<>|&~".indexOf(c) < 0) {
            throw new SqlTextException(sql, position, "unexpected character '" + c + "'");
        }
        position++;
        return Kind.SYMBOL;
    }

    private void skipWord() {
        while (position < sql.length() && isWordPart(sql.charAt(position))) {
            position++;
        }
    }

    private char at(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '$' || c >= 0x80;
    }
}
