package io.rowloom.runtime;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Some rows of a list in the order of an index, with the ways to those before and after them.
 *
 * <p>Pages are found by what rows hold and not by counting: each costs the same wherever it is, and rows that come or go
 * meanwhile neither shift nor repeat others. A page is itself the unmodifiable list of its rows.
 */
public final class Page<T> extends AbstractList<T> implements RandomAccess {
    private final List<T> rows;
    private final int size;
    private final PageStart previous;
    private final boolean hasPrevious;
    private final PageStart next;
    private final boolean hasNext;

    Page(List<T> rows, int size, PageStart previous, boolean hasPrevious, PageStart next, boolean hasNext) {
        this.rows = Collections.unmodifiableList(rows);
        this.size = size;
        this.previous = previous;
        this.hasPrevious = hasPrevious;
        this.next = next;
        this.hasNext = hasNext;
    }

    /** The first rows, up to {@code size}. */
    public static PageRequest first(int size) {
        return PageRequest.end(false, size);
    }

    /** The last rows, up to {@code size}, in the same order as all others. */
    public static PageRequest last(int size) {
        return PageRequest.end(true, size);
    }

    /**
     * The page to which {@link #nextCursor} or {@link #previousCursor} of another leads, perhaps of another process.
     *
     * @param cursor the text; that it is right is seen when the page is asked for
     */
    public static PageRequest at(String cursor, int size) {
        return PageRequest.at(cursor, size);
    }

    /** Whether there were rows after these when they were read. */
    public boolean hasNext() {
        return hasNext;
    }

    /** Whether there were rows before these when they were read. */
    public boolean hasPrevious() {
        return hasPrevious;
    }

    /** The rows after these. It may be asked for where there were none, as there may be some by then. */
    public PageRequest next() {
        return PageRequest.at(next, size);
    }

    /** The rows before these. */
    public PageRequest previous() {
        return PageRequest.at(previous, size);
    }

    /** The way to the rows after these as text, for {@link #at}; it has no meaning but that, and is safe in a URL. */
    public String nextCursor() {
        return PageCursor.text(next);
    }

    /** The way to the rows before these as text, for {@link #at}. */
    public String previousCursor() {
        return PageCursor.text(previous);
    }

    /** The same page of what {@code change} makes of each row. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        List<R> changed = new ArrayList<>(rows.size());
        for (T row : rows) {
            changed.add(change.apply(row));
        }
        return with(changed);
    }

    /** The same page with others for its rows. */
    <R> Page<R> with(List<R> others) {
        return new Page<>(others, size, previous, hasPrevious, next, hasNext);
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
