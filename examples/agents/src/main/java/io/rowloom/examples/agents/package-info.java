/** An application's work on the generated classes of {@code io.rowloom.examples.agents.db}. */
@NullMarked
package io.rowloom.examples.agents;

import org.jspecify.annotations.NullMarked;
