package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the columns that the parameters of a statement belong to, for messages only.
 *
 * <p>It knows the usual patterns: a name before the parameter ({@code "id" = ?}, {@code a.doctor_id = ?1}), the columns of
 * an INSERT by position, and {@code LIMIT ?}. Where none fits, a parameter has no name: none is better than a wrong one.
 */
final class ParameterNames {
    /** Stand between a column and its parameter; after any other keyword the column is another's. */
    private static final Set<String> OPERATORS = Set.of(
            "BETWEEN",
            "COLLATE",
            "BINARY",
            "DISTINCT",
            "GLOB",
            "IN",
            "IS",
            "LIKE",
            "MATCH",
            "NOCASE",
            "NOT",
            "NULL",
            "REGEXP",
            "RTRIM");

    private static final Set<String> KEYWORDS = Set.of(
            "ALL",
            "AND",
            "AS",
            "ASC",
            "BY",
            "CAST",
            "CONFLICT",
            "CROSS",
            "DEFAULT",
            "DELETE",
            "DESC",
            "DO",
            "ESCAPE",
            "EXCEPT",
            "EXISTS",
            "FROM",
            "GROUP",
            "HAVING",
            "INNER",
            "INSERT",
            "INTERSECT",
            "INTO",
            "JOIN",
            "LEFT",
            "NOTHING",
            "ON",
            "OR",
            "ORDER",
            "RETURNING",
            "SELECT",
            "SET",
            "UNION",
            "UPDATE",
            "VALUES",
            "WHEN",
            "WHERE",
            "WITH");

    private final String sql;
    private final List<String> insertColumns;
    private final List<String> names = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    /** The columns that values of the open CASE expressions are for. */
    private final List<String> cases = new ArrayList<>();
    /** The column that a parameter would belong to here, or empty. */
    private String last = "";

    private boolean isBetween;
    /** How deep the parentheses of VALUES lie, or -1 outside of it. */
    private int values = -1;

    private int position;

    private ParameterNames(String sql) {
        this.sql = sql;
        this.insertColumns = insertColumns(sql);
    }

    /** What a parenthesis is in. */
    private static final class Group {
        private final String column;
        private boolean isList;

        Group(String column) {
            this.column = column;
        }
    }

    /** One name for each parameter in order, empty where none is found. */
    static List<String> of(String sql) {
        ParameterNames found = new ParameterNames(sql);
        int at = 0;
        while (at < sql.length()) {
            at = found.read(at);
        }
        return found.names;
    }

    /** Reads what begins there, and says where the next begins. */
    private int read(int at) {
        char c = sql.charAt(at);
        if (c == '"' || c == '\'') {
            int end = endOfQuoted(at, c);
            if (c == '"') {
                last = sql.substring(at + 1, end - 1).replace("\"\"", "\"");
            }
            return end;
        }
        if (sql.startsWith("--", at)) {
            return after("\n", at);
        }
        if (sql.startsWith("/*", at)) {
            return after("*/", at);
        }
        if (isWord(c)) {
            int end = endOfWord(at);
            word(sql.substring(at, end), end);
            return end;
        }
        switch (c) {
            case '(' -> open();
            case ')' -> close();
            case ',' -> comma();
            case '?' -> {
                return parameter(at);
            }
            default -> {
                // An operator or a space, which changes nothing.
            }
        }
        return at + 1;
    }

    private void word(String word, int end) {
        String upper = word.toUpperCase(Locale.ROOT);
        if (upper.equals("AND") && isBetween) {
            isBetween = false;
        } else if (upper.equals("LIMIT") || upper.equals("OFFSET")) {
            last = upper.toLowerCase(Locale.ROOT);
        } else if (upper.equals("JSON_EACH")) {
            // IN (SELECT value FROM json_each(?)): the list is of the column before IN.
            last = groups.isEmpty() ? "" : groups.get(groups.size() - 1).column;
        } else if (upper.equals("CASE")) {
            cases.add(last);
            last = "";
        } else if (!cases.isEmpty() && (upper.equals("THEN") || upper.equals("ELSE"))) {
            last = cases.get(cases.size() - 1);
        } else if (!cases.isEmpty() && upper.equals("END")) {
            last = cases.remove(cases.size() - 1);
        } else if (KEYWORDS.contains(upper)) {
            last = "";
            isBetween = false;
            values = upper.equals("VALUES") ? groups.size() : values;
            position = 0;
            values = upper.equals("ON") || upper.equals("RETURNING") ? -1 : values;
        } else if (OPERATORS.contains(upper)) {
            isBetween |= upper.equals("BETWEEN");
        } else if (!Character.isDigit(word.charAt(0)) && !sql.startsWith("(", end)) {
            last = word;
        }
    }

    private void open() {
        if (groups.size() == values) {
            position = 0;
        }
        groups.add(new Group(last));
    }

    /** After a list of columns a parameter would be of any of them. */
    private void close() {
        if (!groups.isEmpty()) {
            Group closed = groups.remove(groups.size() - 1);
            last = closed.isList || !closed.column.isEmpty() ? closed.column : last;
        }
    }

    private void comma() {
        if (groups.isEmpty()) {
            last = "";
        } else {
            Group group = groups.get(groups.size() - 1);
            group.isList = true;
            last = group.column;
        }
        if (values >= 0 && groups.size() == values + 1) {
            position++;
        }
    }

    private int parameter(int at) {
        int end = at + 1;
        while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
            end++;
        }
        int number = end > at + 1 ? Integer.parseInt(sql.substring(at + 1, end)) : names.size() + 1;
        while (names.size() < number) {
            names.add("");
        }
        if (names.get(number - 1).isEmpty()) {
            boolean isInserted = values >= 0 && position < insertColumns.size();
            names.set(number - 1, isInserted ? insertColumns.get(position) : last);
        }
        return end;
    }

    private int endOfQuoted(int at, char quote) {
        int end = at + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) == quote) {
                if (end + 1 == sql.length() || sql.charAt(end + 1) != quote) {
                    return end + 1;
                }
                end++;
            }
            end++;
        }
        return sql.length();
    }

    private int endOfWord(int at) {
        int end = at;
        while (end < sql.length() && isWord(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int after(String text, int at) {
        int found = sql.indexOf(text, at + 2);
        return found < 0 ? sql.length() : found + text.length();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** The names between the first parentheses of an INSERT. */
    private static List<String> insertColumns(String sql) {
        int open = sql.indexOf('(');
        int close = sql.indexOf(')', open + 1);
        List<String> columns = new ArrayList<>();
        if (sql.regionMatches(true, 0, "INSERT", 0, 6) && open > 0 && close > 0) {
            for (String column : sql.substring(open + 1, close).split(",")) {
                columns.add(column.strip().replace("\"", ""));
            }
        }
        return columns;
    }
}
