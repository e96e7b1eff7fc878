package io.rowloom.examples.checklists;

import io.rowloom.examples.agents.db.AgentsDatabase;
import io.rowloom.examples.broker.db.BrokerDatabase;
import io.rowloom.examples.coordination.db.CoordinationDatabase;
import io.rowloom.examples.sessions.db.SessionsDatabase;
import io.rowloom.examples.sprites.db.SpritesDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/** An example with a checklist. */
enum Example {
    COORDINATION("coordination", CoordinationDatabase::open),
    BROKER("broker", BrokerDatabase::open),
    AGENTS("agents", AgentsDatabase::open),
    SPRITES("sprites", SpritesDatabase::open),
    SESSIONS("sessions", SessionsDatabase::open);

    private final String name;
    private final Function<Path, AutoCloseable> open;

    Example(String name, Function<Path, AutoCloseable> open) {
        this.name = name;
        this.open = open;
    }

    Path folder() {
        return Path.of("..").resolve(name);
    }

    String javaPackage() {
        return "io.rowloom.examples." + name;
    }

    Path checklistFile() {
        return Path.of("../../docs/checklists").resolve(name + ".md");
    }

    Checklist checklist() throws IOException {
        return Checklist.read(checklistFile());
    }

    Document document() throws IOException {
        return Document.read(folder().resolve("docs/database.md"));
    }

    /** Makes a database file, as the program of the example does when it opens one. */
    void makeDatabase(Path file) throws Exception {
        open.apply(file).close();
    }
}
