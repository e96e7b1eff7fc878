/**
 * What generated code calls: sessions that run SQL on kept statements, transactions, codecs, errors and migrations.
 *
 * <p>Plain JDBC, no reflection, no dependency but the driver. Public names start with {@code Sql} or are long enough to
 * stay clear of the names that rows are likely to have. It must not know YAML or the generator.
 */
@NullMarked
package io.rowloom.runtime;

import org.jspecify.annotations.NullMarked;
