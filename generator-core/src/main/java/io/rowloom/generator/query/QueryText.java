package io.rowloom.generator.query;

import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.model.NamedQuery;
import io.rowloom.model.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The words of a query: one statement, with named parameters.
 *
 * @param query the query
 * @param tokens its tokens, without a semicolon
 * @param parameters the names of its parameters and where each stands first, in that order
 * @param lists the names of those that stand alone in {@code IN (…)}
 * @param writtenOut what runs in place of a star or behind the table of an INSERT, by the offset where it stands
 * @param writes whether it is an INSERT, UPDATE or DELETE
 */
record QueryText(
        NamedQuery query,
        List<SqlToken> tokens,
        Map<String, Integer> parameters,
        Set<String> lists,
        Map<Integer, String> writtenOut,
        boolean writes) {

    static QueryText read(NamedQuery query) throws QueryFault {
        List<SqlToken> tokens;
        try {
            tokens = SqlTokenizer.tokens(query.sql());
        } catch (SqlTextException unreadable) {
            throw QueryFault.at(
                    query, unreadable.offset(), ProblemCode.INVALID_QUERY, message(unreadable), Optional.empty());
        }
        List<SqlToken> statement = statement(query, tokens);
        boolean writes = writes(query, statement);
        Map<String, Integer> parameters = new LinkedHashMap<>();
        Set<String> lists = new LinkedHashSet<>();
        for (int i = 0; i < statement.size(); i++) {
            SqlToken token = statement.get(i);
            if (token.kind() == SqlToken.Kind.PARAMETER || token.text().startsWith("$")) {
                if (!token.text().matches(":[A-Za-z_][A-Za-z0-9_]*")) {
                    throw QueryFault.at(
                            query,
                            token.start(),
                            ProblemCode.QUERY_PARAMETER,
                            "a parameter is a name with a colon in front, not '" + token.text() + "'",
                            Optional.of("write it like :since"));
                }
                String name = token.text().substring(1);
                parameters.putIfAbsent(name, token.start());
                if (isList(statement, i)) {
                    lists.add(name);
                }
            }
        }
        return new QueryText(query, statement, parameters, lists, Map.of(), writes);
    }

    /** The same with columns that are written out where it runs. */
    QueryText with(Map<Integer, String> columns) {
        return new QueryText(query, tokens, parameters, lists, columns, writes);
    }

    /** Where a star stands of which nobody knows the columns; one in EXISTS does not matter. */
    OptionalInt unknownStar() {
        for (int i = 1; i < tokens.size(); i++) {
            SqlToken before = tokens.get(i - 1);
            if (!tokens.get(i).isSymbol("*")) {
                continue;
            }
            boolean qualified = before.isSymbol(".");
            int first = qualified ? i - 2 : i;
            boolean exists = first >= 3
                    && tokens.get(first - 1).is("SELECT")
                    && tokens.get(first - 3).is("EXISTS");
            boolean item = qualified
                    || before.isSymbol(",")
                    || before.is("SELECT")
                    || before.is("DISTINCT")
                    || before.is("ALL")
                    || before.is("RETURNING");
            if (item && !exists && !writtenOut.containsKey(tokens.get(first).start())) {
                return OptionalInt.of(tokens.get(first).start());
            }
        }
        return OptionalInt.empty();
    }

    private static String message(SqlTextException unreadable) {
        return String.valueOf(unreadable.getMessage());
    }

    private static List<SqlToken> statement(NamedQuery query, List<SqlToken> tokens) throws QueryFault {
        int end = 0;
        while (end < tokens.size() && !tokens.get(end).isSymbol(";")) {
            end++;
        }
        for (SqlToken token : tokens.subList(end, tokens.size())) {
            if (!token.isSymbol(";")) {
                throw QueryFault.at(
                        query,
                        token.start(),
                        ProblemCode.QUERY_STATEMENT,
                        "a query is one statement; a second one begins here",
                        Optional.of("make it a query of its own and call both in a transaction"));
            }
        }
        if (end == 0) {
            throw QueryFault.at(query, 0, ProblemCode.QUERY_STATEMENT, "the query is empty", Optional.empty());
        }
        return List.copyOf(tokens.subList(0, end));
    }

    private static boolean writes(NamedQuery query, List<SqlToken> statement) throws QueryFault {
        SqlToken verb = statement.get(0);
        if (verb.is("WITH")) {
            int depth = 0;
            for (SqlToken token : statement) {
                depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
                if (depth == 0 && isVerb(token)) {
                    verb = token;
                    break;
                }
            }
        }
        if (!isVerb(verb) && !verb.is("WITH")) {
            boolean setting = verb.is("PRAGMA");
            throw QueryFault.at(
                    query,
                    verb.start(),
                    ProblemCode.QUERY_STATEMENT,
                    "a query is a SELECT, INSERT, UPDATE or DELETE, not '" + verb.text() + "'",
                    setting ? Optional.of("settings belong to database.pragmas") : Optional.empty());
        }
        return !verb.is("SELECT") && !verb.is("VALUES") && !verb.is("WITH");
    }

    private static boolean isVerb(SqlToken token) {
        return token.is("SELECT")
                || token.is("VALUES")
                || token.is("INSERT")
                || token.is("REPLACE")
                || token.is("UPDATE")
                || token.is("DELETE");
    }

    private static boolean isList(List<SqlToken> tokens, int at) {
        return at >= 2
                && at + 1 < tokens.size()
                && tokens.get(at - 2).is("IN")
                && tokens.get(at - 1).isSymbol("(")
                && tokens.get(at + 1).isSymbol(")");
    }

    /** The statement that runs: parameters by number, each list as the elements of one JSON array. */
    String numbered() {
        return numbered(List.copyOf(parameters.keySet()));
    }

    /** The last token of {@code *}, {@code t.*}, or of the table of an INSERT with its alias. */
    private int lastReplaced(int first) {
        int last = first;
        if (last + 2 < tokens.size() && tokens.get(last + 1).isSymbol(".")) {
            last += 2;
        }
        boolean renamed = last + 2 < tokens.size() && tokens.get(last + 1).is("AS");
        return renamed && !tokens.get(last).isSymbol("*") ? last + 2 : last;
    }

    /** The same with the numbers that the parameters have in a list of all of them. */
    String numbered(List<String> names) {
        return numbered(names, tokens.get(tokens.size() - 1).end());
    }

    /** The same up to an offset that is the end of a token. */
    String numbered(List<String> names, int end) {
        String sql = query.sql();
        StringBuilder text = new StringBuilder(sql.length());
        int position = tokens.get(0).start();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.kind() == SqlToken.Kind.PARAMETER && token.end() <= end) {
                String number = "?" + (names.indexOf(token.text().substring(1)) + 1);
                text.append(sql, position, token.start())
                        .append(isList(tokens, i) ? "SELECT value FROM json_each(" + number + ')' : number);
                position = token.end();
            } else if (writtenOut.containsKey(token.start()) && token.end() <= end) {
                SqlToken last = tokens.get(lastReplaced(i));
                boolean star = last.isSymbol("*");
                text.append(sql, position, star ? token.start() : last.end()).append(writtenOut.get(token.start()));
                position = last.end();
            }
        }
        return text.append(sql, position, end).toString();
    }
}
