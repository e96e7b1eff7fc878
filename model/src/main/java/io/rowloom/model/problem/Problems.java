package io.rowloom.model.problem;

import io.rowloom.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the problems of one run, so that the user sees all of them at once. */
public final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    /** Adds a problem for which nothing better can be suggested. */
    public void add(ProblemCode code, Place place, String message) {
        add(code, place, message, Optional.empty());
    }

    /** Adds a problem with what to write instead. */
    public void add(ProblemCode code, Place place, String message, String suggestion) {
        add(code, place, message, Optional.of(suggestion));
    }

    /** Adds a problem with what to write instead, where that can be told. */
    public void add(ProblemCode code, Place place, String message, Optional<String> suggestion) {
        found.add(new Problem(code, place.location(), message, place.context(), suggestion));
    }

    /** Adds a problem of a whole file or folder, or of a place outside the nodes of a file. */
    public void add(ProblemCode code, Location location, String message) {
        add(code, location, "", message);
    }

    /** Adds a problem of something that was left out and so is no place itself. */
    public void add(ProblemCode code, Location location, String context, String message) {
        add(code, location, context, message, Optional.empty());
    }

    /** Adds a problem of something that is no node, with what to know beside. */
    public void add(ProblemCode code, Location location, String context, String message, Optional<String> suggestion) {
        found.add(new Problem(code, location, message, context, suggestion));
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Ends the run here if anything was found. */
    public void throwIfAny() throws InvalidModelException {
        if (!found.isEmpty()) {
            List<Problem> sorted = new ArrayList<>(found);
            sorted.sort(byPlace());
            throw new InvalidModelException(sorted);
        }
    }

    private static Comparator<Problem> byPlace() {
        return Comparator.comparing((Problem problem) -> problem.location().file())
                .thenComparingInt(problem -> problem.location().line())
                .thenComparingInt(problem -> problem.location().column())
                .thenComparing(Problem::code)
                .thenComparing(Problem::message);
    }
}
