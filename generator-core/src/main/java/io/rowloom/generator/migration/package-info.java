/** Migrations as the build has them: what the files say, what a change of the model asks for, and the proof of both. */
@NullMarked
package io.rowloom.generator.migration;

import org.jspecify.annotations.NullMarked;
