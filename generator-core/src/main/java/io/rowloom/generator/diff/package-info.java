/** What differs between two physical schemas, as typed changes; it knows no SQL and decides nothing. */
@NullMarked
package io.rowloom.generator.diff;

import org.jspecify.annotations.NullMarked;
