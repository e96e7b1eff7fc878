package io.rowloom.generator;

import io.rowloom.runtime.MigrationResult;

/** Is told what was done with a database, line by line. */
public interface DatabaseReport {
    /** What was done, or found. */
    void info(String line);

    /** What is better put right. */
    void warn(String line);

    /** What became of one migration. */
    default void result(MigrationResult result, boolean dryRun) {
        String done = switch (result.action()) {
            case APPLY, TRY -> "Applied";
            case REAPPLY -> "Undone and applied anew";
            case ROLLBACK -> "Undone";
            case SEAL -> "Noted as sealed";
            case BASELINE -> "Noted as applied, without running it";
        };
        info(done + (dryRun ? ", to try it: " : ": ") + result.id() + " ("
                + result.duration().toMillis() + " ms)");
    }
}
