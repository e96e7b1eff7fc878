package io.rowloom.generator.query;

/** How many rows a method gives. */
public enum QueryRows {
    /** Any number, in a list. */
    MANY,
    /** Exactly one. */
    ONE,
    /** One or none. */
    OPTIONAL,
    /** Any number, one after the other. */
    STREAM,
    /** Some of any number, with the ways to those before and after them. */
    PAGE,
    /** None; the number of rows that were changed. */
    COUNT
}
