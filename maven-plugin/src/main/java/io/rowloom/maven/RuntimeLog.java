package io.rowloom.maven;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.maven.plugin.logging.Log;

/** Has what the runtime logs appear among the lines of Maven, while a goal runs, in place of beside them. */
final class RuntimeLog extends Handler {
    private final Logger logger = Logger.getLogger("io.rowloom.runtime");
    private final Log log;

    RuntimeLog(Log log) {
        this.log = log;
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    @Override
    public void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
            log.warn(line.getMessage(), line.getThrown());
        } else {
            log.debug(line.getMessage(), line.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
