package io.rowloom.runtime;

/**
 * One SQL statement with what messages say of it; a constant, so that each connection keeps it prepared by identity.
 *
 * <p>Not a record: two statements of the same text are different statements, each with its own prepared form.
 */
public final class SqlStatement {
    private final String table;
    private final String operation;
    private final String text;
    private final boolean write;

    private SqlStatement(String table, String operation, String text, boolean write) {
        this.table = table;
        this.operation = operation;
        this.text = text;
        this.write = write;
    }

    /** A statement that only reads, and so may run on a reading connection beside a writer. */
    public static SqlStatement read(String table, String operation, String text) {
        return new SqlStatement(table, operation, text, false);
    }

    /** A statement that writes, among them an INSERT, UPDATE or DELETE with RETURNING. */
    public static SqlStatement write(String table, String operation, String text) {
        return new SqlStatement(table, operation, text, true);
    }

    /** The table that errors name, {@code sessions}; empty for a statement over several. */
    public String table() {
        return table;
    }

    /** The method that errors and observers name, {@code findById}. */
    public String operation() {
        return operation;
    }

    /** The SQL, one statement with {@code ?} or {@code ?1} for parameters. */
    public String text() {
        return text;
    }

    /** Whether it needs the writing connection. */
    public boolean isWrite() {
        return write;
    }

    @Override
    public String toString() {
        return table.isEmpty() ? operation : table + '.' + operation;
    }
}
