package io.rowloom.model;

import java.util.Optional;

/**
 * A setting of SQLite, see <a href="https://sqlite.org/pragma.html">PRAGMA statements</a>.
 *
 * @param name the lower-case name, {@code journal_mode}
 * @param value the value as written, {@code WAL}, {@code -64000}
 * @param purpose why it is set, for the reference document
 * @param location where it stands
 */
public record Pragma(String name, String value, Optional<String> purpose, Location location) {}
