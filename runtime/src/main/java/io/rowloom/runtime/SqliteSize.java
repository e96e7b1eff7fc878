package io.rowloom.runtime;

/**
 * The size of a database, in bytes.
 *
 * @param bytes the main file, as of the last committed transaction
 * @param freeBytes the part of it that is free, which inserts use again and {@code vacuum()} gives back
 * @param logBytes the write-ahead log beside it, which {@code checkpoint()} empties; 0 where there is none
 */
public record SqliteSize(long bytes, long freeBytes, long logBytes) {}
