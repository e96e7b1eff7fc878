package io.rowloom.generator;

import io.rowloom.generator.migration.Checksum;
import io.rowloom.generator.migration.LockFile;
import io.rowloom.generator.migration.MigrationFile;
import io.rowloom.generator.migration.MigrationFolder;
import io.rowloom.generator.migration.MigrationOutcome;
import io.rowloom.generator.migration.MigrationProblem;
import io.rowloom.generator.output.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the migrations with what they are to be, and changes nothing. */
final class MigrationCheck {
    private static final int SHOWN_LINES = 120;

    private final GenerationRequest request;
    private final Path folder;
    private final MigrationFolder found;

    MigrationCheck(GenerationRequest request) throws IOException {
        this.request = request;
        this.folder = request.sqliteMigrations();
        this.found = MigrationFolder.read(folder, request.baseDirectory());
    }

    /** What is wrong or stale, each with the difference and what mends it. */
    List<String> problems(MigrationOutcome outcome) throws IOException {
        List<String> problems = new ArrayList<>();
        for (MigrationProblem problem : outcome.problems()) {
            problems.add(difference(problem).orElseGet(problem::toString));
        }
        problems.addAll(stale(outcome));
        return problems;
    }

    /** The problem with how a sealed migration was changed and the one command that takes it back, where Git still has it as it was sealed. */
    private Optional<String> difference(MigrationProblem problem) throws IOException {
        if (!problem.code().equals(MigrationProblem.Code.SEALED_CHANGED.id())) {
            return Optional.empty();
        }
        for (MigrationFile file : found.sealed()) {
            Optional<LockFile.Entry> entry = found.lock().entry(file.number());
            if (problem.file().endsWith("/" + file.fileName()) && entry.isPresent()) {
                Path path = folder.resolve(file.fileName());
                return GitHistory.find(
                                path,
                                text -> Checksum.of(text).equals(entry.get().checksum()))
                        .map(former -> problem.toString().lines().findFirst().orElseThrow() + '\n'
                                + UnifiedDiff.of(former.text(), file.up()).text(SHOWN_LINES)
                                + "    to take it back: git checkout " + former.commit() + " -- " + request.shown(path)
                                + "\n    " + MigrationFolder.NEXT);
            }
        }
        return Optional.empty();
    }

    private List<String> stale(MigrationOutcome outcome) {
        Map<String, String> present = new TreeMap<>();
        found.draft().ifPresent(draft -> {
            present.put(draft.fileName(), draft.up());
            draft.down().ifPresent(down -> present.put(draft.downFileName(), down));
        });
        List<String> problems = new ArrayList<>();
        // What applies a migration comes before what undoes it.
        TreeSet<String> files = new TreeSet<>(Comparator.comparing((String name) -> name.endsWith(".down.sql"))
                .thenComparing(Comparator.naturalOrder()));
        files.addAll(outcome.write().keySet());
        files.addAll(outcome.delete());
        for (String file : files) {
            UnifiedDiff diff = UnifiedDiff.of(
                    present.getOrDefault(file, ""), outcome.write().getOrDefault(file, ""));
            problems.add(request.shown(folder.resolve(file))
                    + ":1:1: error[migration-stale]: the draft is not what the model asks for\n"
                    + diff.text(SHOWN_LINES) + "    to mend it: " + request.command());
        }
        return problems;
    }
}
