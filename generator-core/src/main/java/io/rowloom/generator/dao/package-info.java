/**
 * What the DAO of each table can do: its methods with their SQL and the index behind each, decided from the model.
 *
 * <p>Java, the reference document and the contract tests all stand on these values. They must not know how Java or Markdown
 * are spelled.
 */
@NullMarked
package io.rowloom.generator.dao;

import org.jspecify.annotations.NullMarked;
