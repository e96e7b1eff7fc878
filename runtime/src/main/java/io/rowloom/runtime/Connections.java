package io.rowloom.runtime;

/** Where a database gets its connections from; each one taken is given back exactly once. */
interface Connections {
    /** Whether reads have connections of their own, which do not wait for the writer. */
    boolean hasReaders();

    SqliteConnection takeReader(Object purpose);

    void giveBackReader(SqliteConnection connection);

    /** Takes the one connection that writes, in the order of asking. */
    SqliteConnection takeWriter(Object purpose);

    void giveBackWriter(SqliteConnection connection);

    /** Says that a connection is in no known state, so that giving it back closes it. */
    void broken(SqliteConnection connection);

    void close();
}
