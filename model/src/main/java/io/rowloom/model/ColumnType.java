package io.rowloom.model;

/** What a value of a column is, before any dialect or language says how it is held. */
public sealed interface ColumnType {

    /** Types that need no parameter. */
    enum Scalar implements ColumnType {
        /** Text. */
        TEXT,
        /** A whole number of 32 bits. */
        INTEGER,
        /** A whole number of 64 bits. */
        BIGINT,
        /** A binary floating point number of 64 bits. */
        REAL,
        /** True or false. */
        BOOLEAN,
        /** A date and a time of day without a time zone. */
        DATETIME,
        /** A day of the calendar. */
        DATE,
        /** A time of day. */
        TIME,
        /** A UUID. */
        UUID,
        /** Bytes. */
        BLOB,
        /** JSON of no declared shape. */
        JSON
    }

    /** A decimal number of at most {@code precision} digits, {@code scale} of them behind the point. */
    record Decimal(int precision, int scale) implements ColumnType {}

    /** A moment, held as {@code format} says. */
    record Timestamp(TimestampFormat format) implements ColumnType {}

    /** One of a fixed set of words; {@code check} says whether the database enforces the set. */
    record Enumeration(EnumType type, boolean check) implements ColumnType {}

    /** JSON of a declared shape. */
    record Json(JsonValue value) implements ColumnType {}
}
