package io.rowloom.generator.schema;

import java.util.Optional;

/**
 * A check.
 *
 * @param name the constraint's name
 * @param column the column at which it is written; empty for one of the table
 * @param expression the condition in canonical spelling
 */
public record CheckSchema(Optional<String> name, Optional<String> column, String expression) {}
