/** Runs generations in a JVM of their own; knows what is asked and answered, and nothing of how anything is generated. */
@NullMarked
package io.rowloom.generator.process;

import org.jspecify.annotations.NullMarked;
