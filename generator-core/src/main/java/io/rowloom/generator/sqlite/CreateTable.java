package io.rowloom.generator.sqlite;

import io.rowloom.model.CheckConstraint;
import io.rowloom.model.Column;
import io.rowloom.model.ColumnType.Enumeration;
import io.rowloom.model.EnumType;
import io.rowloom.model.ForeignKey;
import io.rowloom.model.PrimaryKey;
import io.rowloom.model.ReferentialAction;
import io.rowloom.model.Table;
import io.rowloom.model.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Spells <a href="https://sqlite.org/lang_createtable.html">CREATE TABLE</a>.
 *
 * <p>A constraint over one column is written at that column, because SQLite can drop a column with its own constraints
 * but none that a constraint of the table names.
 */
final class CreateTable {
    private static final String AT_COLUMN = "\n    ";

    private CreateTable() {}

    static String sql(Table table) {
        StringJoiner lines = new StringJoiner(
                ",\n  ", "CREATE TABLE " + SqliteNames.quote(table.name()) + " (\n  ", "\n)" + options(table));
        for (Column column : table.columns()) {
            lines.add(column(table, column));
        }
        for (String constraint : tableConstraints(table)) {
            lines.add(constraint);
        }
        return lines.toString();
    }

    private static String options(Table table) {
        StringJoiner options = new StringJoiner(", ", " ", "").setEmptyValue("");
        if (table.strict()) {
            options.add("STRICT");
        }
        if (table.withoutRowid()) {
            options.add("WITHOUT ROWID");
        }
        return options.toString();
    }

    private static String column(Table table, Column column) {
        StringBuilder sql = new StringBuilder();
        sql.append(SqliteNames.quote(column.name())).append(' ').append(SqliteTypes.declared(column));
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        }
        table.primaryKey().filter(key -> isOnly(key.columns(), column)).ifPresent(key -> sql.append(primaryKey(key)));
        column.defaultValue()
                .ifPresent(value -> sql.append(" DEFAULT ").append(SqliteDefaults.clause(value, column.type())));
        column.collation().ifPresent(name -> sql.append(" COLLATE ").append(CreateIndex.collation(name)));
        column.generated()
                .ifPresent(generated -> sql.append(" GENERATED ALWAYS AS (")
                        .append(SqliteExpression.closed(generated.expression()))
                        .append(generated.stored() ? ") STORED" : ") VIRTUAL"));
        for (UniqueConstraint unique : table.uniques()) {
            if (isOnly(unique.columns(), column)) {
                sql.append(AT_COLUMN).append(constraint(unique.name())).append("UNIQUE");
            }
        }
        if (column.type() instanceof Enumeration enumeration && enumeration.check()) {
            sql.append(AT_COLUMN).append(enumCheck(table, column, enumeration.type()));
        }
        for (CheckConstraint check : table.checks()) {
            if (check.column().filter(column.name()::equals).isPresent()) {
                sql.append(AT_COLUMN).append(check(check));
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (isOnly(key.columns(), column)) {
                sql.append(AT_COLUMN).append(constraint(key.name())).append(references(key));
            }
        }
        return sql.toString();
    }

    private static List<String> tableConstraints(Table table) {
        List<String> constraints = new ArrayList<>();
        table.primaryKey()
                .filter(key -> key.columns().size() > 1)
                .ifPresent(key -> constraints.add("PRIMARY KEY (" + SqliteNames.quoteAll(key.columns()) + ")"));
        for (UniqueConstraint unique : table.uniques()) {
            if (unique.columns().size() > 1) {
                constraints.add(constraint(unique.name()) + "UNIQUE (" + SqliteNames.quoteAll(unique.columns()) + ")");
            }
        }
        for (CheckConstraint check : table.checks()) {
            if (check.column().isEmpty()) {
                constraints.add(check(check));
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (key.columns().size() > 1) {
                constraints.add(constraint(key.name()) + "FOREIGN KEY (" + SqliteNames.quoteAll(key.columns()) + ")"
                        + AT_COLUMN + references(key));
            }
        }
        return constraints;
    }

    private static boolean isOnly(List<String> columns, Column column) {
        return columns.size() == 1 && columns.get(0).equals(column.name());
    }

    private static String primaryKey(PrimaryKey key) {
        return key.autoIncrement() ? " PRIMARY KEY AUTOINCREMENT" : " PRIMARY KEY";
    }

    private static String constraint(String name) {
        return "CONSTRAINT " + SqliteNames.quote(name) + ' ';
    }

    private static String check(CheckConstraint check) {
        return constraint(check.name()) + "CHECK (" + SqliteExpression.closed(check.expression()) + ")";
    }

    /** NULL passes by itself: a CHECK refuses only what is false. */
    private static String enumCheck(Table table, Column column, EnumType type) {
        StringJoiner members = new StringJoiner(", ", " IN (", "))");
        for (EnumType.Member member : type.members()) {
            members.add(SqliteLiterals.text(member.value()));
        }
        return constraint(enumCheckName(table, column)) + "CHECK (" + SqliteNames.quote(column.name()) + members;
    }

    /** {@code ck_<table>_<column>}, unless the user's own check of the column has that name. */
    private static String enumCheckName(Table table, Column column) {
        String name = "ck_" + table.name() + '_' + column.name();
        boolean taken = table.checks().stream().anyMatch(check -> check.name().equalsIgnoreCase(name));
        return taken ? name + "_enum" : name;
    }

    private static String references(ForeignKey key) {
        StringBuilder sql = new StringBuilder("REFERENCES ")
                .append(SqliteNames.quote(key.targetTable()))
                .append(" (")
                .append(SqliteNames.quoteAll(key.targetColumns()))
                .append(')');
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            sql.append(" ON DELETE ").append(key.onDelete().sql());
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            sql.append(" ON UPDATE ").append(key.onUpdate().sql());
        }
        if (key.deferrable()) {
            sql.append(" DEFERRABLE INITIALLY DEFERRED");
        }
        return sql.toString();
    }
}
