package io.rowloom.runtime;

/** What is done with migrations that are not sealed, and so may still change. */
public enum MigrationDrafts {
    /** A pending draft is an error: what production wants. */
    REFUSE,
    /** A draft is applied once, with a warning; if it changed since, that is an error. */
    APPLY,
    /** A draft that changed is undone by the SQL that the database kept, and applied anew: for development. */
    REAPPLY
}
