package io.rowloom.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * All that a run has found out.
 *
 * @param works what the works take
 * @param starts milliseconds from opening to the first row in a cold JVM
 * @param threads what readers get done beside a writer
 * @param streaming millions of rows in a small heap
 */
record Findings(Measured works, Map<Libraries, Double> starts, List<Readers> threads, Streaming.Result streaming) {
    /**
     * Threads that read beside one that writes.
     *
     * @param count how many read
     * @param byHand with JDBC by hand
     * @param rowloom with Rowloom
     */
    record Readers(int count, Threads.Result byHand, Threads.Result rowloom) {}
}
