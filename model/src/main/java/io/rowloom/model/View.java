package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A view, as written.
 *
 * @param name the SQL name
 * @param javaName the accessor in the database class
 * @param recordName the Java record of a row
 * @param section the group it belongs to in the documents
 * @param description what one row is
 * @param sql one SELECT
 * @param results what was declared of its columns, in the order written
 * @param location where its name stands
 */
public record View(
        String name,
        String javaName,
        String recordName,
        Optional<String> section,
        Optional<String> description,
        SqlText sql,
        List<NamedQuery.Result> results,
        Location location) {
    public View {
        results = List.copyOf(results);
    }
}
