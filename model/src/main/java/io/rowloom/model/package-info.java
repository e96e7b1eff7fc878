/**
 * The model as meant: tables, columns and types after every name was resolved and every default filled in.
 *
 * <p>Everything here is immutable and knows nothing of YAML, of SQL dialects or of how Java is spelled; the names that
 * generated Java uses are decided here nevertheless, because a clash between them is a mistake in the model.
 */
@NullMarked
package io.rowloom.model;

import org.jspecify.annotations.NullMarked;
