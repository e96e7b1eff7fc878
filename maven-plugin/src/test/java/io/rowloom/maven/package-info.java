/** Tests of the plugin, and what the scripts of the projects below {@code src/it} use. */
@NullMarked
package io.rowloom.maven;

import org.jspecify.annotations.NullMarked;
