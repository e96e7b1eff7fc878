package io.rowloom.model.yaml;

import io.rowloom.model.Location;
import io.rowloom.model.problem.ProblemCode;
import io.rowloom.model.problem.Problems;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The anchors and aliases of a file: one mistake however many they are, as whoever writes one means to write several. */
final class Sharing {
    private static final int MOST_LINES = 10;

    private record First(Location location, String context, String message) {}

    private final SortedSet<Integer> lines = new TreeSet<>();
    private @Nullable First first;

    /** Takes the next one, in the order of the file. */
    void add(Location location, String context, String message) {
        lines.add(location.line());
        if (first == null) {
            first = new First(location, context, message);
        }
    }

    /** Adds the problem, if there is any. */
    void report(Problems problems) {
        if (first != null) {
            problems.add(ProblemCode.YAML_FEATURE, first.location(), first.context(), first.message(), others(first));
        }
    }

    private Optional<String> others(First shown) {
        lines.remove(shown.location().line());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text =
                new StringBuilder(lines.size() == 1 ? "there is more in line " : "there are more in lines ");
        int count = 0;
        for (int line : lines) {
            if (count == MOST_LINES) {
                return Optional.of(text.append(" and ")
                        .append(lines.size() - count)
                        .append(" others")
                        .toString());
            }
            text.append(count++ == 0 ? "" : ", ").append(line);
        }
        return Optional.of(text.toString());
    }
}
