/**
 * From a changed model to a proven migration: files, plan, hazards and proofs.
 *
 * <p>{@link io.rowloom.generator.migration.Migrations} is the door. Steps for one dialect are planned in a package of its
 * name below this one.
 */
@NullMarked
package io.rowloom.generator.migration;

import org.jspecify.annotations.NullMarked;
