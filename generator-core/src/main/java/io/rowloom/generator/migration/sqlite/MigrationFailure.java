package io.rowloom.generator.migration.sqlite;

import java.sql.SQLException;

/** A migration that an engine refused, with the statement at fault. */
public final class MigrationFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final String statement;

    MigrationFailure(String statement, SQLException cause) {
        super(cause.getMessage(), cause);
        this.statement = statement;
    }

    /** The statement that failed, empty if it was the check at the end. */
    public String statement() {
        return statement;
    }
}
