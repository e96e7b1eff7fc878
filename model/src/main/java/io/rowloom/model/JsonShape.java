package io.rowloom.model;

import java.util.List;
import java.util.Optional;

/**
 * A JSON object with known properties; becomes a Java record.
 *
 * @param name the simple name of the Java record
 * @param owner the record that it is nested in, dotted where that one is nested itself; empty for one of {@code types:}
 * @param properties the properties in the order written; at least one
 */
public record JsonShape(String name, Optional<String> owner, List<Property> properties) {
    public JsonShape {
        properties = List.copyOf(properties);
    }

    /**
     * A property of the object.
     *
     * @param name the key in JSON
     * @param javaName the record component
     * @param value what it holds
     * @param optional whether it may be missing or null
     */
    public record Property(String name, String javaName, JsonValue value, boolean optional) {}
}
