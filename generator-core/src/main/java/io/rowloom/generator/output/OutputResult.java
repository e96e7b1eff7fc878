package io.rowloom.generator.output;

import java.util.List;

/**
 * What was done on disk; paths as in an {@link OutputState}.
 *
 * @param written files that are new or got other bytes
 * @param removed files of an earlier run that are no longer generated
 * @param unchanged how many files were right already, and were not touched
 * @param state what the next run is told
 */
public record OutputResult(List<String> written, List<String> removed, int unchanged, OutputState state) {
    public OutputResult {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
    }
}
