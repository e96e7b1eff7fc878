package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** Rows of a scratch database that refer to rows which do not exist. */
final class OrphanRows {
    private OrphanRows() {}

    /**
     * Deletes them until there are none.
     *
     * @param schema whose foreign keys are kept as well, though the engine may not know them yet
     */
    static void remove(ScratchDatabase database, Schema schema) throws SQLException {
        boolean found = true;
        while (found) {
            Set<String> statements = new LinkedHashSet<>();
            try (Statement statement = database.connection().createStatement();
                    ResultSet rows = statement.executeQuery("SELECT \"table\", rowid FROM pragma_foreign_key_check")) {
                while (rows.next()) {
                    // Tables without rowid do not tell the row.
                    String where = rows.getString(2) == null ? "" : " WHERE rowid = " + rows.getLong(2);
                    statements.add("DELETE FROM " + SqliteNames.quote(rows.getString(1)) + where);
                }
            }
            for (TableSchema table : schema.tables()) {
                for (ForeignKeySchema key : table.foreignKeys()) {
                    of(schema, table, key).ifPresent(statements::add);
                }
            }
            found = false;
            for (String sql : statements) {
                database.execute(sql);
                found |= Long.parseLong(database.texts("SELECT changes()").get(0)) > 0;
            }
        }
    }

    /** The statement that deletes those of one foreign key; empty if its target is not known. */
    private static Optional<String> of(Schema schema, TableSchema table, ForeignKeySchema key) {
        if (key.targetColumns().size() != key.columns().size()
                || schema.table(key.targetTable()).isEmpty()) {
            return Optional.empty();
        }
        StringJoiner refers = new StringJoiner(" AND ");
        StringJoiner equal = new StringJoiner(" AND ");
        for (int i = 0; i < key.columns().size(); i++) {
            String column = SqliteNames.quote(table.name()) + "."
                    + SqliteNames.quote(key.columns().get(i));
            refers.add(column + " IS NOT NULL");
            equal.add("p." + SqliteNames.quote(key.targetColumns().get(i)) + " = " + column);
        }
        return Optional.of("DELETE FROM " + SqliteNames.quote(table.name()) + " WHERE " + refers
                + " AND NOT EXISTS (SELECT 1 FROM " + SqliteNames.quote(key.targetTable()) + " AS p WHERE " + equal
                + ")");
    }
}
