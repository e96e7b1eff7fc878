package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.SchemaDiff;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.migration.MigrationPlan;
import io.rowloom.generator.migration.MigrationPlan.Kind;
import io.rowloom.generator.migration.MigrationPlan.Step;
import io.rowloom.generator.schema.ColumnSchema;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans how a SQLite database gets from its schema to another, in the least invasive way. */
public final class SqlitePlanner {
    private final Schema before;
    private final Schema after;
    private final ForeignObjects foreign;
    private final MigrationIntent intent;
    private final ExistingRows.LastResort lastResort;

    private final List<Step> dropped = new ArrayList<>();
    private final List<Step> altered = new ArrayList<>();
    private final List<Step> created = new ArrayList<>();
    private final List<Step> restored = new ArrayList<>();

    private SqlitePlanner(
            Schema before,
            Schema after,
            ForeignObjects foreign,
            MigrationIntent intent,
            ExistingRows.LastResort lastResort) {
        this.before = before;
        this.after = after;
        this.foreign = foreign;
        this.intent = intent;
        this.lastResort = lastResort;
    }

    /**
     * Plans the way to another schema.
     *
     * @param scratch a database in the state before, without rows; renames are done on it
     * @param after the tables and indexes that are to be
     * @param foreign what the model does not know
     * @param intent what the user said of the change
     * @throws MigrationFailure if SQLite refuses a rename or a drop, as for a view that would break
     */
    public static MigrationPlan plan(
            ScratchDatabase scratch, Schema after, ForeignObjects foreign, MigrationIntent intent)
            throws SQLException, MigrationFailure {
        return plan(scratch, after, foreign, intent, (table, column) -> Optional.empty());
    }

    /** The same with values for columns that have none, for the way back. */
    static MigrationPlan plan(
            ScratchDatabase scratch,
            Schema after,
            ForeignObjects foreign,
            MigrationIntent intent,
            ExistingRows.LastResort lastResort)
            throws SQLException, MigrationFailure {
        DerivedObjects objects = new DerivedObjects(foreign.without(scratch.schema(), after), after);
        objects.drop(scratch);
        NameChanges names = new NameChanges(scratch, after, intent.renames());
        names.plan(foreign);
        Schema before = scratch.schema();
        List<Change> rest = SchemaDiff.ofTables(foreign.without(before, after), after);
        List<Change> changes = new ArrayList<>(names.changes);
        changes.addAll(rest);
        changes.addAll(objects.changes());
        List<Step> steps = new ArrayList<>(names.steps);
        steps.addAll(new SqlitePlanner(before, after, foreign, intent, lastResort).steps(rest));
        return new MigrationPlan(changes, objects.around(steps));
    }

    private List<Step> steps(List<Change> changes) {
        Map<String, List<Change>> byTable = new LinkedHashMap<>();
        changes.forEach(change -> byTable.computeIfAbsent(change.table(), table -> new ArrayList<>())
                .add(change));
        byTable.forEach((name, ofTable) -> {
            TableSchema table = after.table(name).orElseThrow();
            before.table(name).ifPresentOrElse(former -> change(former, table, ofTable), () -> create(table));
        });
        // Names of indexes are free of their tables: all that go do so first, all that come do so last.
        List<Step> steps = new ArrayList<>(dropped);
        steps.addAll(altered);
        steps.addAll(created);
        steps.addAll(restored);
        return steps;
    }

    private void create(TableSchema table) {
        altered.add(new Step(Kind.CREATE_TABLE, table.name(), "Create table " + table.name(), List.of(table.sql())));
        table.indexes().forEach(index -> create(table, index));
    }

    private void create(TableSchema table, IndexSchema index) {
        String title = "Create index " + index.name();
        created.add(new Step(Kind.CREATE_INDEX, table.name(), title, List.of(index.sql())));
    }

    private void change(TableSchema former, TableSchema table, List<Change> changes) {
        List<String> reasons = new InPlace(former, table, changes, intent).reasons();
        if (reasons.isEmpty()) {
            alter(former, table, changes);
        } else {
            rebuild(former, table, title(table, changes, reasons));
        }
    }

    private void alter(TableSchema former, TableSchema table, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.DropIndex drop) {
                String sql = "DROP INDEX " + SqliteNames.quote(drop.before().name());
                dropped.add(new Step(
                        Kind.DROP_INDEX,
                        table.name(),
                        "Drop index " + drop.before().name(),
                        List.of(sql)));
            }
        }
        String alter = "ALTER TABLE " + SqliteNames.quote(table.name());
        List<ColumnSchema> gone = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.DropColumn drop) {
                // What is computed goes before what it is computed from.
                gone.add(drop.before().generated().isPresent() ? 0 : gone.size(), drop.before());
            }
        }
        for (ColumnSchema column : gone) {
            altered.add(new Step(
                    Kind.ALTER,
                    table.name(),
                    "Drop column " + column.name() + " of " + table.name(),
                    List.of(alter + " DROP COLUMN " + SqliteNames.quote(column.name()))));
        }
        for (Change change : changes) {
            if (change instanceof Change.AddColumn add) {
                altered.add(new Step(
                        Kind.ALTER,
                        table.name(),
                        "Add column " + add.after().name() + " to " + table.name(),
                        List.of(alter + " ADD COLUMN " + add.after().sql())));
            } else if (change instanceof Change.CreateIndex index) {
                create(table, index.after());
            }
        }
    }

    /** Says why a table is made anew, and which columns come and go by the way. */
    private static String title(TableSchema table, List<Change> changes, List<String> reasons) {
        List<String> others = changes.stream()
                .filter(change -> change instanceof Change.AddColumn || change instanceof Change.DropColumn)
                .map(Change::summary)
                .filter(summary -> reasons.stream().noneMatch(reason -> reason.startsWith(summary)))
                .toList();
        return "Rebuild table " + table.name() + ": " + String.join("; ", reasons)
                + (others.isEmpty() ? "" : "; also " + String.join("; ", others));
    }

    private void rebuild(TableSchema former, TableSchema table, String title) {
        ExistingRows rows = new ExistingRows(former, table, intent, lastResort);
        List<String> said = new ArrayList<>(List.of(title));
        said.addAll(rows.losses());
        altered.add(new Step(
                Kind.REBUILD, table.name(), String.join("; ", said), TableRebuild.sql(before, former, table, rows)));
        Set<String> names = new HashSet<>();
        for (IndexSchema index : table.indexes()) {
            names.add(SqlExpression.lower(index.name()));
            create(table, index);
        }
        Set<String> known = new HashSet<>();
        foreign.without(before, after)
                .table(table.name())
                .ifPresent(own -> own.indexes().forEach(index -> known.add(index.name())));
        for (IndexSchema index : former.indexes()) {
            if (!known.contains(index.name()) && !names.contains(SqlExpression.lower(index.name()))) {
                restored.add(
                        new Step(Kind.RESTORE, table.name(), "Put back index " + index.name(), List.of(index.sql())));
            }
        }
        for (SchemaObject trigger : before.triggers()) {
            if (TableRebuild.isOn(trigger, table)) {
                restored.add(new Step(
                        Kind.RESTORE, table.name(), "Put back trigger " + trigger.name(), List.of(trigger.sql())));
            }
        }
    }
}
