package io.rowloom.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page starts and which way it goes.
 *
 * @param scope the list: its table, method, order and arguments
 * @param backwards whether it goes against the order
 * @param key the row that it starts behind, by what SQLite holds in each column of the order: Long, Double, String, byte[] or
 *     null; null for the very first or last row
 */
record PageStart(String scope, boolean backwards, @Nullable List<@Nullable Object> key) {}
