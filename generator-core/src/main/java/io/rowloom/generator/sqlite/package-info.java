/**
 * The model as SQLite has it: names, declared types, literals and statements, and the proof that an engine takes them.
 *
 * <p>Everything that SQL text needs to be safe is decided here: whatever a model holds stays inside its quotes, its
 * literal or its comment.
 */
@NullMarked
package io.rowloom.generator.sqlite;

import org.jspecify.annotations.NullMarked;
