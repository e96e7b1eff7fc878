package io.rowloom.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * How much is measured: each round runs every work with every library that takes part in it, one after the other, so that a
 * slow minute of the machine meets all of them.
 *
 * @param libraries who takes part, by hand first
 * @param rounds how often JDBC by hand and Rowloom are measured
 * @param peerRounds how often the others are
 * @param warmup seconds before each measurement
 * @param seconds seconds of each measurement
 * @param starts cold starts of each library
 * @param streamed rows that are streamed in a small heap
 * @param published whether the result goes into the documentation
 */
record Plan(
        List<Libraries> libraries,
        int rounds,
        int peerRounds,
        int warmup,
        int seconds,
        int starts,
        int streamed,
        boolean published) {
    /**
     * The plan of that name: {@code full} with all libraries, {@code pair} with JDBC by hand and Rowloom alone, {@code short}
     * for trying out.
     */
    static Plan of(String name) {
        List<Libraries> pair = List.of(Libraries.HAND_WRITTEN, Libraries.ROWLOOM);
        return switch (name) {
            case "full" -> new Plan(List.of(Libraries.values()), 3, 1, 4, 3, 9, 10_000_000, true);
            case "pair" -> new Plan(pair, 2, 0, 3, 2, 5, 10_000_000, false);
            case "short" -> new Plan(pair, 1, 0, 1, 1, 1, 1_000_000, false);
            default -> throw new IllegalArgumentException("no plan " + name + "; there are full, pair and short");
        };
    }

    /** Who is measured in a round, from 0. */
    List<Libraries> inRound(int round) {
        List<Libraries> measured = new ArrayList<>();
        for (Libraries library : libraries) {
            boolean pair = library == Libraries.HAND_WRITTEN || library == Libraries.ROWLOOM;
            if (pair || round < peerRounds) {
                measured.add(library);
            }
        }
        return measured;
    }
}
