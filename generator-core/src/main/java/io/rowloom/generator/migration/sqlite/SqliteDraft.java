package io.rowloom.generator.migration.sqlite;

import io.rowloom.generator.migration.Hazard;
import io.rowloom.generator.migration.HazardFinder;
import io.rowloom.generator.migration.MigrationIntent;
import io.rowloom.generator.migration.MigrationPlan;
import io.rowloom.generator.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A migration as planned and tried out.
 *
 * @param plan what it does; empty if nothing differs
 * @param hazards what is dangerous in it and was not acknowledged; it is then neither proved nor to be written
 * @param accepted ids of what is dangerous in it and was acknowledged
 * @param back how it is undone; empty if it cannot be
 * @param obstacle why it cannot be undone
 * @param faults what the proofs found; a migration with faults must not be written
 * @param emptyTables tables for which no rows could be made, so that the proof says nothing of theirs
 */
public record SqliteDraft(
        MigrationPlan plan,
        List<Hazard> hazards,
        List<String> accepted,
        Optional<MigrationPlan> back,
        Optional<String> obstacle,
        List<String> faults,
        List<String> emptyTables) {
    private static final MigrationPlan NOTHING = new MigrationPlan(List.of(), List.of());

    public SqliteDraft {
        hazards = List.copyOf(hazards);
        accepted = List.copyOf(accepted);
        faults = List.copyOf(faults);
        emptyTables = List.copyOf(emptyTables);
    }

    /**
     * Plans and proves the migration that brings a database to what the model gives.
     *
     * @param before a database of the state before, without rows; it is not changed
     * @param target what the model gives
     */
    public static SqliteDraft make(
            ScratchDatabase before, Schema target, ForeignObjects foreign, MigrationIntent intent) throws SQLException {
        MigrationPlan plan;
        try (ScratchDatabase scratch = before.copy()) {
            plan = SqlitePlanner.plan(scratch, target, foreign, intent);
        } catch (MigrationFailure refused) {
            String fault = refused.getMessage() + refused.place();
            return new SqliteDraft(
                    NOTHING, List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(fault), List.of());
        }
        List<Hazard> hazards = new ArrayList<>(HazardFinder.find(plan.changes(), target, intent));
        List<String> accepted = hazards.stream()
                .map(Hazard::id)
                .filter(intent.acknowledged()::contains)
                .toList();
        hazards.removeIf(hazard -> intent.acknowledged().contains(hazard.id()));
        if (plan.isEmpty() || !hazards.isEmpty()) {
            return new SqliteDraft(plan, hazards, accepted, Optional.empty(), Optional.empty(), List.of(), List.of());
        }
        try (MigrationProof proof = new MigrationProof(before, target, foreign, intent, false)) {
            List<String> faults = new ArrayList<>(proof.schemaFaults(plan.sql()));
            if (faults.isEmpty()) {
                MigrationProof.Rows rows = proof.rows(plan.sql());
                faults.addAll(rows.faults());
                faults.addAll(rows.lost());
            }
            return faults.isEmpty()
                    ? withWayBack(before, target, foreign, plan, accepted, proof)
                    : new SqliteDraft(plan, List.of(), accepted, Optional.empty(), Optional.empty(), faults, List.of());
        } catch (MigrationFailure refused) {
            List<String> faults = List.of(refused.getMessage() + refused.place());
            return new SqliteDraft(plan, List.of(), accepted, Optional.empty(), Optional.empty(), faults, List.of());
        }
    }

    private static SqliteDraft withWayBack(
            ScratchDatabase before,
            Schema target,
            ForeignObjects foreign,
            MigrationPlan plan,
            List<String> accepted,
            MigrationProof proof)
            throws SQLException {
        List<String> empty = proof.emptyTables();
        Optional<String> obstacle;
        try (ScratchDatabase migrated = before.copy()) {
            migrated.migrate(plan.sql());
            WayBack back = WayBack.plan(migrated, foreign.without(before.schema(), target), foreign, plan.changes());
            obstacle = back.obstacle();
            if (obstacle.isEmpty()) {
                MigrationProof.Rows rows = proof.wayBack(plan.sql(), back.plan().sql(), plan.changes());
                List<String> faults = new ArrayList<>(rows.faults());
                faults.addAll(rows.lost());
                if (faults.isEmpty()) {
                    return new SqliteDraft(
                            plan, List.of(), accepted, Optional.of(back.plan()), Optional.empty(), List.of(), empty);
                }
                obstacle = Optional.of(String.join("; ", faults));
            }
        } catch (MigrationFailure refused) {
            obstacle = Optional.of(refused.getMessage());
        }
        return new SqliteDraft(plan, List.of(), accepted, Optional.empty(), obstacle, List.of(), empty);
    }
}
