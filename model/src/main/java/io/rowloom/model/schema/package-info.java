/** The JSON Schema of the format, which editors use to complete and check a model while it is written. */
@NullMarked
package io.rowloom.model.schema;

import org.jspecify.annotations.NullMarked;
