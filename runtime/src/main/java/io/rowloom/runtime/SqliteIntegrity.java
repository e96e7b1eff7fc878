package io.rowloom.runtime;

import java.util.List;

/**
 * What a check of the whole database found.
 *
 * @param problems damage, as SQLite words it
 * @param orphans rows that refer to rows that do not exist
 */
public record SqliteIntegrity(List<String> problems, List<SqliteOrphan> orphans) {
    /** Whether nothing was found. */
    public boolean isClean() {
        return problems.isEmpty() && orphans.isEmpty();
    }
}
