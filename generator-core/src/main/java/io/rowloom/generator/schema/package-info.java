/**
 * What a database really holds: tables, keys, constraints, indexes and the rest, as an engine tells it.
 *
 * <p>Both sides of every comparison are read back by the same introspector, so nothing differs by spelling alone. It knows
 * nothing of the model, of changes or of migrations.
 */
@NullMarked
package io.rowloom.generator.schema;

import org.jspecify.annotations.NullMarked;
