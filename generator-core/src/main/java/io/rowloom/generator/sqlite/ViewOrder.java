package io.rowloom.generator.sqlite;

import io.rowloom.generator.schema.SqlExpression;
import io.rowloom.generator.schema.SqlTextException;
import io.rowloom.model.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The views of a model so that each comes behind those that it reads from. */
public final class ViewOrder {
    private final List<View> all;
    private final Set<View> ordered = new LinkedHashSet<>();
    private final Set<View> pending = new LinkedHashSet<>();

    private ViewOrder(List<View> all) {
        this.all = all;
    }

    /** The views in that order, otherwise in that of the model; SQLite refuses those that read from each other. */
    public static List<View> of(List<View> views) {
        ViewOrder order = new ViewOrder(views);
        views.forEach(order::add);
        return new ArrayList<>(order.ordered);
    }

    private void add(View view) {
        if (!ordered.contains(view) && pending.add(view)) {
            all.stream().filter(other -> mentions(view, other)).forEach(this::add);
            ordered.add(view);
        }
    }

    /** Whether a view may read from another. */
    public static boolean mentions(View view, View other) {
        try {
            return view != other && SqlExpression.mentions(view.sql().sql(), other.name());
        } catch (SqlTextException unreadable) {
            // Whoever looks into the view says so.
            return false;
        }
    }
}
