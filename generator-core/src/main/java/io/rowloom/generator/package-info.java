/** The pipeline from a model to files; each step takes a plain value and gives one. */
@NullMarked
package io.rowloom.generator;

import org.jspecify.annotations.NullMarked;
