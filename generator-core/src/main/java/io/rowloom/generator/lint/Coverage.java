package io.rowloom.generator.lint;

import io.rowloom.model.Column;
import io.rowloom.model.Location;
import io.rowloom.model.Model;
import io.rowloom.model.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a model has a description.
 *
 * @param share the numbers
 * @param missing what is not described, each as a place and a name
 */
public record Coverage(Share share, List<Missing> missing) {
    public Coverage {
        missing = List.copyOf(missing);
    }

    /**
     * A table or a column without a description.
     *
     * @param name how a message names it
     */
    public record Missing(String name, Location location) {}

    /** Counts a model. */
    public static Coverage of(Model model) {
        int columns = 0;
        List<Missing> missing = new ArrayList<>();
        int describedTables = 0;
        int describedColumns = 0;
        for (Table table : model.tables()) {
            if (table.description().isPresent()) {
                describedTables++;
            } else {
                missing.add(new Missing("the table '" + table.name() + '\'', table.location()));
            }
            for (Column column : table.columns()) {
                columns++;
                if (column.description().isPresent()) {
                    describedColumns++;
                } else {
                    missing.add(new Missing(
                            "the column '" + column.name() + "' of '" + table.name() + '\'', column.location()));
                }
            }
        }
        return new Coverage(new Share(model.tables().size(), describedTables, columns, describedColumns), missing);
    }
}
