package io.rowloom.runtime;

/** Parameters of a statement that takes several rows. */
interface RowParameters extends SqlParameters {
    /** Says how many parameters stand before those of the row that is bound next. */
    void shift(int before);
}
