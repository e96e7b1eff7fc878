package io.rowloom.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the columns that the parameters of a statement belong to, for messages only.
 *
 * <p>It knows two patterns, which is all that generated statements have: a name before the parameter ({@code "id" = ?}),
 * and the columns of an INSERT by position. Where neither fits, a parameter has no name.
 */
final class ParameterNames {
    private ParameterNames() {}

    /** One name for each parameter in order, empty where none is found. */
    static List<String> of(String sql) {
        List<String> insertColumns = insertColumns(sql);
        List<String> names = new ArrayList<>();
        String last = "";
        int position = 0;
        boolean values = false;
        int depth = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '"' || c == '\'') {
                int end = sql.indexOf(c, i + 1);
                if (end < 0) {
                    break;
                }
                last = c == '"' ? sql.substring(i + 1, end) : last;
                i = end;
            } else if (Character.isLetter(c) || c == '_') {
                int end = i;
                while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
                    end++;
                }
                String word = sql.substring(i, end).toUpperCase(java.util.Locale.ROOT);
                if (word.equals("VALUES")) {
                    values = true;
                    position = 0;
                    depth = 0;
                } else if (word.equals("ON") || word.equals("RETURNING")) {
                    values = false;
                }
                i = end - 1;
            } else if (c == '(') {
                depth++;
                if (values && depth == 1) {
                    position = 0;
                }
            } else if (c == ')') {
                depth--;
            } else if (c == ',') {
                if (values && depth == 1) {
                    position++;
                }
                last = "";
            } else if (c == '?') {
                int end = i + 1;
                while (end < sql.length() && Character.isDigit(sql.charAt(end))) {
                    end++;
                }
                int number = end > i + 1 ? Integer.parseInt(sql.substring(i + 1, end)) : names.size() + 1;
                String name = values && position < insertColumns.size() ? insertColumns.get(position) : last;
                while (names.size() < number) {
                    names.add("");
                }
                if (names.get(number - 1).isEmpty()) {
                    names.set(number - 1, name);
                }
                i = end - 1;
            }
        }
        return names;
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
