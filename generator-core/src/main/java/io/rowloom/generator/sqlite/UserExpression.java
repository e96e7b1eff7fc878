package io.rowloom.generator.sqlite;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.DefaultValue;
import io.rowloom.model.Index;
import io.rowloom.model.Index.ColumnPart;
import io.rowloom.model.Index.ExpressionPart;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * SQL that a model holds as the user wrote it, with statements that try it alone.
 *
 * @param table the table it belongs to
 * @param what what it is, for messages: {@code check 'ck_sessions_count'}
 * @param context the path of keys that leads to it
 * @param location where it stands
 * @param parts the expressions themselves; an index may have several
 * @param probe statements that an empty database takes if and only if the expressions are right
 */
record UserExpression(
        Table table, String what, String context, Location location, List<String> parts, List<String> probe) {

    /** Every expression of the model, in its order. */
    static List<UserExpression> of(Model model) {
        List<UserExpression> found = new ArrayList<>();
        for (Table table : model.tables()) {
            for (Column column : table.columns()) {
                if (column.defaultValue().orElse(null) instanceof DefaultValue.Expression expression) {
                    found.add(defaultOf(table, column, expression));
                }
                column.generated().ifPresent(generated -> found.add(generated(table, column, generated.expression())));
            }
            for (CheckConstraint check : table.checks()) {
                found.add(check(table, check));
            }
            for (Index index : table.indexes()) {
                for (Index.Part part : index.parts()) {
                    if (part instanceof ExpressionPart expression) {
                        found.add(index(table, index, expression));
                    }
                }
                index.where().ifPresent(condition -> found.add(condition(table, index, condition)));
            }
        }
        return found;
    }

    /** Whether the model holds anything that SQLite takes as written: an expression, a declared type, a collation. */
    static boolean isIn(Model model) {
        for (Table table : model.tables()) {
            for (Column column : table.columns()) {
                if (column.sqlType().isPresent() || column.collation().isPresent()) {
                    return true;
                }
            }
            for (Index index : table.indexes()) {
                for (Index.Part part : index.parts()) {
                    if (part.collation().isPresent()) {
                        return true;
                    }
                }
            }
        }
        return !of(model).isEmpty();
    }

    /** A row is inserted, because only that shows a function that is unknown and a type that does not fit. */
    private static UserExpression defaultOf(Table table, Column column, DefaultValue.Expression value) {
        String quotedTable = SqliteNames.quote(table.name());
        String name = SqliteNames.quote(column.name());
        String create = "CREATE TABLE " + quotedTable + " (" + name + ' ' + SqliteTypes.declared(column) + " DEFAULT "
                + SqliteDefaults.clause(value, column.type()) + (table.strict() ? ") STRICT" : ")");
        return new UserExpression(
                table,
                "default of column '" + column.name() + '\'',
                table.name() + ".columns." + column.name() + ".default",
                column.expressionAt().orElse(column.location()),
                List.of(value.sql()),
                List.of(create, "INSERT INTO " + quotedTable + " DEFAULT VALUES"));
    }

    private static UserExpression generated(Table table, Column column, String expression) {
        StringJoiner columns = columns(table, column);
        columns.add(SqliteNames.quote(column.name()) + " AS (" + SqliteExpression.closed(expression) + ")");
        return new UserExpression(
                table,
                "expression of column '" + column.name() + '\'',
                table.name() + ".columns." + column.name() + ".generated",
                column.expressionAt().orElse(column.location()),
                List.of(expression),
                List.of(columns.toString()));
    }

    private static UserExpression check(Table table, CheckConstraint check) {
        StringJoiner columns = columns(table, null);
        columns.add("CHECK (" + SqliteExpression.closed(check.expression()) + ")");
        return new UserExpression(
                table,
                "check '" + check.name() + '\'',
                check.column()
                        .map(column -> table.name() + ".columns." + column + ".check")
                        .orElse(table.name() + ".checks"),
                check.location(),
                List.of(check.expression()),
                List.of(columns.toString()));
    }

    private static UserExpression index(Table table, Index index, ExpressionPart part) {
        Index alone = new Index(index.name(), false, List.of(part), Optional.empty(), index.location());
        return new UserExpression(
                table,
                "index '" + index.name() + '\'',
                table.name() + ".indexes",
                part.at().orElse(index.location()),
                List.of(part.expression()),
                List.of(columns(table, null).toString(), CreateIndex.sql(table, alone)));
    }

    private static UserExpression condition(Table table, Index index, String condition) {
        ColumnPart any = new ColumnPart(table.columns().get(0).name(), Index.Order.ASCENDING, Optional.empty());
        Index alone = new Index(index.name(), false, List.of(any), Optional.of(condition), index.location());
        return new UserExpression(
                table,
                "condition of index '" + index.name() + '\'',
                table.name() + ".indexes",
                index.whereAt().orElse(index.location()),
                List.of(condition),
                List.of(columns(table, null).toString(), CreateIndex.sql(table, alone)));
    }

    /** The table with the bare names of its columns, so that nothing else in it can be wrong. */
    private static StringJoiner columns(Table table, @Nullable Column without) {
        StringJoiner columns = new StringJoiner(", ", "CREATE TABLE " + SqliteNames.quote(table.name()) + " (", ")");
        for (Column column : table.columns()) {
            if (column != without) {
                columns.add(SqliteNames.quote(column.name()));
            }
        }
        return columns;
    }
}
