package io.rowloom.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of every work, by library; in each list one value a round. */
final class Measured {
    /**
     * A work done by a library in one round.
     *
     * @param nanos the time of an operation
     * @param cpu its processor time
     * @param bytes what it allocates
     */
    record Cell(double nanos, double cpu, double bytes) {}

    private final Map<Work, Map<Libraries, List<Cell>>> cells = new EnumMap<>(Work.class);

    void add(Work work, Libraries library, Cell cell) {
        cells.computeIfAbsent(work, w -> new EnumMap<>(Libraries.class))
                .computeIfAbsent(library, l -> new ArrayList<>())
                .add(cell);
    }

    boolean has(Work work, Libraries library) {
        return !of(work, library).isEmpty();
    }

    /** The time of an operation, the median of the rounds. */
    double nanos(Work work, Libraries library) {
        return median(of(work, library).stream().mapToDouble(Cell::nanos).toArray());
    }

    /** What an operation allocates, the median of the rounds. */
    double bytes(Work work, Libraries library) {
        return median(of(work, library).stream().mapToDouble(Cell::bytes).toArray());
    }

    /** The ratio to JDBC by hand: of each round, and of those the median. */
    double ratio(Work work, Libraries library) {
        List<Cell> measured = of(work, library);
        List<Cell> measure = of(work.measure(), Libraries.HAND_WRITTEN);
        double[] ratios = new double[Math.min(measured.size(), measure.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measured.get(i).nanos / measure.get(i).nanos;
        }
        return median(ratios);
    }

    /** As {@link #ratio}, of the processor time. */
    double cpuRatio(Work work, Libraries library) {
        List<Cell> measured = of(work, library);
        List<Cell> measure = of(work.measure(), Libraries.HAND_WRITTEN);
        double[] ratios = new double[Math.min(measured.size(), measure.size())];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = measured.get(i).cpu / measure.get(i).cpu;
        }
        return median(ratios);
    }

    private List<Cell> of(Work work, Libraries library) {
        return cells.getOrDefault(work, Map.of()).getOrDefault(library, List.of());
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length == 0
                ? Double.NaN
                : sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
