package io.rowloom.model;

/** What a row gets in a column that an insert does not mention. */
public sealed interface DefaultValue {

    /** A fixed value. */
    record Constant(Literal value) implements DefaultValue {}

    /** The moment of the insert, as the column's type holds it. */
    record Now() implements DefaultValue {}

    /** An SQL expression that the database computes, as written. */
    record Expression(String sql) implements DefaultValue {}
}
