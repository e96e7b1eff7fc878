package io.rowloom.runtime;

/** A page was asked for behind a cursor that is none of this list: of another list or other arguments, or changed since. */
public final class SqlCursorException extends SqlAccessException {
    private static final long serialVersionUID = 1;

    SqlCursorException(SqlFailure failure) {
        super(failure, null);
    }
}
