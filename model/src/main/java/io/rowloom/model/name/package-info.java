/** How names of Java are made of names of SQL and of words, and which of them Java or the generated code keeps. */
@NullMarked
package io.rowloom.model.name;

import org.jspecify.annotations.NullMarked;
