package io.rowloom.generator.migration;

import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text of a migration into its statements, once and at build time.
 *
 * <p>A semicolon ends a statement, but within CREATE TRIGGER only the one behind an END that follows a semicolon does; that
 * is how {@code sqlite3_complete} decides, so a CASE … END in the body is no end.
 *
 * @see <a href="https://sqlite.org/c3ref/complete.html">Determine If An SQL Statement Is Complete</a>
 */
public final class SqlSplitter {

    /**
     * A statement.
     *
     * @param sql its text without the semicolon that ends it, and without comments before it
     * @param line the line at which it starts, counted from 1
     */
    public record Part(String sql, int line) {}

    private SqlSplitter() {}

    /**
     * The statements in order; empty ones are left out.
     *
     * @throws SqlTextException if the text cannot be cut into tokens or a trigger has no end
     */
    public static List<Part> split(String text) {
        List<SqlToken> tokens = SqlTokenizer.tokens(text);
        List<Part> parts = new ArrayList<>();
        int line = 1;
        int counted = 0;
        int first = 0;
        while (first < tokens.size()) {
            int end = isTrigger(tokens, first) ? endOfTrigger(text, tokens, first) : endOfStatement(tokens, first);
            if (end > first) {
                int start = tokens.get(first).start();
                line += lines(text, counted, start);
                counted = start;
                parts.add(new Part(text.substring(start, tokens.get(end - 1).end()), line));
            }
            first = end + 1;
        }
        return List.copyOf(parts);
    }

    private static boolean isTrigger(List<SqlToken> tokens, int first) {
        int next = first + 1;
        if (!tokens.get(first).is("CREATE") || next == tokens.size()) {
            return false;
        }
        if (tokens.get(next).is("TEMP") || tokens.get(next).is("TEMPORARY")) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).is("TRIGGER");
    }

    private static int endOfStatement(List<SqlToken> tokens, int first) {
        int end = first;
        while (end < tokens.size() && !tokens.get(end).isSymbol(";")) {
            end++;
        }
        return end;
    }

    private static int endOfTrigger(String text, List<SqlToken> tokens, int first) {
        for (int end = first; end < tokens.size(); end++) {
            if (tokens.get(end).is("END")
                    && tokens.get(end - 1).isSymbol(";")
                    && (end + 1 == tokens.size() || tokens.get(end + 1).isSymbol(";"))) {
                return end + 1;
            }
        }
        throw new SqlTextException(text, tokens.get(first).start(), "this trigger has no END");
    }

    private static int lines(String text, int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                lines++;
            }
        }
        return lines;
    }
}
