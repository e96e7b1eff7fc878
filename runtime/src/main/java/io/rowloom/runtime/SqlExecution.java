package io.rowloom.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A statement that ran.
 *
 * @param statement what ran
 * @param parameters the parameters as {@code name = value}; empty unless the observer wants them
 * @param duration from preparing to the last row
 * @param rows the rows read or changed; -1 for a stream and for a statement that failed
 * @param error why it failed
 */
public record SqlExecution(
        SqlStatement statement,
        List<String> parameters,
        Duration duration,
        long rows,
        Optional<SqlAccessException> error) {}
