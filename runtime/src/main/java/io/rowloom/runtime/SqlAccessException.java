package io.rowloom.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement, a transaction or a migration that did not work; the message says where, with which parameters, and what to
 * do.
 *
 * <p>Every error of the library is one of the subclasses, so that a caller catches exactly what it can handle.
 */
public abstract sealed class SqlAccessException extends RuntimeException
        permits SqlBusyException,
                SqlClosedException,
                SqlConstraintException,
                SqlCorruptException,
                SqlCursorException,
                SqlDataException,
                SqlDiskFullException,
                SqlInterruptedException,
                SqlMigrationException,
                SqlMissingRowException,
                SqlMisuseException,
                SqlReadOnlyException,
                SqlStaleVersionException,
                SqlStatementException {
    private static final long serialVersionUID = 1;

    private final transient SqlFailure failure;

    SqlAccessException(SqlFailure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.failure = failure;
    }

    /** The table that the statement is about; empty for one over several and for what is no statement. */
    public String table() {
        return failure.table();
    }

    /** The method that ran the statement, {@code findById}; empty for what is no statement. */
    public String operation() {
        return failure.operation();
    }

    /** The parameters as {@code name = value}, long values shortened. */
    public List<String> parameters() {
        return failure.parameters();
    }

    /** SQLite's <a href="https://sqlite.org/rescode.html">extended result code</a>; 0 where the error is not SQLite's. */
    public int resultCode() {
        return failure.resultCode();
    }
}
