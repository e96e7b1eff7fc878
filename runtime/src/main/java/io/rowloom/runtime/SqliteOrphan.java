package io.rowloom.runtime;

/**
 * A row that refers to one that does not exist.
 *
 * @param table the table of the row
 * @param key the row's primary key as {@code name = value}, several joined by commas; its rowid where it has no other
 * @param parent the table referred to
 * @param columns the columns that refer, joined by commas
 */
public record SqliteOrphan(String table, String key, String parent, String columns) {
    /** {@code messages (id = 7): session_id refers to no row of sessions}. */
    @Override
    public String toString() {
        return table + " (" + key + "): " + columns + " refers to no row of " + parent;
    }
}
