package io.rowloom.runtime;

import java.util.List;

/**
 * What tells the rows that one INSERT returns from each other.
 *
 * @param number the column of a number that each gets; empty if none does
 * @param beside whether that number is none of the columns that a DAO knows
 * @param key the columns of the key, where there is no such number
 */
record RowIdentity(String number, boolean beside, List<String> key) {
    /** Nothing does. */
    static final RowIdentity NONE = new RowIdentity("", false, List.of());

    /** What is to be returned beside what the database computed. */
    List<String> returned() {
        return beside ? List.of(number) : key;
    }
}
