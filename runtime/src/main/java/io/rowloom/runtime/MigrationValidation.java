package io.rowloom.runtime;

import java.util.List;

/**
 * What is wrong between an application's migrations and a database.
 *
 * @param errors what keeps the application from migrating
 * @param warnings what is better put right
 */
public record MigrationValidation(List<String> errors, List<String> warnings) {
    /** Whether the application may migrate. */
    public boolean isValid() {
        return errors.isEmpty();
    }
}
