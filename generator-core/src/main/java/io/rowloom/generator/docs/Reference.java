package io.rowloom.generator.docs;

import io.rowloom.model.ForeignKey;
import io.rowloom.model.Table;

/**
 * A foreign key with the tables at both of its ends.
 *
 * @param from the table that has it
 * @param key the key
 * @param to the table that it refers to
 */
record Reference(Table from, ForeignKey key, Table to) {}
