package io.rowloom.generator.query;

import io.rowloom.model.Table;
import io.rowloom.model.View;

/**
 * A view of which everything is known.
 *
 * @param view the view as written
 * @param table the view as if it were a table: its columns with their types
 */
public record AnalysedView(View view, Table table) {}
