package io.rowloom.generator.migration;

import io.rowloom.generator.migration.sqlite.ForeignObjects;
import io.rowloom.generator.migration.sqlite.Replay;
import io.rowloom.runtime.Migration;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The migrations of a folder as they are, to be applied to a database; whether they give what the model gives is not asked.
 *
 * @param sources all of them in order, the draft as the last
 * @param foreign what hand-written ones made that the model does not know
 * @param problems what is wrong with them; then they must not be used
 */
public record MigrationFiles(List<MigrationSource> sources, ForeignObjects foreign, List<MigrationProblem> problems) {
    public MigrationFiles {
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /**
     * Reads and replays them.
     *
     * @param base what paths in messages are relative to
     */
    public static MigrationFiles read(Path folder, Path base) throws IOException, SQLException {
        MigrationFolder found = MigrationFolder.read(folder, base);
        List<MigrationProblem> problems = new ArrayList<>(found.problems());
        List<MigrationSource> sources = new ArrayList<>();
        try (Replay replay = Replay.start()) {
            for (MigrationFile file : found.all()) {
                MigrationStatements up = MigrationStatements.read(found.shownPath() + file.fileName(), file.up());
                MigrationStatements down = MigrationStatements.read(
                        found.shownPath() + file.downFileName(), file.down().orElse(""));
                problems.addAll(up.problems());
                problems.addAll(down.problems());
                sources.add(MigrationSource.of(
                        file, found.lock().entry(file.number()).isPresent(), up, down));
                if (problems.isEmpty()) {
                    replay.run(up, file.isGenerated());
                }
            }
            return new MigrationFiles(sources, replay.foreign(), problems);
        } catch (Replay.ReplayException refused) {
            return new MigrationFiles(sources, ForeignObjects.none(), List.of(refused.problem()));
        }
    }

    /** As the runtime takes them. */
    public List<Migration> migrations() {
        return sources.stream().map(MigrationSource::migration).toList();
    }
}
