package io.rowloom.generator.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to become of the migrations' folder; nothing was written yet.
 *
 * @param write files to write, text by name
 * @param delete names of files to delete
 * @param problems what stops the build; nothing may be written then
 * @param notes what the user should know, one sentence each
 * @param migrations every migration as it will be, for the generated Java; empty if there are problems
 * @param plan what the draft does; empty if there is none to plan
 * @param hazards what was not acknowledged, each among the problems as well
 */
public record MigrationOutcome(
        Map<String, String> write,
        Set<String> delete,
        List<MigrationProblem> problems,
        List<String> notes,
        List<MigrationSource> migrations,
        Optional<MigrationPlan> plan,
        List<Hazard> hazards) {
    public MigrationOutcome {
        write = Map.copyOf(write);
        delete = Set.copyOf(delete);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        migrations = List.copyOf(migrations);
        hazards = List.copyOf(hazards);
    }

    /** Only files. */
    static MigrationOutcome files(Map<String, String> write, Set<String> delete) {
        return new MigrationOutcome(write, delete, List.of(), List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Only problems. */
    static MigrationOutcome refused(List<MigrationProblem> problems) {
        return new MigrationOutcome(Map.of(), Set.of(), problems, List.of(), List.of(), Optional.empty(), List.of());
    }

    /** Whether the folder is as it should be. */
    public boolean isCurrent() {
        return write.isEmpty() && delete.isEmpty() && problems.isEmpty();
    }
}
