package io.rowloom.model;

/**
 * A column that the database computes from others of its row.
 *
 * @param expression an SQL expression, as written
 * @param stored whether it is kept in the row instead of computed at each read
 */
public record GeneratedValue(String expression, boolean stored) {}
