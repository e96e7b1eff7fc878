/**
 * JSON columns of a declared shape: what generated records use to read and write themselves.
 *
 * <p>On jackson-core's streaming parser, which an application needs only when its model has JSON shapes. No reflection and
 * no data binding; every error is an {@code IllegalArgumentException} that says where in the text it is.
 */
@NullMarked
package io.rowloom.runtime.json;

import org.jspecify.annotations.NullMarked;
