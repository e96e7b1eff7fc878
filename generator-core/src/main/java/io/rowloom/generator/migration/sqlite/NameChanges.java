package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.Renames;
import io.rowloom.generator.diff.Renames.Rename;
import io.rowloom.generator.migration.MigrationPlan.Kind;
import io.rowloom.generator.migration.MigrationPlan.Step;
import io.rowloom.generator.schema.ForeignKeySchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What comes first: tables that go, then names that change, done at once on the scratch database.
 *
 * <p>SQLite then rewrites every index, trigger, view and foreign key itself, so that the rest is planned from what it says.
 */
final class NameChanges {
    private final ScratchDatabase scratch;
    private final Schema after;
    private final Renames renames;
    final List<Change> changes = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();

    NameChanges(ScratchDatabase scratch, Schema after, Renames renames) {
        this.scratch = scratch;
        this.after = after;
        this.renames = renames;
    }

    void plan(ForeignObjects foreign) throws SQLException, MigrationFailure {
        Schema before = foreign.without(scratch.schema(), after);
        List<Rename> tables = renames.ofTables(before, after);
        Set<String> kept = new HashSet<>();
        after.tables().forEach(table -> kept.add(SqlExpression.lower(table.name())));
        // A name of the new schema is kept as well: a rename takes it only if it is free.
        tables.forEach(rename -> kept.add(SqlExpression.lower(rename.from())));
        dropTables(before.tables().stream()
                .filter(table -> !kept.contains(SqlExpression.lower(table.name())))
                .toList());
        for (Rename rename : tables) {
            changes.add(new Change.RenameTable(rename.from(), rename.to()));
            run(
                    Kind.RENAME,
                    rename.to(),
                    "Rename table " + rename.from() + " to " + rename.to(),
                    "ALTER TABLE " + SqliteNames.quote(rename.from()) + " RENAME TO " + SqliteNames.quote(rename.to()));
        }
        Schema renamed = tables.isEmpty() ? before : scratch.schema();
        for (TableSchema table : after.tables()) {
            if (renamed.table(table.name()).isPresent()) {
                renameColumns(renamed.table(table.name()).get(), table);
            }
        }
    }

    /** Who refers goes before whom it refers to; that matters where somebody runs the file with foreign keys on. */
    private void dropTables(List<TableSchema> tables) throws SQLException, MigrationFailure {
        List<TableSchema> gone = new ArrayList<>(tables);
        while (!gone.isEmpty()) {
            TableSchema next = gone.stream()
                    .filter(table -> gone.stream().noneMatch(other -> other != table && refers(other, table)))
                    .findFirst()
                    .orElse(gone.get(0));
            gone.remove(next);
            changes.add(new Change.DropTable(next));
            run(
                    Kind.DROP_TABLE,
                    next.name(),
                    "Drop table " + next.name(),
                    "DROP TABLE " + SqliteNames.quote(next.name()));
        }
    }

    private static boolean refers(TableSchema table, TableSchema target) {
        return table.foreignKeys().stream()
                .map(ForeignKeySchema::targetTable)
                .anyMatch(target.name()::equalsIgnoreCase);
    }

    private void renameColumns(TableSchema before, TableSchema table) throws SQLException, MigrationFailure {
        for (Rename rename : renames.ofColumns(before, table)) {
            changes.add(new Change.RenameColumn(table.name(), rename.from(), rename.to()));
            run(
                    Kind.RENAME,
                    table.name(),
                    "Rename column " + rename.from() + " of " + table.name() + " to " + rename.to(),
                    "ALTER TABLE " + SqliteNames.quote(table.name()) + " RENAME COLUMN "
                            + SqliteNames.quote(rename.from()) + " TO " + SqliteNames.quote(rename.to()));
        }
    }

    private void run(Kind kind, String table, String title, String sql) throws SQLException, MigrationFailure {
        steps.add(new Step(kind, table, title, List.of(sql)));
        scratch.migrate(List.of(sql));
    }
}
