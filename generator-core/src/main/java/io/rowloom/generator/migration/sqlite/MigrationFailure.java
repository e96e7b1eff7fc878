package io.rowloom.generator.migration.sqlite;

import java.sql.SQLException;

/** A migration that an engine refused, with the statement at fault. */
public final class MigrationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String statement;

    MigrationFailure(String statement, SQLException cause) {
        super(text(cause.getMessage()), cause);
        this.statement = statement;
    }

    /** What SQLite says. */
    public static String text(SQLException failure) {
        return text(String.valueOf(failure.getMessage()));
    }

    /** What SQLite says, without what the driver puts around it; and what to do about objects that are in the way. */
    static String text(String message) {
        int open = message.indexOf('(');
        String text = message.startsWith("[SQLITE") && open > 0 && message.endsWith(")")
                ? message.substring(open + 1, message.length() - 1)
                : message;
        return text.startsWith("error in ")
                ? text
                        + "\n    The model does not know it, so it stays as it is: change or drop it in a migration of your own first"
                : text;
    }

    /** The statement with a line of its own for messages; empty if there is none. */
    public String place() {
        return statement.isEmpty() ? "" : "\n    in " + statement.replace("\n", "\n    ");
    }

    /** The statement that failed, empty if it was the check at the end. */
    public String statement() {
        return statement;
    }
}
