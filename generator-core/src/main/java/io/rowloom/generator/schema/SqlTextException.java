package io.rowloom.generator.schema;

/** SQL text that cannot be read, with the place where that was noticed. */
public final class SqlTextException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final int line;

    /** Takes the text, the offset in it and what is wrong there. */
    public SqlTextException(String sql, int offset, String message) {
        super(message);
        this.offset = offset;
        this.line = 1
                + (int) sql.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The offset in the text. */
    public int offset() {
        return offset;
    }

    /** The line of the text, counted from 1. */
    public int line() {
        return line;
    }
}
