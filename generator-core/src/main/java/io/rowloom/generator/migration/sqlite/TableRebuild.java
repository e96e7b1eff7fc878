package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.SqlToken;
import io.rowloom.generator.schema.SqlTokenizer;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Spells how a table is made anew: create, copy, drop, rename.
 *
 * <p>The old table is never renamed, because that would turn the foreign keys of other tables to it. Foreign keys have to
 * be off, otherwise dropping the old table deletes rows of others.
 *
 * @see <a href="https://sqlite.org/lang_altertable.html#otheralter">Making Other Kinds Of Table Schema Changes</a>
 */
final class TableRebuild {
    /** Where lists of columns are wrapped, in characters. */
    private static final int WIDTH = 100;

    private TableRebuild() {}

    /** The statements, without those for indexes and triggers, which follow when every table is in place. */
    static List<String> sql(Schema schema, TableSchema before, TableSchema after, ExistingRows rows) {
        String name = SqliteNames.quote(after.name());
        String temporaryName = temporaryName(schema, after);
        String temporary = SqliteNames.quote(temporaryName);
        List<String> sql = new ArrayList<>();
        sql.add(named(after.sql(), after.name(), temporary));
        sql.add(copy(before, after, temporary, rows));
        if (before.autoIncrement() && after.autoIncrement()) {
            // Otherwise numbers of rows that were deleted would be given out again.
            String from = literal(before.name());
            String to = literal(temporaryName);
            sql.add("DELETE FROM sqlite_sequence WHERE name = " + to);
            sql.add("INSERT INTO sqlite_sequence (name, seq) SELECT " + to
                    + ", s.seq FROM sqlite_sequence AS s WHERE s.name = " + from);
        }
        sql.add("DROP TABLE " + name);
        String rename = "ALTER TABLE " + temporary + " RENAME TO " + name;
        if (isNamedElsewhere(schema, before)) {
            // For this moment views and triggers name a table that is missing, which only the legacy rename bears.
            sql.addAll(List.of("PRAGMA legacy_alter_table = ON", rename, "PRAGMA legacy_alter_table = OFF"));
        } else {
            sql.add(rename);
        }
        return sql;
    }

    private static String temporaryName(Schema schema, TableSchema table) {
        String name = "rowloom_new_" + table.name();
        while (schema.table(name).isPresent()) {
            name += "_";
        }
        return name;
    }

    private static String copy(TableSchema before, TableSchema after, String temporary, ExistingRows rows) {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        // A row keeps its number even where no column shows it: others may refer to it, as full text indexes do.
        rowidName(before)
                .filter(rowid -> before.rowidColumn().isEmpty()
                        && after.rowidColumn().isEmpty()
                        && rowidName(after).filter(rowid::equals).isPresent())
                .ifPresent(rowid -> {
                    columns.add(rowid);
                    values.add("t." + rowid);
                });
        for (ColumnSchema column : after.columns()) {
            if (column.generated().isPresent()) {
                continue;
            }
            rows.value(column).ifPresent(value -> {
                columns.add(SqliteNames.quote(column.name()));
                values.add(value);
            });
        }
        String select = wrapped("SELECT ", values, "");
        String from = "FROM " + SqliteNames.quote(before.name()) + " AS t";
        return wrapped("INSERT INTO " + temporary + " (", columns, ")")
                + '\n'
                + select
                + (select.length() + from.length() < WIDTH ? ' ' : '\n')
                + from;
    }

    /** Items with commas between them, in lines that a review can show. */
    private static String wrapped(String open, List<String> items, String close) {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder(open);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i == items.size() - 1 ? close : ",");
            if (i > 0 && line.length() + 1 + item.length() > WIDTH) {
                text.append(line).append('\n');
                line.setLength(0);
                line.append("  ").append(item);
            } else {
                line.append(i == 0 ? "" : " ").append(item);
            }
        }
        return text.append(line).toString();
    }

    /** The name by which the number of a row can be had, if no column hides it. */
    private static Optional<String> rowidName(TableSchema table) {
        return table.withoutRowid()
                ? Optional.empty()
                : Stream.of("rowid", "_rowid_", "oid")
                        .filter(name -> table.column(name).isEmpty())
                        .findFirst();
    }

    private static boolean isNamedElsewhere(Schema schema, TableSchema table) {
        return Stream.concat(
                        schema.views().stream(), schema.triggers().stream().filter(trigger -> !isOn(trigger, table)))
                .anyMatch(object -> SqlExpression.mentions(object.sql(), table.name()));
    }

    static boolean isOn(SchemaObject trigger, TableSchema table) {
        return trigger.table().equalsIgnoreCase(table.name());
    }

    /** The CREATE TABLE statement with another name; references of the table to itself keep the final one. */
    private static String named(String sql, String name, String temporary) {
        List<SqlToken> tokens = SqlTokenizer.tokens(sql);
        int place = 2;
        if (tokens.get(place).is("IF")) {
            place += 3;
        }
        StringBuilder text = new StringBuilder("CREATE TABLE ").append(temporary);
        int copied = tokens.get(place).end();
        for (int i = place + 1; i + 1 < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean isName = token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED;
            if (isName && tokens.get(i + 1).isSymbol(".") && token.name().equalsIgnoreCase(name)) {
                // A check may qualify its columns; for the moment the table has another name.
                text.append(sql, copied, token.start());
                copied = tokens.get(i + 1).end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
