package io.rowloom.runtime;

import java.util.Spliterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows for a stream, one at a time and never split: a result has one place where it stands. */
final class RowSpliterator<T> implements Spliterator<T> {
    private final RowCursor<T> cursor;

    RowSpliterator(RowCursor<T> cursor) {
        this.cursor = cursor;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        return cursor.advance(action);
    }

    @Override
    public @Nullable Spliterator<T> trySplit() {
        return null;
    }

    @Override
    public long estimateSize() {
        return Long.MAX_VALUE;
    }

    @Override
    public int characteristics() {
        return ORDERED;
    }
}
