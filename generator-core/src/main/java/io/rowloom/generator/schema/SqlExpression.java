package io.rowloom.generator.schema;

import io.rowloom.generator.sqlite.SqliteNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Brings SQL expressions to one spelling, so that they can be compared and still be executed. */
public final class SqlExpression {
    /** Words that mean something else when they are not quoted, so that their quotes must stay. */
    private static final Set<String> KEYWORDS = Set.of(
            ("add all alter and as autoincrement between case check collate commit constraint create cross current_date"
                            + " current_time current_timestamp default deferrable delete distinct drop else end escape"
                            + " except exists false foreign from full glob group having if ignore in index inner insert"
                            + " intersect into is isnull join key left like limit match natural not notnull null of"
                            + " offset on or order outer over partition primary raise range references regexp right"
                            + " row rows rowid select set table then to transaction trigger true union unique update"
                            + " using values view when where window with")
                    .split(" "));

    private SqlExpression() {}

    /**
     * The expression with one blank between tokens, without comments, bare words in lower case, names quoted only where they
     * must be, and without parentheses around the whole.
     *
     * @param table the table whose columns it speaks of; a name qualified with it loses the qualifier
     */
    public static String canonical(String expression, String table) {
        List<SqlToken> tokens = SqlTokenizer.tokens(expression);
        StringBuilder text = new StringBuilder(expression.length());
        int from = 0;
        int to = tokens.size();
        while (enclosed(tokens, from, to)) {
            from++;
            to--;
        }
        for (int i = from; i < to; i++) {
            SqlToken token = tokens.get(i);
            if (i + 2 < to
                    && tokens.get(i + 1).isSymbol(".")
                    && isName(token)
                    && token.name().equalsIgnoreCase(table)) {
                i++;
                continue;
            }
            if (text.length() > 0 && isApart(tokens.get(i - 1), token)) {
                text.append(' ');
            }
            text.append(canonical(token));
        }
        return text.toString();
    }

    /** Whether a blank stands between two tokens; none after an opening parenthesis, before a comma or within a call. */
    private static boolean isApart(SqlToken before, SqlToken token) {
        if (before.isSymbol("(")
                || before.isSymbol(".")
                || token.isSymbol(")")
                || token.isSymbol(",")
                || token.isSymbol(".")) {
            return false;
        }
        boolean called = before.kind() == SqlToken.Kind.WORD && !KEYWORDS.contains(lower(before.text()));
        return !(called && token.isSymbol("("));
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
    }

    private static String canonical(SqlToken token) {
        return switch (token.kind()) {
            case WORD, NUMBER -> lower(token.text());
            case BLOB -> token.text().toUpperCase(Locale.ROOT);
            case QUOTED -> {
                String name = lower(token.name());
                yield isSimple(name) && !KEYWORDS.contains(name) ? name : SqliteNames.quote(name);
            }
            case SYMBOL ->
                switch (token.text()) {
                    case "==" -> "=";
                    case "!=" -> "<>";
                    default -> token.text();
                };
            case STRING, PARAMETER -> token.text();
        };
    }

    /** Whether the tokens between stand in one pair of parentheses. */
    private static boolean enclosed(List<SqlToken> tokens, int from, int to) {
        if (to - from < 3 || !tokens.get(from).isSymbol("(")) {
            return false;
        }
        int depth = 0;
        for (int i = from; i < to; i++) {
            if (tokens.get(i).isSymbol("(")) {
                depth++;
            } else if (tokens.get(i).isSymbol(")") && --depth == 0) {
                return i == to - 1;
            }
        }
        return false;
    }

    /** Whether the words of the text, quoted or not, contain the name; a string in {@code '…'} does not count. */
    public static boolean mentions(String sql, String name) {
        return SqlTokenizer.tokens(sql).stream()
                .anyMatch(token -> isName(token) && token.name().equalsIgnoreCase(name));
    }

    /** The text with names replaced, where they stand quoted or bare, by present name in lower case. */
    public static String renamed(String sql, Map<String, String> names) {
        StringBuilder text = new StringBuilder(sql.length());
        int copied = 0;
        for (SqlToken token : SqlTokenizer.tokens(sql)) {
            String name = isName(token) ? names.get(lower(token.name())) : null;
            if (name != null) {
                text.append(sql, copied, token.start()).append(SqliteNames.quote(name));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    /** The name as SQLite compares it: ASCII letters in lower case, all others as they are. */
    public static String lower(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            text.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return text.toString();
    }

    private static boolean isSimple(String name) {
        if (name.isEmpty() || name.charAt(0) >= '0' && name.charAt(0) <= '9') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return true;
    }
}
