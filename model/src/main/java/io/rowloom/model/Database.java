package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * What a model says of the database as a whole.
 *
 * @param name the name as written, {@code coordination}
 * @param packageName the Java package of everything generated
 * @param className the generated entry point, {@code CoordinationDatabase}
 * @param description what the database is for
 * @param dialects the engines that SQL is written for; at least one
 * @param pragmas SQLite settings that every connection gets, in the order written
 * @param links further reading, for the reference document
 * @param acknowledged hazards of the next migration that are accepted, {@code drop-column:tasks.notes}, as written
 * @param location where {@code database:} stands
 */
public record Database(
        String name,
        String packageName,
        String className,
        Optional<String> description,
        List<Dialect> dialects,
        List<Pragma> pragmas,
        List<Link> links,
        List<String> acknowledged,
        Location location) {
    public Database {
        dialects = List.copyOf(dialects);
        pragmas = List.copyOf(pragmas);
        links = List.copyOf(links);
        acknowledged = List.copyOf(acknowledged);
    }
}
