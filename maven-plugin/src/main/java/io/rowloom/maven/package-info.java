/** The goals: Maven's parameters become a request, its result becomes a log line or a failure; nothing is decided here. */
@NullMarked
package io.rowloom.maven;

import org.jspecify.annotations.NullMarked;
