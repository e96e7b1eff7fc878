/** What a model should be reminded of although nothing about it is wrong, and how much of it is described. */
@NullMarked
package io.rowloom.generator.lint;

import org.jspecify.annotations.NullMarked;
