package io.rowloom.generator.docs;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Relations;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the table of a DAO's methods: how SQLite gets at the rows, and the statement. */
final class MethodRows {
    /** A table that hundreds refer to has methods for each of them, which are all alike. */
    private static final int MOST_ROWS = 60;

    private static final String BY = "a search by the ";

    private MethodRows() {}

    /** A row for each statement with the methods that run it, in the order of the DAO; all cells are Markdown. */
    static List<String> of(Table table, Relations relations) {
        Map<String, String> methods = new LinkedHashMap<>();
        int left = 0;
        for (DaoMethod method : TableDao.of(table, relations).methods()) {
            String rest = Markdown.cell(access(method)) + " | " + Markdown.codeCell(method.brief());
            String before = methods.get(rest);
            if (before == null && methods.size() == MOST_ROWS) {
                left++;
                continue;
            }
            String signature = Markdown.codeCell(method.returns() + ' ' + method.signature());
            methods.put(rest, before == null ? signature : before + "<br>" + signature);
        }
        List<String> rows = new ArrayList<>(methods.size() + 1);
        for (Map.Entry<String, String> row : methods.entrySet()) {
            rows.add("| " + row.getValue() + " | " + row.getKey() + " |");
        }
        if (left > 0) {
            rows.add("| and " + left + " more | | |");
        }
        return rows;
    }

    /** The head of the column says the rest. */
    private static String access(DaoMethod method) {
        return method.access().startsWith(BY) ? method.access().substring(BY.length()) : method.access();
    }
}
