package io.rowloom.benchmarks;

/** Ends a transaction whose work is to be forgotten, so that every one begins on the same rows. */
public final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Without a stack trace, which would cost more than some of the works. */
    public Undone() {
        super(null, null, false, false);
    }
}
