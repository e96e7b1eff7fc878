/**
 * Named queries: from SQL in the model to what its method takes and gives, checked on an engine that holds the model.
 *
 * <p>{@link io.rowloom.generator.query.QueryAnalyzer} is the door. Nothing here knows Java source or documents.
 */
@NullMarked
package io.rowloom.generator.query;

import org.jspecify.annotations.NullMarked;
