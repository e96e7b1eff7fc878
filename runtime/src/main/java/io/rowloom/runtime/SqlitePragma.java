package io.rowloom.runtime;

/**
 * A setting that every connection gets, see <a href="https://sqlite.org/pragma.html">PRAGMA statements</a>.
 *
 * @param name the pragma, {@code journal_mode}
 * @param value its value as SQL has it, {@code WAL}
 */
public record SqlitePragma(String name, String value) {}
