package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.SchemaDiff;
import io.rowloom.generator.migration.MigrationPlan.Kind;
import io.rowloom.generator.migration.MigrationPlan.Step;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.sqlite.SqliteNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The model's views, triggers and full-text indexes: they hold nothing of their own, so whatever is in the way of a change
 * of tables goes before it and is made again after it.
 *
 * <p>A rename makes SQLite read every view and trigger, and fails if one of them names what is not there at the moment.
 */
final class DerivedObjects {
    private final Schema before;
    private final Schema after;
    private final List<Change> changes;

    /** Takes the objects of the model, those that are and those that are to be. */
    DerivedObjects(Schema before, Schema after) {
        this.before = before;
        this.after = after;
        this.changes = SchemaDiff.ofObjects(before, after);
    }

    /** What differs. */
    List<Change> changes() {
        return changes;
    }

    /** Drops all of them from a database on which changes of tables are tried. */
    void drop(ScratchDatabase scratch) throws SQLException {
        for (SchemaObject object : lastFirst(before.objects())) {
            scratch.execute(object.drop());
        }
    }

    /** The steps of the tables with what has to be done before and after them. */
    List<Step> around(List<Step> tables) {
        Set<String> gone = gone(tables);
        List<Step> steps = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (SchemaObject object : lastFirst(before.objects())) {
            if (gone.contains(object.key())) {
                steps.add(new Step(
                        Kind.DROP_OBJECT,
                        object.table(),
                        "Drop " + object.kind().word() + ' ' + object.name(),
                        List.of(object.drop())));
            } else {
                kept.add(object.key());
            }
        }
        steps.addAll(tables);
        for (SchemaObject object : after.objects()) {
            if (!kept.contains(object.key())) {
                steps.add(new Step(
                        Kind.CREATE_OBJECT,
                        object.table(),
                        "Create " + object.kind().word() + ' ' + object.name(),
                        create(object)));
            }
        }
        return steps;
    }

    private Set<String> gone(List<Step> tables) {
        Set<String> gone = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.DropObject drop) {
                gone.add(drop.before().key());
            } else if (change instanceof Change.ChangeObject other) {
                gone.add(other.before().key());
            }
        }
        Set<String> names = new HashSet<>();
        boolean renames = false;
        for (Step step : tables) {
            if (step.kind() == Kind.RENAME || step.kind() == Kind.REBUILD || step.kind() == Kind.DROP_TABLE) {
                names.add(step.table());
                renames |= step.kind() != Kind.DROP_TABLE;
            }
        }
        before.objects().stream()
                .filter(object -> names.stream().anyMatch(object::mentions))
                .forEach(object -> gone.add(object.key()));
        if (renames) {
            // Whatever names a view that is not there for the moment would stop the rename.
            boolean more = true;
            while (more) {
                more = false;
                for (SchemaObject object : before.objects()) {
                    boolean broken = before.objects().stream()
                            .anyMatch(other -> gone.contains(other.key())
                                    && other.kind() != SchemaObject.Kind.TRIGGER
                                    && object.mentions(other.name()));
                    more |= broken && gone.add(object.key());
                }
            }
        }
        return gone;
    }

    /** A full-text index over rows that are there already has to read them. */
    private static List<String> create(SchemaObject object) {
        if (object.kind() != SchemaObject.Kind.VIRTUAL_TABLE) {
            return List.of(object.sql());
        }
        String name = SqliteNames.quote(object.name());
        return List.of(object.sql(), "INSERT INTO " + name + " (" + name + ") VALUES ('rebuild')");
    }

    private static List<SchemaObject> lastFirst(List<SchemaObject> objects) {
        List<SchemaObject> reversed = new ArrayList<>(objects);
        Collections.reverse(reversed);
        return reversed;
    }
}
