/** A service's work on the generated classes of {@code io.rowloom.examples.sprites.db}. */
@NullMarked
package io.rowloom.examples.sprites;

import org.jspecify.annotations.NullMarked;
