/** The works of the benchmark done with each library as its users do it when they want it fast. */
@NullMarked
package io.rowloom.benchmarks.library;

import org.jspecify.annotations.NullMarked;
