package io.rowloom.model;

import java.util.Optional;

/**
 * A check constraint.
 *
 * @param name the constraint's name, {@code ck_sessions_count}
 * @param column the column that declares it, or empty for one of the table
 * @param expression a boolean SQL expression, as written
 * @param location where the expression stands
 */
public record CheckConstraint(String name, Optional<String> column, String expression, Location location) {}
