package io.rowloom.examples.coordination;

import io.rowloom.examples.coordination.db.Agent;
import io.rowloom.examples.coordination.db.CoordinationTables;
import io.rowloom.examples.coordination.db.FileLock;
import io.rowloom.examples.coordination.db.NewFileLock;
import java.time.Duration;
import java.time.Instant;

/** Which agent holds which file; two can't hold the same one, because its path is the key. */
final class FileLocks {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final CoordinationTables tables;

    FileLocks(CoordinationTables tables) {
        this.tables = tables;
    }

    /**
     * Takes a file for an agent.
     *
     * @throws io.rowloom.runtime.SqlUniqueException if another agent holds it
     */
    FileLock acquire(Agent agent, String path, String reason) {
        return tables.fileLocks()
                .insert(NewFileLock.builder()
                        .filePath(path)
                        .agentId(agent.agentId())
                        .agentRole(agent.role())
                        .projectId(agent.projectId())
                        .reason(reason)
                        .expiresAt(Instant.now().plus(LONGEST))
                        .build());
    }

    /** Lets go of a file. */
    void release(String path) {
        tables.fileLocks().deleteByFilePath(path);
    }
}
