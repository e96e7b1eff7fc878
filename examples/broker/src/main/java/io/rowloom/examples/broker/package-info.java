/** A broker's work on the generated classes of {@code io.rowloom.examples.broker.db}. */
@NullMarked
package io.rowloom.examples.broker;

import org.jspecify.annotations.NullMarked;
