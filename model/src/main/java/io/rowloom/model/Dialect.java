package io.rowloom.model;

/** A database engine that SQL is written for. */
public enum Dialect {
    SQLITE,
    POSTGRESQL
}
