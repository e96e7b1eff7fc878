/** Models for the tests of this module. */
@NullMarked
package io.rowloom.generator.testing;

import org.jspecify.annotations.NullMarked;
