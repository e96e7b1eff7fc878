/**
 * Java from a model: descriptors hold what was decided, writers spell it. It must not know YAML, Maven or the disk.
 *
 * <p>Names come from the model, which has already refused those that Java cannot have.
 */
@NullMarked
package io.rowloom.generator.java;

import org.jspecify.annotations.NullMarked;
