/** A server's work on the generated classes of {@code io.rowloom.examples.coordination.db}. */
@NullMarked
package io.rowloom.examples.coordination;

import org.jspecify.annotations.NullMarked;
