package io.rowloom.benchmarks;

import io.rowloom.benchmarks.library.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Threads that find rows by key as fast as they can beside one that inserts and commits row by row. JDBC by hand gets a connection
 * for each thread; Rowloom is one database that all of them share.
 */
final class Threads {
    /**
     * What was done in a second.
     *
     * @param finds by all readers together
     * @param inserts by the writer
     */
    record Result(double finds, double inserts) {}

    private static final int WARMUP_SECONDS = 2;

    private Threads() {}

    static Result run(Libraries libraries, Path rows, int readers, int seconds)
            throws IOException, InterruptedException {
        Path file = Rows.copy(rows);
        List<Library<?, ?>> open = new ArrayList<>();
        int libraryCount = libraries == Libraries.ROWLOOM ? 1 : readers + 1;
        for (int i = 0; i < libraryCount; i++) {
            open.add(libraries.open(file));
        }
        try {
            AtomicBoolean stopped = new AtomicBoolean();
            LongAdder finds = new LongAdder();
            LongAdder inserts = new LongAdder();
            List<Thread> threads = new ArrayList<>();
            threads.add(new Thread(() -> write(open.get(0), inserts, stopped)));
            for (int i = 1; i <= readers; i++) {
                Library<?, ?> library = open.get(i % open.size());
                int seed = i;
                threads.add(new Thread(() -> read(library, finds, stopped, new Random(seed))));
            }
            threads.forEach(Thread::start);
            TimeUnit.SECONDS.sleep(WARMUP_SECONDS);
            long findsBefore = finds.sum();
            long insertsBefore = inserts.sum();
            long start = System.nanoTime();
            TimeUnit.SECONDS.sleep(seconds);
            double elapsed = (System.nanoTime() - start) / 1e9;
            Result result =
                    new Result((finds.sum() - findsBefore) / elapsed, (inserts.sum() - insertsBefore) / elapsed);
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
            return result;
        } finally {
            open.forEach(Library::close);
        }
    }

    private static void read(Library<?, ?> library, LongAdder finds, AtomicBoolean stopped, Random random) {
        while (!stopped.get()) {
            if (library.message(random.nextInt(Rows.MESSAGES) + 1L) == null) {
                throw new IllegalStateException("a row is missing");
            }
            finds.increment();
        }
    }

    private static void write(Library<?, ?> library, LongAdder inserts, AtomicBoolean stopped) {
        var news = Rows.news(1000);
        for (int i = 0; !stopped.get(); i++) {
            library.insert(news.get(i % news.size()));
            inserts.increment();
        }
    }
}
