/**
 * Model files as written: YAML nodes with their places, and the definition of the format that they are held to.
 *
 * <p>The definition in {@link io.rowloom.model.yaml.ModelFormat} is the only one: the reader checks against it and the
 * JSON Schema is made from it. Nothing here knows what a table or a column means.
 */
@NullMarked
package io.rowloom.model.yaml;

import org.jspecify.annotations.NullMarked;
