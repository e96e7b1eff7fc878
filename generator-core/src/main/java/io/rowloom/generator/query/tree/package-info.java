/**
 * A query as a tree: what its words mean to each other, before any name is looked up.
 *
 * <p>Only what the analysis needs is kept. The engine has already taken the statement, so the parser need not refuse what
 * is wrong; it must only never misread what is right.
 *
 * @see <a href="https://sqlite.org/lang.html">SQL As Understood By SQLite</a>
 */
@NullMarked
package io.rowloom.generator.query.tree;

import org.jspecify.annotations.NullMarked;
