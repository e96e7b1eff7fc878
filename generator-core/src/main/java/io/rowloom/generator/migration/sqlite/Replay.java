package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.migration.MigrationProblem;
import io.rowloom.generator.migration.MigrationProblem.Code;
import io.rowloom.generator.migration.MigrationStatements;
import io.rowloom.generator.schema.IndexSchema;
import io.rowloom.generator.schema.Schema;
import io.rowloom.generator.schema.SchemaObject;
import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.TableSchema;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs migrations from nothing and notes what was made by hand-written ones. */
public final class Replay implements AutoCloseable {
    private final ScratchDatabase database;
    private final Foreign foreign = new Foreign(new HashSet<>(), new HashSet<>(), new HashSet<>());

    private Replay(ScratchDatabase database) {
        this.database = database;
    }

    /** Starts with an empty database. */
    public static Replay start() throws SQLException {
        return new Replay(ScratchDatabase.open());
    }

    /**
     * Runs the next migration.
     *
     * @param generated whether it was generated, so that what it makes is the model's
     * @throws ReplayException if SQLite refuses it
     */
    public void run(MigrationStatements migration, boolean generated) throws SQLException, ReplayException {
        Schema before = generated ? Schema.EMPTY : database.schema();
        try {
            database.migrate(migration.sql());
        } catch (MigrationFailure failure) {
            String statement = failure.statement();
            throw new ReplayException(new MigrationProblem(
                    Code.MIGRATION_FAILS.id(), migration.file(), migration.line(statement), 1, failure.getMessage()));
        }
        if (!generated) {
            foreign.note(before, database.schema());
        }
    }

    /** What hand-written migrations made so far, and what one more of them would make. */
    public ForeignObjects foreignWith(MigrationStatements draft) throws SQLException {
        Foreign more = foreign.copy();
        try (ScratchDatabase copy = database.copy()) {
            copy.migrate(draft.sql());
            more.note(database.schema(), copy.schema());
        } catch (MigrationFailure refused) {
            // The proof, which runs it again, tells why.
            return foreign();
        }
        return more.known();
    }

    /** A replay that stopped, with what to tell the user. */
    public static final class ReplayException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient MigrationProblem problem;

        ReplayException(MigrationProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        /** What went wrong, and where. */
        public MigrationProblem problem() {
            return problem;
        }
    }

    /** What hand-written migrations made, as it becomes known. */
    private record Foreign(Set<String> tables, Set<String> indexes, Set<String> objects) {
        Foreign copy() {
            return new Foreign(new HashSet<>(tables), new HashSet<>(indexes), new HashSet<>(objects));
        }

        ForeignObjects known() {
            return new ForeignObjects(tables, indexes, objects);
        }

        void note(Schema before, Schema after) {
            Set<String> indexesBefore = new HashSet<>();
            for (TableSchema table : before.tables()) {
                table.indexes().forEach(index -> indexesBefore.add(index.name()));
            }
            for (TableSchema table : after.tables()) {
                if (before.table(table.name()).isEmpty()) {
                    tables.add(SqlExpression.lower(table.name()));
                }
                for (IndexSchema index : table.indexes()) {
                    if (!indexesBefore.contains(index.name())) {
                        indexes.add(SqlExpression.lower(index.name()));
                    }
                }
            }
            Set<String> objectsBefore =
                    before.objects().stream().map(SchemaObject::key).collect(Collectors.toSet());
            after.objects().stream()
                    .map(SchemaObject::key)
                    .filter(key -> !objectsBefore.contains(key))
                    .forEach(objects::add);
        }
    }

    /** The database as it is after what was run so far. */
    public ScratchDatabase database() {
        return database;
    }

    /** What hand-written migrations made so far. */
    public ForeignObjects foreign() {
        return foreign.known();
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
