/**
 * The reference document: what a page shows is decided in {@code …Page} records, templates only say where it stands.
 *
 * <p>Everything that comes from a model passes through {@link io.rowloom.generator.docs.Markdown}, so that it is shown and
 * never acts.
 */
@NullMarked
package io.rowloom.generator.docs;

import org.jspecify.annotations.NullMarked;
