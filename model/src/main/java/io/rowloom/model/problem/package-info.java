/** Mistakes in a model: what they are called, where they are and what to write instead. */
@NullMarked
package io.rowloom.model.problem;

import org.jspecify.annotations.NullMarked;
