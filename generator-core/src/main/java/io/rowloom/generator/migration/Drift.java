package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Change;
import io.rowloom.generator.diff.SchemaDiff;
import io.rowloom.generator.migration.sqlite.LiveDatabase;
import io.rowloom.generator.migration.sqlite.MigrationFailure;
import io.rowloom.generator.migration.sqlite.ScratchDatabase;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a database differs from what its migrations gave it: somebody changed it by other means.
 *
 * @param errors what is not as it should be
 * @param warnings what is there besides
 */
public record Drift(List<String> errors, List<String> warnings) {
    public Drift {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** Compares a database with what the migrations that were applied to it give when they are run from nothing. */
    public static Drift of(LiveDatabase database, List<MigrationSource> applied) throws SQLException {
        try (ScratchDatabase scratch = ScratchDatabase.open()) {
            for (MigrationSource migration : applied) {
                scratch.migrate(migration.up());
            }
            return between(database.schema(), scratch.schema());
        } catch (MigrationFailure refused) {
            return new Drift(
                    List.of(),
                    List.of(
                            "the applied migrations do not run from nothing, so the database is not compared with them: "
                                    + refused.getMessage()));
        }
    }

    private static Drift between(Schema is, Schema should) {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Change change : SchemaDiff.between(is, should)) {
            if (change instanceof Change.DropTable) {
                warnings.add("table " + change.table() + " is of no migration");
            } else if (change instanceof Change.DropIndex index) {
                warnings.add("index " + index.before().name() + " on " + change.table() + " is of no migration");
            } else if (change instanceof Change.DropObject object) {
                warnings.add(named(object.before()) + " is of no migration");
            } else if (change instanceof Change.CreateObject object) {
                errors.add(named(object.after()) + " is gone");
            } else if (change instanceof Change.ChangeObject object) {
                errors.add(named(object.after()) + " was changed by other means");
            } else {
                errors.add(difference(change));
            }
        }
        return new Drift(errors, warnings);
    }

    private static String difference(Change change) {
        if (change instanceof Change.CreateTable) {
            return "table " + change.table() + " is gone";
        }
        String changed = "table " + change.table() + " was changed by other means: ";
        String what = change.summary().substring(change.summary().indexOf(' ') + 1);
        if (change instanceof Change.AddColumn
                || change instanceof Change.AddUnique
                || change instanceof Change.AddCheck
                || change instanceof Change.AddForeignKey
                || change instanceof Change.CreateIndex) {
            return changed + "the database lacks " + what;
        } else if (change instanceof Change.DropColumn
                || change instanceof Change.DropUnique
                || change instanceof Change.DropCheck
                || change instanceof Change.DropForeignKey) {
            return changed + "the database has " + what + ", which no migration made";
        }
        return changed + "to mend it, " + change.summary();
    }

    private static String named(SchemaObject object) {
        return object.kind().word() + ' ' + object.name();
    }
}
