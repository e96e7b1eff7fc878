package io.rowloom.model;

import java.util.Locale;

/** How SQLite holds a moment, which it has no type for; every text form is UTC and sorts as time does. */
public enum TimestampFormat {
    /** {@code 2026-01-26T12:00:00.000Z}, always with milliseconds. */
    ISO,
    /** {@code 2026-01-26T12:00:00Z}. */
    ISO_SECONDS,
    /** {@code 2026-01-26 12:00:00}, what {@code CURRENT_TIMESTAMP} gives. */
    SQLITE,
    /** Whole seconds since 1970-01-01T00:00:00Z. */
    EPOCH_SECONDS,
    /** Milliseconds since 1970-01-01T00:00:00Z. */
    EPOCH_MILLIS;

    /** The word for it in a model, {@code iso_seconds}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is held as a number. */
    public boolean isEpoch() {
        return this == EPOCH_SECONDS || this == EPOCH_MILLIS;
    }
}
