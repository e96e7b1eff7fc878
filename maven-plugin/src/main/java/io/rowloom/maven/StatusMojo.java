package io.rowloom.maven;

import io.rowloom.generator.DatabaseGoals;
import io.rowloom.generator.GenerationException;
import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Says which migrations a database has, which are pending, and which it has that have no file; changes nothing. */
@Mojo(name = "status", threadSafe = true)
public final class StatusMojo extends DatabaseMojo {

    @Override
    void run(DatabaseGoals goals) throws GenerationException, IOException {
        goals.status();
    }

    @Override
    String refusal() {
        return "the state of the migrations cannot be told";
    }
}
