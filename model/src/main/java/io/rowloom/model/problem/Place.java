package io.rowloom.model.problem;

import io.rowloom.model.Location;

/** A place in a model file that a problem can point to. */
public interface Place {
    /** Where it is. */
    Location location();

    /** The path of keys that leads there, {@code sessions.columns.session_id}; empty at the top. */
    String context();
}
