package io.rowloom.maven;

import io.rowloom.generator.GenerationException;
import io.rowloom.generator.MigrationGoals;
import io.rowloom.model.problem.InvalidModelException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails if a sealed migration was changed, or if the draft or the documents are not what the model asks for; changes nothing. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends ModelMojo {
    /** Whether to check nothing. */
    @Parameter(property = "rowloom.skip", defaultValue = "false")
    private boolean skip;

    @Override
    void run() throws InvalidModelException, GenerationException, IOException {
        if (skip) {
            getLog().info("The check is skipped: rowloom.skip is set");
            return;
        }
        MigrationGoals.Checked checked = new MigrationGoals(request()).check();
        warn(checked.notes());
        checked.summary().forEach(getLog()::info);
    }

    @Override
    String refusal() {
        return "the check failed";
    }
}
