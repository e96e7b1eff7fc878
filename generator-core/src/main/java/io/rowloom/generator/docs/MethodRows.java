package io.rowloom.generator.docs;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.TableDao;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rows of the table of a DAO's methods: how SQLite gets at the rows, and the statement. */
final class MethodRows {
    /** A table that hundreds refer to has methods for each of them, which are all alike. */
    private static final int MOST_ROWS = 60;

    private static final String BY = "a search by the ";

    private MethodRows() {}

    /** A line for each statement with the methods that run it, in the order of the DAO, as Markdown. */
    static String of(TableDao dao) {
        Map<String, String> methods = new LinkedHashMap<>();
        // The methods of a DAO get at rows in a few ways.
        Map<String, String> cells = new HashMap<>();
        int left = 0;
        for (DaoMethod method : dao.methods()) {
            String rest =
                    cells.computeIfAbsent(access(method), MethodRows::cell).concat(Markdown.codeCell(method.brief()));
            String before = methods.get(rest);
            if (before == null && methods.size() == MOST_ROWS) {
                left++;
                continue;
            }
            String signature = Markdown.codeCell(method.returns() + ' ' + method.signature());
            methods.put(rest, before == null ? signature : before + "<br>" + signature);
        }
        StringBuilder rows = new StringBuilder(1 << 14);
        methods.forEach((rest, signatures) ->
                rows.append("| ").append(signatures).append(" | ").append(rest).append(" |\n"));
        if (left > 0) {
            rows.append("| and ").append(left).append(" more | | |\n");
        }
        rows.setLength(rows.length() - 1);
        return rows.toString();
    }

    private static String cell(String access) {
        return Markdown.cell(access) + " | ";
    }

    /** The head of the column says the rest. */
    private static String access(DaoMethod method) {
        return method.access().startsWith(BY) ? method.access().substring(BY.length()) : method.access();
    }
}
