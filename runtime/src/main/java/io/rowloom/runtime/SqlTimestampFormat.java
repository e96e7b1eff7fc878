package io.rowloom.runtime;

/** How SQLite holds a moment; every text form is UTC, of fixed width, and sorts as time does. */
public enum SqlTimestampFormat {
    /** {@code 2026-01-26T12:00:00.000Z}. */
    ISO,
    /** {@code 2026-01-26T12:00:00Z}. */
    ISO_SECONDS,
    /** {@code 2026-01-26 12:00:00}. */
    SQLITE,
    /** Whole seconds since 1970-01-01T00:00:00Z, a number. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970-01-01T00:00:00Z, a number. */
    EPOCH_MILLIS
}
