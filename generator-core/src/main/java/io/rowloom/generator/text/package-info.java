/** What all writers need to know of text that comes from a model. */
@NullMarked
package io.rowloom.generator.text;

import org.jspecify.annotations.NullMarked;
