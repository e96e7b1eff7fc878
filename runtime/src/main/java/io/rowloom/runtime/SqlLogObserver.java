package io.rowloom.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Logs statements through {@link System.Logger}: all of them at DEBUG, slow and retried ones at WARNING. */
public final class SqlLogObserver implements SqlObserver {
    private final Logger logger;
    private final Duration slow;
    private final boolean parameters;

    /**
     * @param logger where to, such as {@code System.getLogger("sql")}
     * @param slow from which duration a statement is a warning
     * @param parameters whether to log what statements are given, which may be private
     */
    public SqlLogObserver(Logger logger, Duration slow, boolean parameters) {
        this.logger = logger;
        this.slow = slow;
        this.parameters = parameters;
    }

    @Override
    public boolean wantsParameters() {
        return parameters;
    }

    @Override
    public void executed(SqlExecution execution) {
        Level level = execution.duration().compareTo(slow) >= 0 ? Level.WARNING : Level.DEBUG;
        if (logger.isLoggable(level)) {
            logger.log(level, text(execution));
        }
    }

    @Override
    public void retrying(int attempt, Duration delay, SqlBusyException cause) {
        logger.log(
                Level.WARNING,
                "busy, try " + attempt + ", again in " + delay.toMillis() + " ms: " + cause.getMessage());
    }

    private static String text(SqlExecution execution) {
        StringBuilder text = new StringBuilder()
                .append(execution.statement())
                .append(": ")
                .append(execution.duration().toNanos() / 1_000)
                .append(" µs");
        if (execution.rows() >= 0) {
            text.append(", ").append(execution.rows()).append(execution.rows() == 1 ? " row" : " rows");
        }
        execution.error().ifPresent(error -> text.append(", ").append(error.getMessage()));
        if (!execution.parameters().isEmpty()) {
            text.append(' ').append(execution.parameters());
        }
        return text.toString();
    }
}
