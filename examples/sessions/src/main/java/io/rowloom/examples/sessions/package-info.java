/** A server's work on the generated classes of {@code io.rowloom.examples.sessions.db}. */
@NullMarked
package io.rowloom.examples.sessions;

import org.jspecify.annotations.NullMarked;
