package io.rowloom.model;

/** What stands at a place in JSON; shapes are referred to by value, which is possible because they cannot recurse. */
public sealed interface JsonValue {

    /** A value of a scalar type, in JSON as text, number or true and false; {@code JSON} is anything. */
    record Scalar(ColumnType type) implements JsonValue {}

    /** A word of an enum. */
    record Enumeration(EnumType type) implements JsonValue {}

    /** An object. */
    record Shape(JsonShape shape) implements JsonValue {}

    /** An array. */
    record ListOf(JsonValue element) implements JsonValue {}
}
