package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.DatabaseReport;
import io.rowloom.generator.GenerationException;
import io.rowloom.model.problem.InvalidModelException;
import io.rowloom.runtime.SqlAccessException;
import java.io.IOException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;

/** What goals on a database share: its URL, and how they tell what they did. */
abstract class DatabaseMojo extends ModelMojo {
    /** The database, {@code jdbc:sqlite:target/dev.db}; must be there. A relative path is relative to the module. */
    @Parameter(property = "rowloom.url")
    private String url;

    /** The work of the goal. */
    abstract void run(DatabaseGoals goals) throws InvalidModelException, GenerationException, IOException;

    @Override
    final void run() throws InvalidModelException, GenerationException, IOException, MojoFailureException {
        RuntimeLog runtimeLog = new RuntimeLog(getLog());
        try {
            run(new DatabaseGoals(request(), url == null ? "" : url, new LogReport(getLog())));
        } catch (SqlAccessException failure) {
            throw new MojoFailureException(failure.getMessage(), failure);
        } finally {
            runtimeLog.close();
        }
    }

    private record LogReport(Log log) implements DatabaseReport {
        @Override
        public void info(String line) {
            log.info(line);
        }

        @Override
        public void warn(String line) {
            log.warn(line);
        }
    }
}
