/**
 * What the values of a query are: types that flow from the model's columns, and whether a value can be NULL.
 *
 * <p>Nothing is guessed. A type that no rule gives is left open, and a value is called never null only where every row
 * shows it; everything else may be null. The rules stand in {@code docs/queries.md}.
 */
@NullMarked
package io.rowloom.generator.query.typing;

import org.jspecify.annotations.NullMarked;
