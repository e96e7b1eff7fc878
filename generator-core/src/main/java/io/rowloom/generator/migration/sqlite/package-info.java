/**
 * Migrations of SQLite: how a change is done there, and the engine on which it is tried.
 *
 * <p>The SQL keeps to SQLite 3.37, the first with STRICT tables, and the first that tests a CHECK against existing rows
 * when a column is added.
 */
@NullMarked
package io.rowloom.generator.migration.sqlite;

import org.jspecify.annotations.NullMarked;
