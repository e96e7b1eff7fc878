package io.rowloom.model.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A model that cannot be used, with every problem that was found in it. */
public final class InvalidModelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Takes the problems of one run, of which there is at least one. */
    public InvalidModelException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an invalid model has at least one problem");
        }
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of file, line and column. */
    public List<Problem> problems() {
        return problems;
    }
}
