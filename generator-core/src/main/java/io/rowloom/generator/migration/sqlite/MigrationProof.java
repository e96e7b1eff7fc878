package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.SchemaDiff;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.TableSchema;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tries a migration on scratch databases, empty and filled, and tells what it does wrong.
 *
 * <p>What is expected follows from the schemas and the declared renames, not from the migration's own text, so hand-written
 * SQL is proved by the same measure.
 */
public final class MigrationProof implements AutoCloseable {
    private final ScratchDatabase before;
    private final Schema beforeSchema;
    private final Schema target;
    private final ForeignObjects foreign;
    private final MigrationIntent intent;
    private final boolean byHand;
    private @Nullable ScratchDatabase filled;
    private List<String> emptyTables = List.of();

    /**
     * Prepares the proof.
     *
     * @param before a database of the state before, without rows; it is not changed
     * @param target what the model gives
     * @param byHand whether a person wrote or edited the migration
     */
    public MigrationProof(
            ScratchDatabase before, Schema target, ForeignObjects foreign, MigrationIntent intent, boolean byHand)
            throws SQLException {
        this.before = before;
        this.beforeSchema = before.schema();
        this.target = target;
        this.foreign = foreign;
        this.intent = intent;
        this.byHand = byHand;
    }

    /**
     * Whether the migration gives exactly what the model gives, and leaves everything else alone.
     *
     * @throws MigrationFailure if SQLite refuses a statement
     */
    public List<String> schemaFaults(List<String> up) throws SQLException, MigrationFailure {
        try (ScratchDatabase database = before.copy()) {
            database.migrate(up);
            List<String> faults = differences(database.schema(), target, "the model");
            faults.addAll(carried(beforeSchema, database.schema()));
            faults.addAll(brokenObjects(database));
            return faults;
        }
    }

    /**
     * What became of rows.
     *
     * @param faults why the statements do not work on filled tables
     * @param lost rows and values that are not as they were
     */
    public record Rows(List<String> faults, List<String> lost) {
        public Rows {
            faults = List.copyOf(faults);
            lost = List.copyOf(lost);
        }
    }

    /** Whether the migration works on filled tables, and which rows and values it does not keep. */
    public Rows rows(List<String> up) throws SQLException {
        try (ScratchDatabase database = filled()) {
            return rows(database, up);
        } catch (MigrationFailure failure) {
            return new Rows(List.of("on filled tables: " + message(failure)), List.of());
        }
    }

    /** Whether the way back, on the same filled tables, restores the schema, and which rows and values it does not keep. */
    public Rows wayBack(List<String> up, List<String> down, List<Change> changes) throws SQLException {
        try (ScratchDatabase database = filled()) {
            database.migrate(up);
            Schema migrated = database.schema();
            KeptRows rows = KeptRows.between(migrated, beforeSchema, WayBack.reversed(changes));
            Map<String, List<String>> values = rows.before(database);
            database.migrate(down);
            List<String> faults = differences(database.schema(), foreign.without(beforeSchema, target), "before");
            faults.addAll(carried(migrated, database.schema()));
            return new Rows(faults, rows.lost(database, values));
        } catch (MigrationFailure failure) {
            return new Rows(List.of(message(failure)), List.of());
        }
    }

    /** Tables for which no row could be made, so that nothing is proved of their rows. */
    public List<String> emptyTables() throws SQLException {
        fill();
        return emptyTables;
    }

    private ScratchDatabase filled() throws SQLException {
        return fill().copy();
    }

    private ScratchDatabase fill() throws SQLException {
        ScratchDatabase known = filled;
        if (known == null) {
            known = before.copy();
            filled = known;
            emptyTables = SyntheticRows.fill(
                    known,
                    RowRules.of(beforeSchema, target, intent, byHand),
                    RowRules.samples(beforeSchema, target, intent),
                    RowRules.types(beforeSchema, target, intent));
        }
        return known;
    }

    @Override
    public void close() throws SQLException {
        if (filled != null) {
            filled.close();
        }
    }

    private Rows rows(ScratchDatabase database, List<String> up) throws SQLException, MigrationFailure {
        KeptRows kept = KeptRows.between(beforeSchema, target, intent.renames());
        Map<String, List<String>> values = kept.before(database);
        database.migrate(up);
        List<String> faults = new ArrayList<>();
        for (String fault : database.texts("PRAGMA integrity_check")) {
            if (!fault.equals("ok")) {
                faults.add("integrity_check: " + fault);
            }
        }
        for (SchemaObject object : target.virtualTables()) {
            String name = SqliteNames.quote(object.name());
            // Fails if the index holds other words than the rows.
            database.execute("INSERT INTO " + name + " (" + name + ", rank) VALUES ('integrity-check', 1)");
        }
        return new Rows(faults, kept.lost(database, values));
    }

    private List<String> differences(Schema is, Schema should, String name) {
        List<String> faults = new ArrayList<>();
        for (Change change : SchemaDiff.between(foreign.without(is, should), should)) {
            faults.add(change.table() + " is not as " + name + "; still to do: " + change.summary());
        }
        return faults;
    }

    /** What the model does not know has to be there as before. */
    private List<String> carried(Schema old, Schema now) {
        TreeSet<String> missing = new TreeSet<>(names(old));
        missing.removeAll(names(now));
        return missing.stream().map(name -> "lost the " + name).toList();
    }

    private List<String> names(Schema schema) {
        List<String> names = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (foreign.objects().contains(object.key())) {
                names.add(object.kind().word() + ' ' + object.name());
            }
        }
        for (TableSchema table : schema.tables()) {
            for (IndexSchema index : table.indexes()) {
                if (foreign.indexes().contains(index.name().toLowerCase(java.util.Locale.ROOT))) {
                    names.add("index " + index.name());
                }
            }
        }
        return names;
    }

    /** A rename makes SQLite look through every view and trigger. */
    private static List<String> brokenObjects(ScratchDatabase database) throws SQLException {
        database.execute("CREATE TABLE rowloom_probe (a)");
        try {
            database.execute("ALTER TABLE rowloom_probe RENAME TO rowloom_probed");
            return List.of();
        } catch (SQLException broken) {
            return List.of(MigrationFailure.text(broken.getMessage()));
        }
    }

    private static String message(MigrationFailure failure) {
        return failure.getMessage() + failure.place();
    }
}
