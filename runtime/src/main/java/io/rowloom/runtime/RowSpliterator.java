package io.rowloom.runtime;

import java.lang.ref.Cleaner;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Rows for a stream, one at a time and never split: a result has one place where it stands. */
final class RowSpliterator<T> implements Spliterator<T> {
    private final RowCursor<T> cursor;

    /** A stream whose connection lasts as long as it; closing it twice does no harm. */
    static <T> Stream<T> stream(RowCursor<T> cursor) {
        return StreamSupport.stream(new RowSpliterator<>(cursor), false).onClose(cursor::close);
    }

    /** A stream that holds a connection; one that is forgotten is found by the garbage collector, reported and closed. */
    static <T> Stream<T> watched(RowCursor<T> cursor) {
        RowSpliterator<T> rows = new RowSpliterator<>(cursor);
        Cleaner.Cleanable watch = Watch.CLEANER.register(rows, new Forgotten(cursor));
        return StreamSupport.stream(rows, false).onClose(() -> rows.close(watch));
    }

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

    /** A method, so that the stream's close handler keeps this object and with it the watch alive. */
    private void close(Cleaner.Cleanable watch) {
        cursor.close();
        watch.clean();
    }

    /** Made when the first stream is, as it starts a thread. */
    private static final class Watch {
        static final Cleaner CLEANER = Cleaner.create();
    }

    private record Forgotten(RowCursor<?> cursor) implements Runnable {
        @Override
        public void run() {
            if (cursor.isOpen()) {
                RuntimeLog.LOG.log(
                        System.Logger.Level.WARNING,
                        "the stream " + cursor.statement()
                                + " was never closed and held a connection; open streams in try (…)");
                cursor.close();
            }
        }
    }
}
