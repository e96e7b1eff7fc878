package io.rowloom.generator.query.tree;

/** SQL that the parser does not understand; nothing can be told of such a query. */
public final class UnreadableQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Takes what was not understood. */
    public UnreadableQueryException(String message) {
        super(message, null, false, false);
    }
}
