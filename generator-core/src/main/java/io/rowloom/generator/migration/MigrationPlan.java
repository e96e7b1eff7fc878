package io.rowloom.generator.migration;

import io.rowloom.generator.diff.Change;
import java.util.List;

/**
 * What a migration does, in the order in which it does it.
 *
 * @param changes what differs, renames first
 * @param steps how it is done
 */
public record MigrationPlan(List<Change> changes, List<Step> steps) {
    public MigrationPlan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /** What a step does to a table. */
    public enum Kind {
        DROP_INDEX,
        DROP_TABLE,
        RENAME,
        CREATE_TABLE,
        ALTER,
        /** The table is made anew and its rows are copied. */
        REBUILD,
        CREATE_INDEX,
        /** A view, a trigger or a virtual table goes, perhaps only until the tables are changed. */
        DROP_OBJECT,
        CREATE_OBJECT,
        /** Something the model does not know is put back. */
        RESTORE
    }

    /**
     * A step.
     *
     * @param kind what it does
     * @param table the table it is about
     * @param title what it does and, for a rebuild, why; one line
     * @param sql its statements, without semicolons
     */
    public record Step(Kind kind, String table, String title, List<String> sql) {
        public Step {
            sql = List.copyOf(sql);
        }
    }

    /** The statements of all steps. */
    public List<String> sql() {
        return steps.stream().flatMap(step -> step.sql().stream()).toList();
    }

    /** Whether nothing is to be done. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
