package io.rowloom.model;

/**
 * An enum or a shape of {@code types:}, by its name; apart from the type itself, which is the same wherever it is written.
 *
 * @param name the name
 * @param location where it is declared
 */
public record TypeName(String name, Location location) {}
