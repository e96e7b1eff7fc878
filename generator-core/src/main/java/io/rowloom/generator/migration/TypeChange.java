package io.rowloom.generator.migration;

import io.rowloom.generator.schema.Affinity;
import io.rowloom.generator.schema.ColumnSchema;

/** What becomes of values when the type of their column changes. */
public final class TypeChange {
    private TypeChange() {}

    /** Whether every value of the old type is, unchanged or as text, one of the new. */
    public static boolean isLossless(ColumnSchema before, ColumnSchema after) {
        Affinity from = before.affinity();
        Affinity to = after.affinity();
        return from == to
                || after.type().isEmpty()
                || after.type().equalsIgnoreCase("ANY")
                || from == Affinity.INTEGER && (to == Affinity.TEXT || to == Affinity.NUMERIC)
                || from == Affinity.REAL && to == Affinity.NUMERIC;
    }
}
