package io.rowloom.generator.sqlite;

import io.rowloom.model.Index;
import io.rowloom.model.Index.ColumnPart;
import io.rowloom.model.Index.ExpressionPart;
import io.rowloom.model.Index.Order;
import io.rowloom.model.Index.Part;
import io.rowloom.model.Table;
import java.util.Locale;
import java.util.StringJoiner;

/** Spells <a href="https://sqlite.org/lang_createindex.html">CREATE INDEX</a>. */
final class CreateIndex {
    private CreateIndex() {}

    static String sql(Table table, Index index) {
        StringJoiner parts = new StringJoiner(
                ", ",
                (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ") + SqliteNames.quote(index.name()) + " ON "
                        + SqliteNames.quote(table.name()) + " (",
                ")");
        for (Part part : index.parts()) {
            parts.add(part(part));
        }
        return index.where()
                .map(condition -> parts + " WHERE " + SqliteExpression.closed(condition))
                .orElseGet(parts::toString);
    }

    private static String part(Part part) {
        StringBuilder sql = new StringBuilder();
        if (part instanceof ColumnPart column) {
            sql.append(SqliteNames.quote(column.column()));
        } else if (part instanceof ExpressionPart expression) {
            sql.append('(')
                    .append(SqliteExpression.closed(expression.expression()))
                    .append(')');
        }
        part.collation().ifPresent(name -> sql.append(" COLLATE ").append(collation(name)));
        if (part.order() == Order.DESCENDING) {
            sql.append(" DESC");
        }
        return sql.toString();
    }

    /** The built-in collations as everybody writes them, others quoted. */
    static String collation(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "BINARY", "NOCASE", "RTRIM" -> name;
            default -> SqliteNames.quote(name);
        };
    }
}
