/** The one place that touches the disk: writes what changed, removes what is no longer, or compares. */
@NullMarked
package io.rowloom.generator.output;

import org.jspecify.annotations.NullMarked;
