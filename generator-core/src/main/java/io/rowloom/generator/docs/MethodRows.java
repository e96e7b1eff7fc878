package io.rowloom.generator.docs;

import io.rowloom.generator.dao.DaoMethod;
import io.rowloom.generator.dao.Relations;
import io.rowloom.generator.dao.TableDao;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;

/** The rows of the table of a DAO's methods: what each gives, how SQLite gets at the rows, and the statement. */
final class MethodRows {
    private MethodRows() {}

    /** A row for each method, in the order in which the DAO has them; all cells are Markdown. */
    static List<String> of(Table table, Relations relations) {
        List<String> rows = new ArrayList<>();
        for (DaoMethod method : TableDao.of(table, relations).methods()) {
            rows.add("| " + Markdown.codeCell(method.signature()) + " | " + Markdown.codeCell(method.returns()) + " | "
                    + Markdown.cell(method.access()) + " | " + Markdown.codeCell(method.brief()) + " |");
        }
        return rows;
    }
}
