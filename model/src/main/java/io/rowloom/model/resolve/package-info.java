/**
 * From as written to as meant: names are looked up, defaults filled in and every rule is asked.
 *
 * <p>A name that is not known gives one problem; what would have stood there is a placeholder that the rules after it leave
 * alone. Nothing of it leaves this package, as a model with problems is never handed out.
 */
@NullMarked
package io.rowloom.model.resolve;

import org.jspecify.annotations.NullMarked;
