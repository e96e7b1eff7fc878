package io.rowloom.generator.dao;

/** A foreign key that a DAO follows, from the one end or the other. */
public sealed interface Relation permits Parent, Children {
    /** How methods end that give a row with what it is related to, {@code WithMainAgent}. */
    String suffix();

    /** The record of a row with what it is related to, {@code SessionWithMainAgent}. */
    String record();

    /** Its component of the row. */
    String own();

    /** Its component of what the row is related to. */
    String component();

    /** The table of that. */
    String table();

    /** The record of that; its DAO is called after it. */
    String row();
}
