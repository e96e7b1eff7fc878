package io.rowloom.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list: made by {@link Page#first}, {@link Page#last}, {@link Page#at}, or by a page for its neighbours.
 *
 * <p>It may be used any number of times, and gives what is there then.
 */
public final class PageRequest {
    private final int size;
    private final boolean backwards;
    private final @Nullable PageStart start;
    private final @Nullable String cursor;

    private PageRequest(int size, boolean backwards, @Nullable PageStart start, @Nullable String cursor) {
        if (size < 1) {
            throw new IllegalArgumentException("a page of " + size + " rows");
        }
        this.size = size;
        this.backwards = backwards;
        this.start = start;
        this.cursor = cursor;
    }

    static PageRequest end(boolean backwards, int size) {
        return new PageRequest(size, backwards, null, null);
    }

    static PageRequest at(String cursor, int size) {
        return new PageRequest(size, false, null, cursor);
    }

    static PageRequest at(PageStart start, int size) {
        return new PageRequest(size, start.backwards(), start, null);
    }

    /** How many rows at most. */
    public int size() {
        return size;
    }

    /** {@code the first 20 rows}, {@code 20 rows at CURSOR}; a cursor holds values of the row that it was made at. */
    @Override
    public String toString() {
        if (cursor != null) {
            return size + " rows at " + Shortened.text(cursor);
        }
        if (start != null) {
            return size + " rows " + (backwards ? "before" : "after") + " a row";
        }
        return "the " + (backwards ? "last " : "first ") + size + " rows";
    }

    /** Where it starts in the list of that scope, whose order has so many columns. */
    PageStart start(String scope, int columns, SqlStatement list) {
        PageStart found;
        if (cursor != null) {
            found = PageCursor.parse(cursor, scope, columns);
        } else if (start != null) {
            found = start.scope().equals(scope) ? start : null;
        } else {
            found = new PageStart(scope, backwards, null);
        }
        if (found == null) {
            throw new SqlCursorException(SqlFailure.of(
                    list,
                    "the cursor is none of this list: it is of another list or of other arguments, or it was"
                            + " changed; begin again with Page.first(…)"));
        }
        return found;
    }
}
