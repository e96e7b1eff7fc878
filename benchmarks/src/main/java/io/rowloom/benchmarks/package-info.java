/** What generated code costs next to JDBC written by hand and to other libraries: the works and their measurement. */
@NullMarked
package io.rowloom.benchmarks;

import org.jspecify.annotations.NullMarked;
